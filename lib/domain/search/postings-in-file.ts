/** Postings that stay in their file: a query reads the bytes of the lists that it needs. */
import type { ReadRange } from '@/lib/domain/bytes/sections';
import { partsInFile } from './parts-in-file';
import type { FilePart, PartsInFile, Stretch } from './parts-in-file';
import { partOfBytes } from './posting-lists';
import type { Postings, PostingsPart, PostingsTables } from './posting-lists';

/** Where the streams begin in the file. */
export type StreamStarts = PostingsPart['before'];

/** Postings in a file. Outside of a session every list counts as one that was not read. */
export interface PostingsInFile extends Postings {
  readonly parts: PartsInFile<PostingsPart & FilePart>;
}

/** Bytes between two lists that are read although nobody needs them, since one more request takes longer. */
const WORTH_SKIPPING = 32_768;
/** The most stretches that a query reads at once; each is three requests. */
const MOST_STRETCHES = 16;
const MOST_KEPT = 250_000;
const MOST_OF_ONE = 100_000;

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
): Promise<(PostingsPart & FilePart) | undefined> => {
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
  return { ...part, from, to, size: bytesBetween(start, end) };
};

/** Postings of a file whose streams begin at these places. */
export const postingsInFile = (
  tables: PostingsTables,
  streams: StreamStarts,
  read: ReadRange,
): PostingsInFile => {
  const parts = partsInFile({
    stretchesOf: (lists) => stretchesOf(tables, lists),
    read: (stretch) => readStretch(tables, streams, read, stretch),
    mostKept: MOST_KEPT,
    mostOfOne: MOST_OF_ONE,
  });
  return { ...tables, partOf: parts.find, parts };
};
