/** What a page's main thread did, by whose code: from the browser's sampling profiler. */
import type { CDPSession } from 'playwright-core';

/** All in milliseconds. */
export interface Work {
  /** In our scripts, and in what they called. */
  readonly ours: number;
  /** Of that, in those that are looked at by themselves. */
  readonly part: number;
  /** Everything else that was done: parsing, layout, painting, the page's own scripts. */
  readonly others: number;
  /** The longest stretch of ours without a break. */
  readonly longest: number;
}

/** Between two samples, in microseconds. */
const INTERVAL = 200;

/** A break that is shorter than this many microseconds (the engine's own chores) does not end a stretch. */
const BREAK = 2000;

interface Node {
  readonly id: number;
  readonly callFrame: { readonly url: string; readonly functionName: string };
  readonly children?: readonly number[] | undefined;
}

/** Ids of the nodes whose script passes, and of all below them. */
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

/** Starts to sample the session's page. */
export async function startProfile(session: CDPSession): Promise<void> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.send('Profiler.start');
}

/** What the profiler gives, as far as it is summed up. */
export interface Profile {
  readonly nodes: readonly Node[];
  /** Ids of nodes. */
  readonly samples?: readonly number[] | undefined;
  /** Microseconds from each sample to the one before it. */
  readonly timeDeltas?: readonly number[] | undefined;
}

/** Sums up. `isOurs` knows our scripts by their address, `isPart` those to sum up once more. */
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
    // A sample stands for the time until the next one.
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

/** Ends it and sums up, as `sumUp` does. */
export async function endProfile(
  session: CDPSession,
  isOurs: (url: string) => boolean,
  isPart?: (url: string) => boolean,
): Promise<Work> {
  const { profile } = await session.send('Profiler.stop');
  return sumUp(profile, isOurs, isPart);
}
