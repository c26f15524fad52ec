/**
 * Postings that stay in their file: a query reads the bytes of the lists that it needs. The search itself is one
 * piece of synchronous code, so it runs with what was read so far; a list that was not read counts as empty and is
 * noted, the noted lists are read, and the search runs again, until it lacks nothing. What a query has read is its
 * own, so that several can wait for bytes at once.
 */
import type { ReadRange } from '@/lib/domain/bytes/sections';
import { partOfBytes } from './posting-lists';
import type { Postings, PostingsPart, PostingsTables } from './posting-lists';

/** Where the streams begin in the file. */
export type StreamStarts = PostingsPart['before'];

/** A part with the lists that it has: `from` to before `to`. */
interface ReadPart extends PostingsPart {
  readonly from: number;
  readonly to: number;
  readonly size: number;
  /** The larger, the later a query used it. */
  used: number;
}

/** What one query reads. */
export interface PostingsSession {
  /** Makes the index use what this query has read, until that of another is used. Forgets which lists were lacking. */
  readonly resume: () => void;
  /** Whether a list was asked for since `resume` that was not read. */
  readonly lacks: () => boolean;
  /** Reads the lists that were noted; false if the file does not give them. */
  readonly read: () => Promise<boolean>;
  /** Frees what was read. To be called before anything else is awaited, since another query may be next. */
  readonly end: () => void;
}

/** Postings in a file. Outside of a session every list counts as one that was not read. */
export interface PostingsInFile extends Postings {
  readonly startSession: () => PostingsSession;
}

/** Bytes between two lists that are read although nobody needs them, since one more request takes longer. */
const WORTH_SKIPPING = 32_768;
/** The most stretches that a query reads at once; each is three requests. */
const MOST_STRETCHES = 16;
/** Bytes that are kept for the next queries, which usually have the same words, and the most of one part. */
const MOST_KEPT = 250_000;
const MOST_OF_ONE = 100_000;

type Stretch = readonly [from: number, to: number];

/** Where the bytes of a list begin in each stream; that of the list after the last is the streams' length. */
const startOf = (tables: PostingsTables, list: number): StreamStarts => ({
  gaps: tables.gapSizes.before(list),
  codes: tables.holders.before(list) + tables.repeats.before(list),
  positions: tables.positionSizes.before(list),
});

const bytesBetween = (a: StreamStarts, b: StreamStarts): number =>
  b.gaps - a.gaps + (b.codes - a.codes) + (b.positions - a.positions);

/** Stretches that contain the lists, which are ascending: few, and with few bytes that are not needed. */
const stretchesOf = (tables: PostingsTables, lists: readonly number[]): Stretch[] => {
  const breaks: { readonly at: number; readonly size: number }[] = [];
  for (const [at, list] of lists.entries()) {
    const last = lists[at - 1];
    if (last === undefined || list === last + 1) continue;
    const size = bytesBetween(startOf(tables, last + 1), startOf(tables, list));
    if (size > WORTH_SKIPPING) breaks.push({ at, size });
  }
  const widest = breaks.toSorted((a, b) => b.size - a.size).slice(0, MOST_STRETCHES - 1);
  const starts = [0, ...widest.map(({ at }) => at).toSorted((a, b) => a - b)];
  return starts.map((start, each) => {
    const end = starts[each + 1] ?? lists.length;
    return [lists[start] ?? 0, (lists[end - 1] ?? 0) + 1];
  });
};

const readStretch = async (
  tables: PostingsTables,
  streams: StreamStarts,
  read: ReadRange,
  [from, to]: Stretch,
): Promise<ReadPart | undefined> => {
  const [start, end] = [startOf(tables, from), startOf(tables, to)];
  const bytesOf = async (name: keyof StreamStarts): Promise<Uint8Array | undefined> =>
    start[name] === end[name]
      ? new Uint8Array(0)
      : read(streams[name] + start[name], streams[name] + end[name]);
  const [gaps, codes, positions] = await Promise.all([
    bytesOf('gaps'),
    bytesOf('codes'),
    bytesOf('positions'),
  ]);
  if (!gaps || !codes || !positions) return undefined;
  const part = partOfBytes([gaps, codes, positions], start);
  return { ...part, from, to, size: bytesBetween(start, end), used: 0 };
};

/** Keeps the parts that were used last. */
const forgetOldest = (kept: Set<ReadPart>): void => {
  let bytes = 0;
  for (const part of [...kept].toSorted((a, b) => b.used - a.used)) {
    bytes += part.size;
    if (bytes > MOST_KEPT) kept.delete(part);
  }
};

/** Postings of a file whose streams begin at these places. */
export const postingsInFile = (
  tables: PostingsTables,
  streams: StreamStarts,
  read: ReadRange,
): PostingsInFile => {
  const kept = new Set<ReadPart>();
  let clock = 0;
  let parts: readonly ReadPart[] = [];
  let lacking = new Set<number>();
  let last: ReadPart | undefined;
  const holds = (part: ReadPart, list: number): boolean => part.from <= list && list < part.to;

  const startSession = (): PostingsSession => {
    const own = [...kept];
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
        const lists = [...noted].toSorted((a, b) => a - b);
        const found = await Promise.all(
          stretchesOf(tables, lists).map((stretch) => readStretch(tables, streams, read, stretch)),
        );
        for (const part of found) {
          if (part === undefined) return false;
          own.push(part);
          clock += 1;
          part.used = clock;
          if (part.size <= MOST_OF_ONE) kept.add(part);
        }
        forgetOldest(kept);
        return true;
      },
    };
  };

  return {
    ...tables,
    partOf: (list) => {
      if (last && holds(last, list)) return last;
      last = parts.find((part) => holds(part, list));
      if (last === undefined) lacking.add(list);
      else {
        clock += 1;
        last.used = clock;
      }
      return last;
    },
    lacks: () => lacking.size > 0,
    startSession,
  };
};
