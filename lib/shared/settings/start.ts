/**
 * The settings that decide how a sidebar starts, apart from the table of all: the script on every page reads no others, and
 * must stay small.
 */
import { memberOf } from './member';

/** How a site's sidebar starts: open, folded to its handle, or not at all. The first is the default, here as below. */
export const SIDEBAR_STARTS = ['open', 'handle', 'off'] as const;

/**
 * `shown`: whether papers outside the catalogue are read at all; `open`: whether the sidebar opens for them.
 */
export const READINGS = { shown: [true, false], open: [false, true] } as const;

/** Those settings for one site. */
export interface StartSettings {
  readonly sidebar: (typeof SIDEBAR_STARTS)[number];
  readonly readings: { readonly shown: boolean; readonly open: boolean };
}

const choiceIn = <Choice>(choices: readonly [Choice, ...Choice[]], stored: unknown): Choice =>
  choices.find((choice) => choice === stored) ?? choices[0];

/** The same in the stored item of the settings, as `readSettingValues` reads it. */
export function readStart(item: unknown, site: string): StartSettings {
  const values = memberOf(item, 'values');
  const readings = memberOf(values, 'readings');
  return {
    sidebar: choiceIn(SIDEBAR_STARTS, memberOf(memberOf(values, 'sidebar'), site)),
    readings: {
      shown: choiceIn<boolean>(READINGS.shown, memberOf(readings, 'shown')),
      open: choiceIn<boolean>(READINGS.open, memberOf(readings, 'open')),
    },
  };
}
