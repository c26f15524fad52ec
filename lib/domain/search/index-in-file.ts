/** Opens a search index whose largest parts stay in the file: postings, words, and which paper has which values. */
import { readSectionPlaces, type ReadRange, type Sections } from '@/lib/domain/bytes/sections';
import type { TagDefinition } from '../paper';
import { dictionaryOf } from './dictionary';
import type { IdList } from './ids';
import { failIndex, INDEX_KIND, lengthsIn, openIndexSections } from './index-file';
import type { IndexResult, SearchIndex } from './index-file';
import { joinSessions, partsInFile } from './parts-in-file';
import type { FilePart, PartsInFile } from './parts-in-file';
import { openTables, STREAMS } from './posting-lists';
import { postingsInFile } from './postings-in-file';
import type { PostingsInFile } from './postings-in-file';
import { readIndexMeta, readValueTable } from './value-table';
import type { ValueTable } from './values';
import { wordsInFile } from './words-in-file';

/** The table of sections is shorter: it has some twenty names. */
const TABLE = 2048;

type SectionPlaces = ReadonlyMap<string, { readonly from: number; readonly to: number }>;

const EMPTY = new Uint8Array(0);
const NO_VALUES: ValueTable = { values: [], starts: new Uint32Array(1), numbers: new Uint16Array(0) };

interface ValuesPart extends FilePart {
  readonly table: ValueTable;
}

/** The table of values as a part that is read for each query that needs it. */
const valuesInFile = (
  papers: number,
  readSection: (name: string) => Promise<Uint8Array | undefined>,
): PartsInFile<ValuesPart> =>
  partsInFile({
    stretchesOf: () => [[0, 1]],
    read: async () => {
      const [meta, bytes] = await Promise.all([readSection('meta'), readSection('values')]);
      const values = meta && readIndexMeta(meta)?.values;
      const table = values && bytes && readValueTable(bytes, papers, values);
      return table && { from: 0, to: 1, size: bytes.length, table };
    },
  });

/** What is left in the file, and what is not of the columns that are decoded on demand. */
interface Left {
  readonly words: ReturnType<typeof wordsInFile>;
  readonly values: PartsInFile<ValuesPart>;
  readonly postings: PostingsInFile;
  readonly lengths: Sections;
}

/** The same index without what is left in the file. */
const leftInFile = (index: SearchIndex, { words, values, postings, lengths }: Left): SearchIndex => {
  const { size } = index;
  const dictionary = dictionaryOf(index.dictionary, words);
  const all = [words.parts, values, postings.parts];
  let lengthsOf = lengthsIn(lengths, size);
  return {
    ...index,
    dictionary,
    get table() {
      return values.find(0)?.table ?? NO_VALUES;
    },
    get lengthsOf() {
      return lengthsOf;
    },
    startSession: () => joinSessions(all.map((parts) => parts.startSession())),
    lacks: () => all.some((parts) => parts.lacks()),
    free: () => {
      lengthsOf = lengthsIn(lengths, size);
      dictionary.codes.forget();
      dictionary.heads.length = 0;
    },
  };
};

/** Reads sections of a file. */
const sectionReader =
  (read: ReadRange, places: SectionPlaces) =>
  async (name: string): Promise<Uint8Array | undefined> => {
    const place = places.get(name);
    return place === undefined || place.from === place.to ? EMPTY : read(place.from, place.to);
  };

/** Reads all sections but the streams of postings; undefined if one cannot be read. */
const readSections = async (
  places: SectionPlaces,
  readSection: ReturnType<typeof sectionReader>,
): Promise<Sections | undefined> => {
  const names = [...places.keys()].filter((name) => !STREAMS.some((stream) => stream === name));
  const loaded = await Promise.all(
    names.map(async (name) => {
      const bytes = await readSection(name);
      return bytes ? [[name, bytes] as const] : [];
    }),
  );
  const sections = new Map(loaded.flat());
  return sections.size === names.length ? sections : undefined;
};

/** How a file is read: any of its bytes, or a section. */
interface FileReader {
  readonly read: ReadRange;
  readonly readSection: ReturnType<typeof sectionReader>;
}

/** What was read of a file: its sections but the streams of postings, where all lie, and the file's format. */
interface ReadFile {
  readonly sections: Sections;
  readonly places: SectionPlaces;
  readonly format: number;
}

/** Opens an index from what was read of its file, and leaves in it what can be left. */
const openLeft = (
  { sections, places, format }: ReadFile,
  { read, readSection }: FileReader,
  ids: IdList,
  taxonomy: readonly TagDefinition[],
): IndexResult => {
  const placeOf = (name: string) => places.get(name) ?? { from: 0, to: 0 };
  const [gaps, codes, positions] = [placeOf('gaps'), placeOf('codes'), placeOf('positions')];
  const sizes = [gaps, codes, positions].map(({ from, to }) => to - from);
  const streams = { gaps: gaps.from, codes: codes.from, positions: positions.from };
  let postings: PostingsInFile | undefined;
  const opened = openIndexSections({ sections, format }, ids, taxonomy, (lists) => {
    const tables = openTables(sections, lists, ids.size, sizes);
    return (postings = tables && postingsInFile(tables, streams, read));
  });
  if (!opened.ok || !postings) return opened;
  const { index } = opened;
  const file = { words: placeOf('words'), entries: placeOf('entries') };
  const left = {
    words: wordsInFile(index.dictionary, sections.get('words') ?? EMPTY, file, read),
    values: valuesInFile(ids.size, readSection),
    postings,
    lengths: new Map([...sections].filter(([name]) => name.startsWith('length:'))),
  };
  return { ok: true, index: leftInFile(index, left) };
};

/**
 * As `openSearchIndex`, for a file of this size that is read in parts. Its checksum is not computed
 * (`hasSoundSumInParts`). All but the postings is read once and checked. Each section has bytes of its own, so that
 * those that are not kept are freed.
 */
export const openIndexInFile = async (
  read: ReadRange,
  size: number,
  ids: IdList,
  taxonomy: readonly TagDefinition[],
): Promise<IndexResult> => {
  const head = await read(0, Math.min(size, TABLE));
  if (head === undefined) return failIndex('its beginning cannot be read');
  const found = readSectionPlaces(head, INDEX_KIND, size);
  if (!found.ok) return failIndex(found.message);
  const { places, format } = found;
  const readSection = sectionReader(read, places);
  const sections = await readSections(places, readSection);
  if (sections === undefined) return failIndex('a part of it cannot be read');
  return openLeft({ sections, places, format }, { read, readSection }, ids, taxonomy);
};
