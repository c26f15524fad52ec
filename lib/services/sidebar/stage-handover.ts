/**
 * How the page script's first stage gets hold of its second. WXT builds each
 * script as a file that exports nothing, so the second stage leaves itself under
 * a name in the extension's isolated world, which no page sees.
 */

/** What the second stage can do. */
export interface SecondStage {
  /** Runs until the signal aborts; `isValid` says whether the extension is still there. */
  readonly start: (life: { readonly signal: AbortSignal; readonly isValid: () => boolean }) => void;
}

const NAME = 'sidelightSidebar';

const isSecondStage = (value: unknown): value is SecondStage =>
  typeof value === 'object' && value !== null && 'start' in value && typeof value.start === 'function';

/** The second stage's side, called when its file runs. */
export function leaveSecondStage(stage: SecondStage): void {
  Reflect.set(globalThis, NAME, stage);
}

/** The first stage's side: undefined where the second stage's file has not run. */
export function takeSecondStage(): SecondStage | undefined {
  const stage: unknown = Reflect.get(globalThis, NAME);
  return isSecondStage(stage) ? stage : undefined;
}
