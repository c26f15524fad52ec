/** The engines that the search is measured beside, behind one interface, each set up as its manual advises. */
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import {
  buildSearchIndex,
  createCollection,
  findMatches,
  listIds,
  openSearchIndex,
  search,
} from '@/lib/domain/search';
import type { SearchablePaper } from '@/lib/domain/search';

/** What is asked: all words, a prefix as the last word, a word with a typo. */
export type QueryKind = 'words' | 'prefix' | 'typo';

/** A loaded engine: gives the number of papers found. */
export type Ask = (kind: QueryKind, query: string) => number;

/** One engine in the form in which all are measured. */
export interface SearchEngine {
  /** Builds the index and gives it as it would be kept in a file. */
  readonly build: (papers: readonly SearchablePaper[]) => Promise<Uint8Array>;
  /** Loads the file; the engines that need the papers to search get them. */
  readonly load: (file: Uint8Array<ArrayBuffer>, papers: readonly SearchablePaper[]) => Promise<Ask>;
  /** Kinds of query that the engine can answer. */
  readonly kinds: readonly QueryKind[];
}

const ALL_KINDS: readonly QueryKind[] = ['words', 'prefix', 'typo'];
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

/** Hits whose matched words are marked: what the popup shows at once. */
const SHOWN = 20;

const own: SearchEngine = {
  kinds: ALL_KINDS,
  build: (papers) => Promise.resolve(buildSearchIndex(papers, [])),
  load: (file, papers) => {
    const ids = listIds(papers.map(({ id }) => id));
    const opened = openSearchIndex(file, ids, []);
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
  kinds: ALL_KINDS,
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
          prefix: kind === 'prefix' ? (_, at, terms) => at === terms.length - 1 : false,
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
  kinds: ['words', 'prefix'],
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
  kinds: ALL_KINDS,
  build: (papers) => Promise.resolve(encode(Fuse.createIndex(FIELDS, papers.map(flatten)))),
  load: (file, papers) => {
    const index = Fuse.parseIndex<Record<string, string>>(JSON.parse(decode(file)));
    const searcher = new Fuse(papers.map(flatten), FUSE, index);
    return Promise.resolve((_, query) => searcher.search(query).length);
  },
};

const openSqlite = async (): Promise<Awaited<ReturnType<typeof sqlite3InitModule>>> => sqlite3InitModule();
const sqlite: SearchEngine = {
  kinds: ['words', 'prefix'],
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
      found.bind(kind === 'prefix' ? `${words}*` : words);
      let count = 0;
      while (found.step()) count += 1;
      found.reset();
      return count;
    };
  },
};

/** Ours and the alternatives, by the names that the tables print. */
export const SEARCH_ENGINES = {
  own,
  minisearch: miniSearch,
  flexsearch: flexSearch,
  fuse,
  'sqlite FTS5': sqlite,
};
export type EngineName = keyof typeof SEARCH_ENGINES;
