/**
 * Our search engine and those it is compared with, behind one interface, each configured as its documentation
 * recommends.
 */
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { openIds, writeIds } from '@/lib/domain/pack/ids-file';
import {
  buildSearchIndex,
  createCollection,
  findMatches,
  openSearchIndex,
  search,
} from '@/lib/domain/search';
import type { SearchablePaper } from '@/lib/domain/search';
import { QUERY_KINDS } from './search-queries';
import type { QueryKind } from './search-queries';

/** Runs a query on a loaded engine; returns the number of papers found. */
export type Ask = (kind: QueryKind, query: string) => number;

/** The interface of an engine under test. */
interface SearchEngine {
  /** Builds the index and returns it as it would be stored in a file. */
  readonly build: (papers: readonly SearchablePaper[]) => Promise<Uint8Array>;
  /** Loads the file; the papers are for engines that need them to search. */
  readonly load: (file: Uint8Array<ArrayBuffer>, papers: readonly SearchablePaper[]) => Promise<Ask>;
  /** The kinds of queries that the engine supports. */
  readonly kinds: readonly QueryKind[];
}

/** Without tolerance for typos. */
const EXACT: readonly QueryKind[] = ['keystroke', 'words', 'prefix'];
/** Kinds whose last word may be the beginning of a word. */
const isOpen = (kind: QueryKind): boolean => kind === 'prefix' || kind === 'keystroke';
const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const decode = (file: Uint8Array): string => new TextDecoder().decode(file);

const FIELDS = ['title', 'authors', 'tags', 'venue', 'published'];
const flatten = (paper: SearchablePaper): Record<string, string> => ({
  id: paper.id,
  title: paper.title,
  authors: paper.authors.join(', '),
  tags: paper.tags.join(' '),
  venue: paper.venue,
  published: paper.published,
});

/** How many hits have their matches marked: as many as the popup shows at once. */
const SHOWN = 20;

const own: SearchEngine = {
  kinds: QUERY_KINDS,
  // A pack has its ids in a file of their own; here both are one, with the length of the first before it.
  build: (papers) => {
    const ids = writeIds(papers.map(({ id }) => id));
    const index = buildSearchIndex(papers, []);
    const file = new Uint8Array(4 + ids.length + index.length);
    new DataView(file.buffer).setUint32(0, ids.length, true);
    file.set(ids, 4);
    file.set(index, 4 + ids.length);
    return Promise.resolve(file);
  },
  load: (file, papers) => {
    const end = 4 + new DataView(file.buffer).getUint32(0, true);
    const ids = openIds(file.slice(4, end));
    if (ids === undefined) throw new Error('the ids are damaged');
    // As the extension does, which computes the checksum when there is time.
    const opened = openSearchIndex(file.subarray(end), ids, [], true);
    if (!opened.ok) throw new Error(opened.message);
    const collection = createCollection([{ name: 'corpus', index: opened.index }]);
    return Promise.resolve((_, query) => {
      const { hits, marking, total } = search(collection, query);
      const shown = hits.slice(0, SHOWN).map(({ id }) => papers[ids.find(id) ?? 0]);
      const areMarked = shown.every(
        (paper) => paper !== undefined && findMatches(paper, marking, () => undefined).length > 0,
      );
      return areMarked ? total : -total;
    });
  },
};

const MINI = { fields: FIELDS, idField: 'id' };
const miniSearch: SearchEngine = {
  kinds: QUERY_KINDS,
  build: (papers) => {
    const index = new MiniSearch(MINI);
    index.addAll(papers.map(flatten));
    return Promise.resolve(encode(index));
  },
  load: (file) => {
    const index = MiniSearch.loadJSON(decode(file), MINI);
    return Promise.resolve(
      (kind, query) =>
        index.search(query, {
          combineWith: 'AND',
          prefix: isOpen(kind) ? (_, at, terms) => at === terms.length - 1 : false,
          fuzzy: kind === 'typo' ? 0.2 : false,
          boost: { title: 2 },
        }).length,
    );
  },
};

