/**
 * Reports unexpected failures in every context: a line in the console, and on extension pages a report that
 * the user can copy. Expected failures are values with a sentence that tells the user what to do, and are not
 * reported here.
 */
import { browser } from 'wxt/browser';

/** An unexpected failure, with its place and the version. */
export interface Failure {
  /** The context and its task: "panel", "background: readEntries". */
  readonly where: string;
  /** The error's name and message. */
  readonly what: string;
  /** The stack; empty if the browser gives none. */
  readonly trace: string;
  readonly version: string;
}

let latest: Failure | undefined;
/**
 * Whether the page is being closed or left: the browser then cuts off what the page still reads. The build, which draws
 * markup with this file, has no such events.
 */
let isLeaving = false;
globalThis.addEventListener?.('pagehide', () => (isLeaving = true));
// A page that was left comes back whole from the back/forward cache.
globalThis.addEventListener?.('pageshow', () => (isLeaving = false));
const listeners = new Set<() => void>();

function keep(failure: Failure | undefined): void {
  latest = failure;
  for (const listener of listeners) listener();
}

/** Reports an unexpected failure. Never throws. */
export function reportFailure(where: string, error: unknown): void {
  // After the extension was replaced or removed, every API call of a leftover script fails.
  if (isLeaving || !browser.runtime?.id) return;
  const { version } = browser.runtime.getManifest();
  const isError = error instanceof Error;
  const what = isError ? `${error.name}: ${error.message}` : String(error);
  console.error(`Sidelight ${version}, ${where}: ${what}`, error);
  keep({ where, what, trace: (isError && error.stack) || '', version });
}

/** Runs a task without waiting for it and reports its failure. */
export function runTask(where: string, task: Promise<unknown>): void {
  task.catch((error: unknown) => reportFailure(where, error));
}

/** How long a page that is being closed is still there at most, in milliseconds; links to other programs leave it there. */
const LEAVING_TIME = 1000;

/**
 * Reports all uncaught failures as long as this context exists. Not for other sites' pages, whose own
 * failures would count too.
 */
export function reportUncaught(where: string): void {
  // Where a page closes itself, Chromium cuts off what it reads after this event and before `pagehide`.
  globalThis.addEventListener('beforeunload', () => {
    isLeaving = true;
    setTimeout(() => (isLeaving = false), LEAVING_TIME);
  });
  globalThis.addEventListener('unhandledrejection', ({ reason }) => reportFailure(where, reason));
  globalThis.addEventListener('error', ({ error }: ErrorEvent) => {
    // Some events have no error, such as "ResizeObserver loop completed with undelivered notifications".
    if (error !== undefined && error !== null) reportFailure(where, error);
  });
}

/** The last reported failure that was not dismissed. */
export const latestFailure = (): Failure | undefined => latest;

/** Dismisses the last failure. */
export const dismissFailure = (): void => keep(undefined);

/** Calls back after each change of `latestFailure`; returns the function that unsubscribes. */
export function subscribeToFailures(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => void listeners.delete(onChange);
}

/** The failure as text for a report; it contains nothing but the failure, the version and the browser. */
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
