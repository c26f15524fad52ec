/** The tasks of a page's main thread, from the browser's own trace: scripts, styles, layout and painting together. */
import type { BrowserContext, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds; `tdur` is the time that the thread really ran. */
  readonly dur?: number;
  readonly tdur?: number;
}

function isEvent(value: unknown): value is TraceEvent {
  return typeof value === 'object' && value !== null && 'name' in value && 'pid' in value && 'tid' in value;
}

const MARK = 'sidelight-bench';

/** Runs something and gives the lengths of the page's tasks meanwhile, in milliseconds that its thread really ran. */
export async function traceTasks(
  context: BrowserContext,
  page: Page,
  run: () => Promise<void>,
): Promise<readonly number[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser takes no protocol session');
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) if (isEvent(event)) events.push(event);
  });
  const categories = 'disabled-by-default-devtools.timeline,blink.user_timing';
  await session.send('Tracing.start', { categories, transferMode: 'ReportEvents' });
  try {
    // Tells which of the browser's threads is the page's.
    await page.evaluate(`performance.mark('${MARK}')`);
    await run();
  } finally {
    const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await done;
    await session.detach();
  }
  const own = events.find(({ name }) => name === MARK);
  if (!own) throw new Error('The trace does not know the page');
  return events
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === own.pid && tid === own.tid)
    .map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000);
}
