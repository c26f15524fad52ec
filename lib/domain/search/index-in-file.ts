/** Opens a search index whose postings, nearly three quarters of it, stay in the file. */
import { readSectionPlaces, type ReadRange } from '@/lib/domain/bytes/sections';
import type { TagDefinition } from '../paper';
import type { IdList } from './ids';
import { failIndex, INDEX_KIND, openIndexSections } from './index-file';
import type { IndexResult } from './index-file';
import { openTables, STREAMS } from './posting-lists';
import { postingsInFile } from './postings-in-file';

/** The table of sections is shorter: it has some twenty names. */
const TABLE = 2048;

const isStream = (name: string): boolean => STREAMS.some((stream) => stream === name);

/**
 * As `openSearchIndex`, for a file of this size that is read in parts. Its checksum is not computed
 * (`hasSoundSumInParts`). Each section has bytes of its own, so that those that are decoded at once are freed.
 */
export const openIndexInFile = async (
  read: ReadRange,
  size: number,
  ids: IdList,
  taxonomy: readonly TagDefinition[],
): Promise<IndexResult> => {
  const head = await read(0, Math.min(size, TABLE));
  if (head === undefined) return failIndex('its beginning cannot be read');
  const table = readSectionPlaces(head, INDEX_KIND, size);
  if (!table.ok) return failIndex(table.message);
  const { places } = table;
  const loaded = await Promise.all(
    [...places].map(async ([name, { from, to }]) => {
      if (isStream(name)) return [];
      const bytes = from === to ? new Uint8Array(0) : await read(from, to);
      return bytes ? [[name, bytes] as const] : [];
    }),
  );
  const sections = new Map(loaded.flat());
  if ([...places.keys()].some((name) => !isStream(name) && !sections.has(name)))
    return failIndex('a part of it cannot be read');
  const [gaps, codes, positions] = STREAMS.map((name) => places.get(name) ?? { from: size, to: size });
  if (!gaps || !codes || !positions) return failIndex('its postings are missing');
  return openIndexSections(sections, ids, taxonomy, (lists) => {
    const sizes = [gaps, codes, positions].map(({ from, to }) => to - from);
    const tables = openTables(sections, lists, ids.size, sizes);
    if (!tables) return undefined;
    const postings = postingsInFile(
      tables,
      { gaps: gaps.from, codes: codes.from, positions: positions.from },
      read,
    );
    return { postings, startSession: postings.startSession };
  });
};
