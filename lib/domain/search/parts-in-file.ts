/**
 * Parts of a file that stay in it until a query needs them. The search itself is one piece of synchronous code, so it
 * runs with what was read so far: what was not read counts as empty and is noted, the noted items are read, and the
 * search runs again, until it lacks nothing. What a query has read is its own, so that several can wait for bytes at
 * once.
 */

/** What was read: the items from `from` to before `to`, which have this many bytes together. */
export interface FilePart {
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/** Items that follow one another, end exclusive. */
export type Stretch = readonly [from: number, to: number];

/** What one query reads. */
export interface FileSession {
  /** Makes the index use what this query has read, until that of another is used. Forgets what was lacking. */
  readonly resume: () => void;
  /** Whether something was asked for since `resume` that was not read. */
  readonly lacks: () => boolean;
  /** Reads what was noted; false if the file does not give it. */
  readonly read: () => Promise<boolean>;
  /** Frees what was read. To be called before anything else is awaited, since another query may be next. */
  readonly end: () => void;
}

/** Parts of one kind. Outside of a session everything counts as not read. */
export interface PartsInFile<Part extends FilePart> {
  /** The part with an item; undefined if it was not read, which is noted. */
  readonly find: (item: number) => Part | undefined;
  /** As `find`, but nothing is noted. */
  readonly peek: (item: number) => Part | undefined;
  /** Whether something was asked for that was not read, so that what was found is not complete. */
  readonly lacks: () => boolean;
  readonly startSession: () => FileSession;
}

/** How parts of a kind are read and kept. */
interface PartsOptions<Part extends FilePart> {
  /** Few stretches that contain all of the items, which are ascending. */
  readonly stretchesOf: (items: readonly number[]) => readonly Stretch[];
  /** Undefined if the file does not give these items. */
  readonly read: (stretch: Stretch) => Promise<Part | undefined>;
  /** Bytes that are kept for the next queries, which usually have the same words; default 0. */
  readonly mostKept?: number | undefined;
  /** The largest part that is kept, in bytes. */
  readonly mostOfOne?: number | undefined;
}

/** Leaves parts of a kind in their file. */
export const partsInFile = <Part extends FilePart>({
  stretchesOf,
  read,
  mostKept = 0,
  mostOfOne = mostKept,
}: PartsOptions<Part>): PartsInFile<Part> => {
  /** Parts that are kept, with a number that is the larger, the later a query used them. */
  const kept = new Map<Part, number>();
  let clock = 0;
  let parts: readonly Part[] = [];
  let lacking = new Set<number>();
  let last: Part | undefined;

  const forgetOldest = (): void => {
    let bytes = 0;
    for (const [part] of [...kept].toSorted((a, b) => b[1] - a[1])) {
      bytes += part.size;
      if (bytes > mostKept) kept.delete(part);
    }
  };
  const peek = (item: number): Part | undefined => {
    if (last && last.from <= item && item < last.to) return last;
    last = parts.find(({ from, to }) => from <= item && item < to);
    if (last && kept.has(last)) {
      clock += 1;
      kept.set(last, clock);
    }
    return last;
  };

  const startSession = (): FileSession => {
    const own = [...kept.keys()];
    let noted = new Set<number>();
    return {
      resume: () => {
        parts = own;
        noted = new Set();
        lacking = noted;
        last = undefined;
      },
      lacks: () => noted.size > 0,
      end: () => {
        parts = [];
        last = undefined;
        own.length = 0;
      },
      read: async () => {
        const items = [...noted].toSorted((a, b) => a - b);
        const found = await Promise.all(items.length === 0 ? [] : stretchesOf(items).map(read));
        for (const part of found) {
          if (part === undefined) return false;
          own.push(part);
          if (part.size > mostOfOne) continue;
          clock += 1;
          kept.set(part, clock);
        }
        forgetOldest();
        return true;
      },
    };
  };

  return {
    peek,
    find: (item) => {
      const part = peek(item);
      if (part === undefined) lacking.add(item);
      return part;
    },
    lacks: () => lacking.size > 0,
    startSession,
  };
};

/** Several sessions as one. */
export const joinSessions = (sessions: readonly FileSession[]): FileSession => ({
  resume: () => sessions.forEach((session) => session.resume()),
  lacks: () => sessions.some((session) => session.lacks()),
  read: async () => (await Promise.all(sessions.map((session) => session.read()))).every(Boolean),
  end: () => sessions.forEach((session) => session.end()),
});
