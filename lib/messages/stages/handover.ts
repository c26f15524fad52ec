/**
 * How one stage of the page script gets hold of the next. WXT builds each script as a file that exports nothing,
 * so a later stage leaves itself under a name in the extension's isolated world, which no page sees.
 */

/** The stages that are loaded where they are wanted: beside papers' pages, and within full texts. */
export const STAGES = ['sidebar', 'full-text'] as const;
export type StageName = (typeof STAGES)[number];

/** How long a stage runs, and whether the extension is still there. */
export interface StageLife {
  readonly signal: AbortSignal;
  readonly isValid: () => boolean;
}

/** What a stage can do. */
export interface Stage {
  /** Runs until the signal aborts. */
  readonly start: (life: StageLife) => void;
}

const nameOf = (stage: StageName): string => `sidelight ${stage}`;

const isStage = (value: unknown): value is Stage =>
  typeof value === 'object' && value !== null && 'start' in value && typeof value.start === 'function';

/** The later stage's side, called when its file runs. */
export function leaveStage(name: StageName, stage: Stage): void {
  Reflect.set(globalThis, nameOf(name), stage);
}

/** The side of the stage before: undefined where the later one's file has not run. */
export function takeStage(name: StageName): Stage | undefined {
  const stage: unknown = Reflect.get(globalThis, nameOf(name));
  return isStage(stage) ? stage : undefined;
}