const createFlex = (): Document =>
  new Document({
    document: { id: 'id', index: FIELDS.map((field) => ({ field, tokenize: 'forward' as const })) },
  });
const flexSearch: SearchEngine = {
  kinds: EXACT,
  build: (papers) => {
    const index = createFlex();
    for (const paper of papers) index.add(flatten(paper));
    const parts: [string, string][] = [];
    index.export((key: string, data: string) => void parts.push([key, data]));
    return Promise.resolve(encode(parts));
  },
  load: (file) => {
    const index = createFlex();
    const parts: unknown = JSON.parse(decode(file));
    for (const part of Array.isArray(parts) ? parts : []) {
      if (Array.isArray(part)) index.import(String(part[0]), String(part[1]));
    }
    return Promise.resolve((_, query) =>
      index.search(query, { limit: 1000 }).reduce((sum, { result }) => sum + result.length, 0),
    );
  },
};

const FUSE = { keys: FIELDS, threshold: 0.3, ignoreLocation: true };
const fuse: SearchEngine = {
  kinds: QUERY_KINDS,
  build: (papers) => Promise.resolve(encode(Fuse.createIndex(FIELDS, papers.map(flatten)))),
  load: (file, papers) => {
    const index = Fuse.parseIndex<Record<string, string>>(JSON.parse(decode(file)));
    const searcher = new Fuse(papers.map(flatten), FUSE, index);
    return Promise.resolve((_, query) => searcher.search(query).length);
  },
};

let outside = (): number => 0;
/** Bytes of WebAssembly's memory, which the browser does not count among those of the page. */
export const heldOutside = (): number => outside();

const openSqlite = async (): Promise<Awaited<ReturnType<typeof sqlite3InitModule>>> => sqlite3InitModule();
const sqlite: SearchEngine = {
  kinds: EXACT,
  build: async (papers) => {
    const { oo1, capi } = await openSqlite();
    const db = new oo1.DB(':memory:');
    db.exec(
      `create virtual table p using fts5(id unindexed, ${FIELDS.join(', ')}, tokenize='porter unicode61', prefix='2 3')`,
    );
    db.exec('begin');
    const insert = db.prepare('insert into p values (?, ?, ?, ?, ?, ?)');
    for (const paper of papers) insert.bind(Object.values(flatten(paper))).stepReset();
    insert.finalize();
    db.exec('commit');
    return capi.sqlite3_js_db_export(db);
  },
  load: async (file) => {
    const { oo1, capi, wasm } = await openSqlite();
    const db = new oo1.DB(':memory:');
    const pointer = wasm.allocFromTypedArray(file);
    outside = () => wasm.heap8u().buffer.byteLength;
    const { pointer: handle } = db;
    if (handle === undefined) throw new Error('no database');
    capi.sqlite3_deserialize(
      handle,
      'main',
      pointer,
      file.byteLength,
      file.byteLength,
      capi.SQLITE_DESERIALIZE_FREEONCLOSE,
    );
    const found = db.prepare('select id from p where p match ? order by bm25(p) limit 100');
    return (kind, query) => {
      const words = (query.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' ');
      found.bind(isOpen(kind) ? `${words}*` : words);
      let count = 0;
      while (found.step()) count += 1;
      found.reset();
      return count;
    };
  },
};

/** Our engine and the alternatives, by the names in the printed tables. */
export const SEARCH_ENGINES = {
  own,
  minisearch: miniSearch,
  flexsearch: flexSearch,
  fuse,
  'sqlite FTS5': sqlite,
};
/** Name of an engine, as the bench prints it. */
export type EngineName = keyof typeof SEARCH_ENGINES;

/** Whether this is the name of an engine. */
export const isEngine = (name: string): name is EngineName => Object.hasOwn(SEARCH_ENGINES, name);
