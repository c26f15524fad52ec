/** Measures how long our scripts block a page's main thread, from the browser's own trace. */
import type { BrowserContext } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Start and length in microseconds; `tdur` is the CPU time of the thread. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string } };
}

function isEvent(value: unknown): value is TraceEvent {
  return typeof value === 'object' && value !== null && 'name' in value && 'ts' in value && 'args' in value;
}

const CALLS = new Set(['FunctionCall', 'EvaluateScript', 'v8.evaluateModule', 'v8.callFunction']);

/** Runs a function and returns the length in milliseconds of the longest task of our scripts on pages. */
export async function longestWork(
  context: BrowserContext,
  isOurs: (scriptUrl: string) => boolean,
  run: () => Promise<void>,
): Promise<{ readonly longest: number; readonly pieces: number }> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser takes no protocol session');
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) if (isEvent(event)) events.push(event);
  });
  await session.send('Tracing.start', { categories: 'devtools.timeline,v8', transferMode: 'ReportEvents' });
  try {
    await run();
  } finally {
    // Also after a failure: the browser has only one trace at a time, and would refuse the next.
    const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await done;
    await session.detach();
  }
  const lengths = events
    .filter(({ name, args }) => CALLS.has(name) && isOurs(args.data?.url ?? ''))
    .map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000);
  return { longest: Math.max(0, ...lengths), pieces: lengths.length };
}
