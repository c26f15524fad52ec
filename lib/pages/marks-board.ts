/**
 * The marks of the papers on an extension page: asked for in one message, and again whenever my papers
 * change.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { Marks } from '@/lib/domain/provenance';
import { runTask } from '@/lib/shared/failures';
import { watchLibrary } from '@/lib/shared/library/revision';

/** Returns the marks of papers; papers without marks are absent. */
type AskForMarks = (ids: readonly PaperId[]) => Promise<ReadonlyMap<PaperId, Marks>>;

/**
 * Marks of all papers that are shown, as an external store for React
 * (https://react.dev/reference/react/useSyncExternalStore).
 */
interface MarksBoard {
  /** The marks of a paper; undefined while they are unknown, and if there are none. */
  readonly get: (id: PaperId) => Marks | undefined;
  /** Subscribes to changes of a paper's marks. Returns the function that unsubscribes. */
  readonly subscribe: (id: PaperId, onChange: () => void) => () => void;
  /** Optimistic update; the library's answer replaces it. */
  readonly expect: (id: PaperId, marks: Marks | undefined) => void;
}

const isSame = (a: Marks | undefined, b: Marks | undefined): boolean =>
  a?.saved === b?.saved && a?.status === b?.status;

/** Creates a board, which listens for changes while there is a subscriber. */
export function createMarksBoard(ask: AskForMarks): MarksBoard {
  const known = new Map<PaperId, Marks>();
  const listeners = new Map<PaperId, Set<() => void>>();
  let wanted = new Set<PaperId>();
  let watching: AbortController | undefined;

  const put = (id: PaperId, marks: Marks | undefined): void => {
    if (isSame(known.get(id), marks)) return;
    if (marks) known.set(id, marks);
    else known.delete(id);
    for (const listener of listeners.get(id) ?? []) listener();
  };
  const askWanted = async (): Promise<void> => {
    const ids = [...wanted];
    wanted = new Set();
    const found = await ask(ids);
    for (const id of ids) put(id, found.get(id));
  };
  const want = (ids: Iterable<PaperId>): void => {
    // All rows of a list render in one task, and are asked about together in a microtask after it.
    if (wanted.size === 0) queueMicrotask(() => runTask('my papers', askWanted()));
    for (const id of ids) wanted.add(id);
  };
  return {
    get: (id) => known.get(id),
    expect: put,
    subscribe: (id, onChange) => {
      const mine = listeners.get(id) ?? new Set();
      if (mine.size === 0) want([id]);
      listeners.set(id, mine.add(onChange));
      if (!watching) {
        watching = new AbortController();
        watchLibrary(() => want(listeners.keys()), { signal: watching.signal });
      }
      return () => {
        mine.delete(onChange);
        if (mine.size === 0 && listeners.get(id) === mine) listeners.delete(id);
        if (listeners.size > 0) return;
        watching?.abort();
        watching = undefined;
      };
    },
  };
}
