/** The work of a page's main thread by the origin of the code, from the browser's sampling profiler. */
import type { CDPSession } from 'playwright-core';

/** Durations in milliseconds. */
export interface Work {
  /** In our scripts, including what they call. */
  readonly ours: number;
  /** The share of that in the scripts which are measured separately. */
  readonly part: number;
  /** All other work: parsing, layout, painting, and the page's own scripts. */
  readonly others: number;
  /** The longest uninterrupted run of our scripts. */
  readonly longest: number;
}

/** The sampling interval in microseconds. */
const INTERVAL = 200;

/**
 * Interruptions shorter than this many microseconds (the engine's own work, such as garbage collection) do not
 * end a run.
 */
const BREAK = 2000;

interface Node {
  readonly id: number;
  readonly callFrame: { readonly url: string; readonly functionName: string };
  readonly children?: readonly number[] | undefined;
}

/** Ids of the nodes whose script matches, and of all their descendants. */
function findBelow(nodes: readonly Node[], isOurs: (url: string) => boolean): ReadonlySet<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const visit = (id: number, isBelow: boolean): void => {
    const node = byId.get(id);
    const mine = isBelow || isOurs(node?.callFrame.url ?? '');
    if (mine) ours.add(id);
    for (const child of node?.children ?? []) visit(child, mine);
  };
  const root = nodes[0];
  if (root) visit(root.id, false);
  return ours;
}

/** Whether an address is that of a script of the extension. */
export const isOurScript = (url: string): boolean => url.startsWith('chrome-extension:');

/** Bytes of the page's heap that are in use after garbage collection. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Starts profiling the session's page. */
export async function startProfile(session: CDPSession): Promise<void> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.send('Profiler.start');
}

/** The fields of the profiler's result that are used. */
export interface Profile {
  readonly nodes: readonly Node[];
  /** The ids of nodes. */
  readonly samples?: readonly number[] | undefined;
  /** Microseconds between each sample and the previous one. */
  readonly timeDeltas?: readonly number[] | undefined;
}

/**
 * Sums up a profile. `isOurs` recognises our scripts by their address, `isPart` those to measure separately.
 */
export function sumUp(
  profile: Profile,
  isOurs: (url: string) => boolean,
  isPart: (url: string) => boolean = () => false,
): Work {
  const ours = findBelow(profile.nodes, isOurs);
  const part = findBelow(profile.nodes, isPart);
  const idle = new Set(
    profile.nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id),
  );
  const samples = profile.samples ?? [];
  const deltas = profile.timeDeltas ?? [];
  const sums = { ours: 0, part: 0, others: 0, longest: 0 };
  let stretch = 0;
  let pause = 0;
  samples.forEach((id, index) => {
    // A sample counts for the time until the next one.
    const time = Math.max(0, deltas[index + 1] ?? 0);
    if (part.has(id)) sums.part += time;
    if (ours.has(id)) {
      sums.ours += time;
      stretch += time + pause;
      pause = 0;
      sums.longest = Math.max(sums.longest, stretch);
      return;
    }
    if (!idle.has(id)) sums.others += time;
    pause += time;
    if (idle.has(id) || pause > BREAK) stretch = pause = 0;
  });
  return {
    ours: sums.ours / 1000,
    part: sums.part / 1000,
    others: sums.others / 1000,
    longest: sums.longest / 1000,
  };
}

/** Stops profiling and sums up, as `sumUp` does. */
export async function endProfile(
  session: CDPSession,
  isOurs: (url: string) => boolean,
  isPart?: (url: string) => boolean,
): Promise<Work> {
  const { profile } = await session.send('Profiler.stop');
  return sumUp(profile, isOurs, isPart);
}
