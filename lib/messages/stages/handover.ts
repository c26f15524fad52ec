/**
 * How one stage of the page script gets the next. WXT builds each script as a file without exports, so a
 * later stage stores itself under a name in the extension's isolated world, which no page can see.
 */

/** The stages that are loaded on demand: on papers' pages, and in full texts. */
export const STAGES = ['sidebar', 'full-text'] as const;
/** One of these stages, by the name of its script. */
export type StageName = (typeof STAGES)[number];

/** How long a stage runs, and whether the extension still exists. */
export interface StageLife {
  readonly signal: AbortSignal;
  readonly isValid: () => boolean;
  /** What the stage before prepared for this one (`lib/content/sidebar/early.ts`). */
  readonly early?: object | undefined;
}

/** A stage. */
export interface Stage {
  /** Runs until the signal aborts. */
  readonly start: (life: StageLife) => void;
}

const nameOf = (stage: StageName): string => `sidelight ${stage}`;

const isStage = (value: unknown): value is Stage =>
  typeof value === 'object' && value !== null && 'start' in value && typeof value.start === 'function';

/** Called by the later stage when its file runs. */
export function leaveStage(name: StageName, stage: Stage): void {
  Reflect.set(globalThis, nameOf(name), stage);
}

/** Called by the stage before; undefined if the later one's file has not run. */
export function takeStage(name: StageName): Stage | undefined {
  const stage: unknown = Reflect.get(globalThis, nameOf(name));
  return isStage(stage) ? stage : undefined;
}
