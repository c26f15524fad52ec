/**
 * Reports unexpected failures, in every context: one line in the console, and in our own pages a report that the
 * user can copy. Expected failures do not come here; they are values with a sentence that tells the user what to do.
 */
import { browser } from 'wxt/browser';

/** What went wrong, where, and in which version. */
export interface Failure {
  /** The context and what it was doing: "panel", "background: readEntries". */
  readonly where: string;
  /** The error's name and message. */
  readonly what: string;
  /** The calls that led to it; empty where the browser gave none. */
  readonly trace: string;
  readonly version: string;
}

let latest: Failure | undefined;
const listeners = new Set<() => void>();

function keep(failure: Failure | undefined): void {
  latest = failure;
  for (const listener of listeners) listener();
}

/** Reports an unexpected failure. Never throws. */
export function reportFailure(where: string, error: unknown): void {
  // After the extension was replaced or removed, every API call of a leftover script fails.
  if (!browser.runtime?.id) return;
  const { version } = browser.runtime.getManifest();
  const isError = error instanceof Error;
  const what = isError ? `${error.name}: ${error.message}` : String(error);
  console.error(`Sidelight ${version}, ${where}: ${what}`, error);
  keep({ where, what, trace: (isError && error.stack) || '', version });
}

/** Lets a task run by itself; its failure is reported. */
export function runTask(where: string, task: Promise<unknown>): void {
  task.catch((error: unknown) => reportFailure(where, error));
}

/** Reports what nothing else caught, for as long as this context lives. Not for pages of others: theirs count too. */
export function reportUncaught(where: string): void {
  globalThis.addEventListener('unhandledrejection', ({ reason }) => reportFailure(where, reason));
  globalThis.addEventListener('error', ({ error }: ErrorEvent) => {
    // Some events have no error, such as "ResizeObserver loop completed with undelivered notifications".
    if (error !== undefined && error !== null) reportFailure(where, error);
  });
}

/** The last failure that was reported here and not dismissed. */
export const latestFailure = (): Failure | undefined => latest;

/** Takes the last failure as seen. */
export const dismissFailure = (): void => keep(undefined);

/** Calls after each change of `latestFailure`; gives back what ends that. */
export function subscribeToFailures(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => void listeners.delete(onChange);
}

/** The failure as text for a report of a fault; nothing in it but the failure, the version and the browser. */
export function formatFailure({ where, what, trace, version }: Failure): string {
  return [
    `Sidelight ${version}`,
    `Where: ${where}`,
    `What: ${what}`,
    `Browser: ${navigator.userAgent}`,
    trace,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
