/**
 * Compares a key press in the search of my papers with one in the packs, over the same span (from the key to the rows
 * that are drawn first) and with the same queries: `tsx lib/cli/bench/own-search.ts [papers]`. My papers are that many
 * of the shipped pack, with the terms of their abstracts, as if each had been saved from its page.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from '@/data/build';
import { readCatalogueSource } from '@/data/build/source';
import { CORPUS, readCorpus } from '@/lib/cli/corpus';
import { compilePart, joinParts, openPart } from '@/lib/domain/library/own-index';
import { readRows, rowOfSaved, writeRows } from '@/lib/domain/library/saved-row';
import { createSavedSearch } from '@/lib/domain/library/saved-search';
import { openPack, type CompiledPack } from '@/lib/domain/pack';
import { makeKnownItems, QUERY_KINDS } from './known-items';
import { benchPapers, hasBenchPapers, PACK, type BenchPaper } from './own-papers';
import { quantile } from './quantile';

const PAPERS = Number(process.argv[2] ?? 20_000);
/** How many hits a key asks for and how many rows it draws, as the popup and the page of my papers do. */
const POPUP = 14;
const PAGE = { hits: 200, rows: 40 } as const;
/** Queries of each kind, typed letter by letter. */
const QUERIES = 40;
/** Papers that are compiled at once, as the background does. */
const PART = 500;

const { tags } = readCatalogueSource(DATA_FOLDER);

/** The shipped pack, opened as the extension does. */
async function openShipped(): Promise<CompiledPack> {
  const opened = await openPack({
    read: (name) => {
      const { buffer, byteOffset, length } = readFileSync(join(PACK, name));
      return Promise.resolve(new Uint8Array(buffer, byteOffset, length));
    },
    taxonomy: tags,
    whenIdle: (task) => void setTimeout(task, 3000),
    onFault: (message) => console.error(message),
  });
  if (!opened.ok) throw new Error(opened.message);
  return opened.pack;
}

/** Milliseconds of the processor for one piece of work. */
async function timeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A function that answers one key in my papers: the best hits, and the rows that are drawn first. */
function openOwn(saved: readonly BenchPaper[]): (text: string) => number {
  const parts = [];
  for (let at = 0; at < saved.length; at += PART) {
    const part = openPart(compilePart(saved.slice(at, at + PART), { taxonomy: tags }), tags);
    if (part) parts.push({ part });
  }
  const whole = openPart(joinParts(parts), tags);
  const rows = readRows(writeRows(saved.map(({ paper }) => rowOfSaved(paper))));
  if (!whole || !rows) throw new Error('My papers cannot be compiled');
  const find = new Map(rows.map((row) => [String(row.id), row]));
  const marks = new Map(rows.map(({ id, status, ownTags }) => [String(id), { status, ownTags }]));
  const search = createSavedSearch(tags, { index: whole.opened });
  return (text) => {
    const { hits } = search.query(text, marks, PAGE.hits);
    return hits.slice(0, PAGE.rows).reduce((sum, { id }) => sum + (find.get(id)?.title.length ?? 0), 0);
  };
}

const line = (name: string, papers: number, of: readonly number[]): string =>
  `| ${name} | ${papers} | ${quantile(of, 0.5).toFixed(1)} ms | ${quantile(of, 0.95).toFixed(1)} ms |`;

if (!hasBenchPapers()) {
  console.log(`skipped: ${PACK} or ${CORPUS} is not here`);
} else {
  const documents = new Map((await readCorpus(CORPUS)).map((document) => [document.id, document]));
  const saved = benchPapers(PAPERS, documents);
  const items = saved.flatMap(({ paper }, at) => {
    const document = documents.get(paper.id);
    const measured = paper.results.flatMap(({ metric, data }) =>
      metric !== null && data !== undefined ? [[metric, data] as const] : [],
    );
    return at % 5 === 0 && document ? [{ ...document, measured }] : [];
  });
  const pack = await openShipped();
  const own = openOwn(saved);
  const keys = makeKnownItems(items, QUERIES).flatMap(({ text }) =>
    Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1)),
  );
  const times = { packs: [] as number[], own: [] as number[] };
  await pack.query({ text: keys[0] ?? '' }, { limit: POPUP });
  own(keys[0] ?? '');
  // In turn, so that other load on the machine is the same for both.
  for (const text of keys) {
    times.packs.push(await timeOf(() => pack.query({ text }, { limit: POPUP })));
    times.own.push(await timeOf(() => own(text)));
  }
  console.log(
    [
      `A key to its first rows, ${keys.length} keys of ${QUERY_KINDS.length * QUERIES} queries, time of the processor`,
      '| | papers | median | 95 of 100 at most |',
      '|---|---|---|---|',
      line('the packs', pack.manifest.papers, times.packs),
      line('my papers', saved.length, times.own),
    ].join('\n'),
  );
  if (quantile(times.own, 0.5) > quantile(times.packs, 0.5)) process.exitCode = 1;
  if (quantile(times.own, 0.95) > quantile(times.packs, 0.95)) process.exitCode = 1;
}
