/**
 * The popup's first view as its opening script draws it, from markup that the build wrote, before the app is loaded.
 * Both scripts know this: the app adopts what is drawn if it would draw the same.
 */
import { isRecord } from '@/lib/domain/is-record';
import type { LeftView } from '@/lib/extension/search/left-view';
import type { SidePanel } from '../side-panel';

/** All that the drawn markup depends on, beside the language. */
export interface FirstViewState {
  readonly panel: SidePanel['kind'];
  /** Whether there is a button that tells of a new version. */
  readonly hasNews: boolean;
  readonly recent: readonly string[];
  /** The last search with its results, as the popup before drew them; undefined before a query. */
  readonly left: LeftView | undefined;
}

/**
 * The id of the element with the markup in a language: a `script` of another type than JavaScript, whose text the parser
 * takes as it is. As elements of a `template`, the languages that are not shown would be parsed too.
 */
export const markupId = (language: string): string => `first-view-${language}`;

/** The attribute that tells the parts of that markup apart. */
export const PART = 'data-part';

/** The whole first view, and what only some users' views have: recent searches, and the button for news. */
export type Part = 'view' | 'recent' | 'news';

/** The attribute of that element with the kind of side panel that its view offers. */
export const PANEL = 'data-panel';

/** The name of the `meta` element with the address of the app's script. */
export const APP = 'sidelight-app';

/** The name of the `meta` element with the address of a style sheet without rules, see `holdPaint` in `open.ts`. */
export const HOLD = 'sidelight-hold';

/** Where the scripts meet: the opening one is no module, and shares no code with the app. */
const MEETING = 'sidelight first view';

/** What the opening script leaves for the app. */
interface Left {
  /** The state that is drawn. */
  readonly signature: string;
  /** Repeats what the user did with it meanwhile. */
  readonly repeat: () => Promise<void>;
}

const sign = ({ panel, hasNews, recent, left }: FirstViewState): string =>
  JSON.stringify([panel, hasNews, recent, left?.query, left?.sort, left?.markup]);

const isLeft = (value: unknown): value is Left =>
  isRecord(value) && typeof value['signature'] === 'string' && typeof value['repeat'] === 'function';

/** Tells the app what is drawn. */
export function leaveDrawn(state: FirstViewState, repeat: Left['repeat']): void {
  const left: Left = { signature: sign(state), repeat };
  Reflect.set(globalThis, MEETING, left);
}

/**
 * If the opening script drew this state, the function that repeats what the user did with it; undefined if it drew
 * another, or nothing.
 */
export function takeDrawn(state: FirstViewState): Left['repeat'] | undefined {
  const left: unknown = Reflect.get(globalThis, MEETING);
  return isLeft(left) && left.signature === sign(state) ? left.repeat : undefined;
}
