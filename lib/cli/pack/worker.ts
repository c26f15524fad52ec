/** A thread of a build: compiles lines to papers, and papers to parts of the search index. */
import { parentPort } from 'node:worker_threads';
import { readCatalogueSource } from '@/data/build/source';
import { readRelatedModel, readTermStatistics } from '@/data/build/model-files';
import { DATA_FOLDER } from '@/data/build';
import { searchableRecord } from '@/lib/domain/pack/record';
import { buildSearchIndex } from '@/lib/domain/search';
import { createCompiler } from './compile-record';
import { readSourceRecord } from './source-record';
import { readSpooled } from './tasks';
import type { LineFault, ReadPaper, SpooledPaper, WorkerAnswer, WorkerTask } from './tasks';

const { tags } = readCatalogueSource(DATA_FOLDER);
const compile = createCompiler(tags, readTermStatistics().idf, readRelatedModel());

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The caller reports a line that is not JSON as a fault.
    return undefined;
  }
};

const readLines = (lines: readonly string[], firstLine: number): WorkerAnswer => {
  const papers: ReadPaper[] = [];
  const faults: LineFault[] = [];
  for (const [at, text] of lines.entries()) {
    const line = firstLine + at;
    const trimmed = text.replace(/^\uFEFF/, '').trim();
    if (trimmed === '') continue;
    const value = parse(trimmed);
    const source = value === undefined ? 'not JSON' : readSourceRecord(value);
    if (typeof source === 'string') {
      faults.push({ line, message: source });
      continue;
    }
    const compiled = compile(source);
    const { record, choice } = compiled;
    const spooled: SpooledPaper = { ...compiled, line };
    papers.push({ line, id: record.id, published: record.published, choice, json: JSON.stringify(spooled) });
  }
  return { kind: 'read', papers, faults };
};

parentPort?.on('message', (task: WorkerTask) => {
  if (task.kind === 'read') {
    parentPort?.postMessage(readLines(task.lines, task.firstLine), []);
    return;
  }
  const papers = task.papers.map(readSpooled).map(({ record, terms }) => searchableRecord(record, terms));
  const bytes = buildSearchIndex(papers, tags);
  parentPort?.postMessage({ kind: 'index', bytes } satisfies WorkerAnswer, [bytes.buffer]);
});
