/**
 * A pack: papers in compiled form, as a folder of files. `ids.bin` lists its papers, `search.bin` is the
 * search index, `vectors.bin` is for related papers, `records/` has the facts about each paper in shards,
 * `start.json` is what the search shows before a query, and `manifest.json` describes all of it. Files are
 * read through a function, so that the same code serves the command line, extension pages, workers and the
 * background.
 */
import { decodeText } from '@/lib/domain/bytes';
import type { ReadRange } from '@/lib/domain/bytes/sections';
import type { TagDefinition } from '@/lib/domain/paper';
import type { Provenance } from '@/lib/domain/provenance';
import type { RelatedModel } from '@/lib/domain/related/model';
import type { SearchIndex } from '@/lib/domain/search';
import { createBest } from '@/lib/domain/search/best';
import { askInFiles } from '@/lib/domain/search/search-in-file';
import { papersOfValue } from '@/lib/domain/search/values';
import type { Pack, PageOf, PaperRow, SearchablePack } from '@/lib/domain/store';
import { createPackSearcher } from '@/lib/domain/store/query';
import { openIds } from './ids-file';
import type { PackIds } from './ids-file';
import { createIndexes } from './indexes';
import {
  IDS_FILE,
  MANIFEST_FILE,
  parseManifest,
  SEARCH_FILE,
  shardFile,
  START_FILE,
  VECTORS_FILE,
} from './manifest';
import type { PackManifest } from './manifest';
import { searchableRecord } from './record';
import { createRelations } from './relations';
import type { PackRecord } from './record';
import { annotationOf, parseStart, rowOfRecord } from './rows';
import { openShard, type ShardReader } from './shard';

/** Reads a file of a pack; undefined if it does not exist. */
export type ReadAsset = (name: string) => Promise<Uint8Array | undefined>;

/** What a pack is opened from. */
export interface PackSource {
  readonly read: ReadAsset;
  /**
   * Reads the bytes `from` to `to` (exclusive) of a file. If set, a search reads only what it needs of the index,
   * for contexts where memory matters more than time; related papers still need the whole index.
   */
  readonly readRange?: ((name: string, ...range: Parameters<ReadRange>) => ReturnType<ReadRange>) | undefined;
  readonly taxonomy: readonly TagDefinition[];
  /** Default `automatic`. */
  readonly provenance?: Provenance | undefined;
  /** How many shards are kept opened, 256 by default; each takes about 30 kilobytes. */
  readonly shardsKept?: number | undefined;
  /**
   * Opens the vectors of words; called when related papers are first asked for. Without them only words and
   * tags are compared.
   */
  readonly readModel?: (() => Promise<RelatedModel | undefined>) | undefined;
  /**
   * Calls `task` when there is time, to compute the index's checksum after the first answer. If absent, the
   * checksum is computed at once.
   */
  readonly whenIdle?: ((task: () => void) => void) | undefined;
  /** Called once for each file that cannot be read. */
  readonly onFault?: ((message: string) => void) | undefined;
}

/** A pack as a store, with its manifest. */
export type CompiledPack = Pack & { readonly manifest: PackManifest };

/** An opened pack, or a sentence that says why it cannot be opened. */
type PackResult =
  { readonly ok: true; readonly pack: CompiledPack } | { readonly ok: false; readonly message: string };

/**
 * How many shards stay opened: the rows of a list are in many, and are needed again at each keystroke. Each has about
 * 30 kilobytes; together they have 65,000 papers.
 */
const SHARDS_KEPT = 256;
/** For how many papers the words of their texts are kept, since the next keystroke shows most of them again. */
const SHOWN_KEPT = 120;

/** A cache of the most recently used items; an item that is being loaded is not loaded twice. */
const createMemory = <Key, T>(size: number, load: (key: Key) => Promise<T>): ((key: Key) => Promise<T>) => {
  const kept = new Map<Key, Promise<T>>();
  return (key) => {
    const known = kept.get(key) ?? load(key);
    kept.delete(key);
    kept.set(key, known);
    const [oldest] = kept.keys();
    if (kept.size > size && oldest !== undefined) kept.delete(oldest);
    return known;
  };
};

const once = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loading: Promise<T> | undefined;
  return () => (loading ??= load());
};

/** The newest papers with a tag, at most so many, and how many there are. */
const newestWith = (
  index: SearchIndex,
  tagId: string,
  most: number,
): { readonly ids: readonly string[]; readonly total: number } => {
  const { table, days, ids } = index;
  const value = table.values.findIndex(({ kind, text }) => kind === 'tags' && text === tagId);
  const papers = value < 0 ? new Uint32Array(0) : papersOfValue(table, value);
  const day = (paper: number): number => days[paper] ?? 0;
  const newest = createBest<number>(most, (a, b) => (day(a) - day(b) || a - b) > 0);
  for (const paper of papers) newest.offer(paper);
  return { ids: newest.take().map((paper) => ids.at(paper)), total: papers.length };
};

