/** The search index of a pack: whole, or with its postings left in the file. */
import { hasSoundSum, hasSoundSumInParts, type ReadRange } from '@/lib/domain/bytes/sections';
import { openSearchIndex, type SearchIndex } from '@/lib/domain/search';
import { openIndexInFile } from '@/lib/domain/search/index-in-file';
import type { PackIds } from './ids-file';
import { SEARCH_FILE, type PackManifest } from './manifest';
import type { PackSource } from './index';

/** What the index is opened from. */
interface IndexSources extends Pick<PackSource, 'read' | 'readRange' | 'taxonomy' | 'whenIdle'> {
  readonly manifest: PackManifest;
  /** Undefined if they cannot be read. */
  readonly ids: () => Promise<PackIds | undefined>;
  /** Reports that the index cannot be read, once. */
  readonly fault: () => undefined;
}

/** Opens the index at every call. */
interface PackIndexes {
  readonly openWhole: () => Promise<SearchIndex | undefined>;
  /**
   * For queries: with its postings in the file if the source reads ranges and the manifest has the file's size,
   * otherwise the whole.
   */
  readonly openForQueries: (
    whole: () => Promise<SearchIndex | undefined>,
  ) => Promise<SearchIndex | undefined>;
}

/** Ways to open the index of a pack; undefined if it is damaged or cannot be read. */
export const createIndexes = (sources: IndexSources): PackIndexes => {
  const { read, readRange, taxonomy, whenIdle, manifest, ids, fault } = sources;
  const [size = 0] = manifest.files.flatMap(({ name, bytes }) => (name === SEARCH_FILE ? [bytes] : []));
  const readPart: ReadRange = async (from, to) => {
    const part = await readRange?.(SEARCH_FILE, from, to).catch(() => undefined);
    if (part?.length === to - from) return part;
    // A browser may refuse ranges, or fail once: the whole file is in memory only for the moment.
    const whole = await read(SEARCH_FILE);
    return whole?.length === size ? whole.slice(from, to) : fault();
  };
  const openWhole = async (): Promise<SearchIndex | undefined> => {
    const [list, bytes = new Uint8Array(0)] = await Promise.all([ids(), read(SEARCH_FILE)]);
    if (list === undefined) return undefined;
    const opened = openSearchIndex(bytes, list, taxonomy, whenIdle !== undefined);
    if (!opened.ok) return fault();
    // Until then damaged bytes can at worst match wrong words: nothing read from them points outside the pack.
    whenIdle?.(() => void (hasSoundSum(bytes) || fault()));
    return opened.index;
  };
  const openInFile = async (): Promise<SearchIndex | undefined> => {
    const list = await ids();
    if (list === undefined) return undefined;
    const opened = await openIndexInFile(readPart, size, list, taxonomy);
    if (!opened.ok) return fault();
    const check = async (): Promise<SearchIndex | undefined> =>
      (await hasSoundSumInParts(readPart, size)) === true ? opened.index : fault();
    if (!whenIdle) return check();
    whenIdle(() => void check());
    return opened.index;
  };
  return { openWhole, openForQueries: (whole) => (readRange && size > 0 ? openInFile() : whole()) };
};