/** Opens a pack from its manifest; everything else is read on first use. Never throws or rejects. */
export const openPack = async (source: PackSource): Promise<PackResult> => {
  const { read, taxonomy, provenance = 'automatic', shardsKept = SHARDS_KEPT, onFault } = source;
  const readModel = source.readModel ?? (() => Promise.resolve(undefined));
  // A file that cannot be read counts as missing; the pack reports which one it is.
  const readSafely: ReadAsset = (name) => read(name).catch(() => undefined);
  const manifestBytes = await readSafely(MANIFEST_FILE);
  const parsed = parseManifest(decodeText(manifestBytes ?? new Uint8Array(0)));
  if (!parsed.ok) return parsed;
  const { manifest } = parsed;
  const definitions = new Map(taxonomy.map((tag) => [tag.id, tag]));
  const findTag = (id: string): TagDefinition | undefined => definitions.get(id);
  const damaged = new Set<string>();
  const fault = (file: string): undefined => {
    if (!damaged.has(file))
      onFault?.(`${file} of the pack “${manifest.name}” cannot be read; its papers are missing.`);
    damaged.add(file);
    return undefined;
  };

  const ids = once(async (): Promise<PackIds | undefined> => {
    const opened = openIds((await readSafely(IDS_FILE)) ?? new Uint8Array(0));
    return opened?.size === manifest.papers ? opened : fault(IDS_FILE);
  });
  const { openWhole, openForQueries } = createIndexes({
    ...source,
    read: readSafely,
    manifest,
    ids,
    fault: () => fault(SEARCH_FILE),
  });
  const unlessDamaged = (open: () => Promise<SearchIndex | undefined>) => async () => {
    const opened = await open();
    return damaged.has(SEARCH_FILE) ? undefined : opened;
  };
  const wholeIndex = unlessDamaged(once(openWhole));
  const index = unlessDamaged(once(() => openForQueries(wholeIndex)));
  const shard = createMemory(shardsKept, async (number: number): Promise<ShardReader | undefined> => {
    const [list, bytes] = await Promise.all([ids(), readSafely(shardFile(number))]);
    if (list === undefined) return undefined;
    const from = number * manifest.shardSize;
    const members = list.slice(from, Math.min(list.size, from + manifest.shardSize));
    return openShard(bytes ?? new Uint8Array(0), members, manifest.tags) ?? fault(shardFile(number));
  });
  const record = async (id: string): Promise<PackRecord | undefined> => {
    const place = (await ids())?.find(id);
    if (place === undefined) return undefined;
    const number = Math.floor(place / manifest.shardSize);
    const open = await shard(number);
    const found = open?.(place % manifest.shardSize);
    if (open && !found) return fault(shardFile(number));
    return found?.id === id ? found : undefined;
  };
  const row = async (id: string): Promise<PaperRow | undefined> => {
    const found = await record(id);
    return found && rowOfRecord(found, provenance);
  };

  const tagged = async (tagId: string, limit: number, offset: number): Promise<PageOf<PaperRow>> => {
    const opened = await index();
    const found = opened && (await askInFiles([opened], () => newestWith(opened, tagId, limit + offset)));
    if (!found?.ok) return { rows: [], total: 0 };
    const rows = await Promise.all(found.answer.ids.slice(offset).map(row));
    return { rows: rows.filter((each) => each !== undefined), total: found.answer.total };
  };

  const searchable: SearchablePack = {
    name: manifest.name,
    index,
    show: createMemory(Math.min(SHOWN_KEPT, shardsKept * 2), async (id: string) => {
      const found = await record(id);
      return found && { row: rowOfRecord(found, provenance), searchable: searchableRecord(found) };
    }),
  };
  const searcher = createPackSearcher([searchable], findTag);
  const relations = createRelations({
    index: wholeIndex,
    readVectors: () => readSafely(VECTORS_FILE),
    readModel,
    record,
    row,
    findTag,
    onFault: () => fault(VECTORS_FILE),
  });
  const { name, date, papers, results, withCode } = manifest;
  const facts = { name, provenance, version: manifest.hash.slice(0, 8), date, papers, results, withCode };
  return {
    ok: true,
    pack: {
      name,
      searchable: [searchable],
      manifest,
      provenance,
      facts: () => Promise.resolve({ packs: [facts], date, papers }),
      has: async (asked) => {
        const list = await ids();
        return asked.map((id) => list?.find(id) !== undefined);
      },
      get: async (id) => {
        const found = await record(id);
        return found && annotationOf(found, provenance, findTag);
      },
      query: searcher.query,
      prepare: searcher.prepare,
      tagged: (tagId, { limit, offset = 0 }) => tagged(tagId, limit, offset),
      start: async (limits) =>
        parseStart(decodeText((await readSafely(START_FILE)) ?? new Uint8Array(0)), limits, findTag),
      ...relations,
    },
  };
};
