/** `pack build`: reads records on all cores, selects papers, and writes a pack. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FOLDER } from '@/data/build';
import { readRelatedModel } from '@/data/build/model-files';
import { readCatalogueSource } from '@/data/build/source';
import { readLines } from '@/lib/cli/corpus';
import { listIds, openSearchIndex } from '@/lib/domain/search';
import { mergeIndexes } from '@/lib/domain/search/merge';
import type { IndexPart } from '@/lib/domain/search/merge';
import type { TagDefinition } from '@/lib/domain/paper';
import type { Pool } from './pool';
import { createPool } from './pool';
import type { Progress } from './progress';
import { createSpool } from './spool';
import type { Cut, Spool } from './spool';
import { CHOICE } from './compile-record';
import type { LineFault, WorkerTask } from './tasks';
import { createPackWriter } from './write-pack';
import type { PackWriter, WrittenPack } from './write-pack';

/** The options of a build. */
interface BuildOptions {
  readonly files: readonly string[];
  readonly name: string;
  /** The pack's folder; it is replaced once everything is written. */
  readonly folder: string;
  readonly source: string;
  readonly reader: string;
  /** The maximum number of papers. */
  readonly limit: number;
  /** The maximum number of bytes of all files in a zip. */
  readonly zipped: number;
  readonly threads?: number | undefined;
  readonly progress: Progress;
  readonly onFault: (file: string, fault: LineFault) => void;
}

/** How many lines a thread gets at a time. */
const BATCH = 100;
/** How many papers one part of the index has before the parts are merged. */
export const PIECE = 5000;

async function* batchLines(file: string, onBytes: (count: number) => void): AsyncGenerator<WorkerTask> {
  let lines: string[] = [];
  let firstLine = 1;
  for await (const line of readLines(file, onBytes)) {
    lines.push(line);
    if (lines.length < BATCH) continue;
    yield { kind: 'read', firstLine, lines };
    firstLine += lines.length;
    lines = [];
  }
  if (lines.length > 0) yield { kind: 'read', firstLine, lines };
}

const readAll = async (
  options: BuildOptions,
  pool: Pool,
  spool: Spool,
  catalogue: ReadonlySet<string>,
): Promise<void> => {
  const { files, progress, onFault } = options;
  const total = files.reduce((sum, file) => sum + statSync(file).size, 0);
  let bytes = 0;
  let before = 0;
  for (const [at, file] of files.entries()) {
    const tasks = batchLines(file, (count) => {
      bytes += count;
    });
    for await (const answer of pool.run(tasks)) {
      if (answer.kind !== 'read') continue;
      // Files are read one after another, in the order of the arguments.
      for (const paper of answer.papers) if (!catalogue.has(paper.id)) spool.add(paper);
      for (const fault of answer.faults) onFault(file, fault);
      progress.report(`${spool.size} papers read`, bytes / total);
    }
    before += statSync(file).size;
    bytes = before;
    progress.report(`${spool.size} papers read, file ${at + 1} of ${files.length}`, bytes / total);
  }
};

function* pieces(spool: Spool, cut: Cut, onPiece: (ids: readonly string[]) => void): Generator<WorkerTask> {
  let waiting: string[] = [];
  let ids: string[] = [];
  const flush = (): WorkerTask => {
    onPiece(ids);
    const task = { kind: 'index', papers: waiting } as const;
    waiting = [];
    ids = [];
    return task;
  };
  for (const papers of spool.read(cut)) {
    for (const paper of papers) {
      waiting.push(JSON.stringify(paper));
      ids.push(paper.record.id);
      if (waiting.length >= PIECE) yield flush();
    }
  }
  if (waiting.length > 0) yield flush();
}

const indexAll = async (
  pool: Pool,
  spool: Spool,
  cut: Cut,
  taxonomy: readonly TagDefinition[],
  progress: Progress,
): Promise<Uint8Array> => {
  const ids: (readonly string[])[] = [];
  const parts: IndexPart[] = [];
  let size = 0;
  for await (const answer of pool.run(pieces(spool, cut, (each) => ids.push(each)))) {
    const own = ids[parts.length] ?? [];
    const opened =
      answer.kind === 'index' ? openSearchIndex(answer.bytes, listIds(own), taxonomy) : undefined;
    if (opened?.ok !== true) throw new Error(opened?.message ?? 'a thread answered another question');
    const start = size;
    parts.push({ index: opened.index, numbers: own.map((_, at) => start + at) });
    size += own.length;
    progress.report(`${size} papers indexed`, size / cut.papers);
  }
  return mergeIndexes(parts, size);
};

const writeChosen = async (
  options: BuildOptions,
  pool: Pool,
  spool: Spool,
  most: number,
  taxonomy: readonly TagDefinition[],
): Promise<{ readonly writer: PackWriter; readonly written: WrittenPack }> => {
  const { name, folder, source, reader, progress } = options;
  const cut = spool.cutAt(most);
  const selection =
    most < spool.size
      ? `${most} of ${spool.size} papers, ${CHOICE}`
      : 'all papers of the source but those of the catalogue';
  const search = await indexAll(pool, spool, cut, taxonomy, progress);
  const tags = taxonomy.map(({ id }) => id);
  const writer = createPackWriter(folder, { name, source, selection, reader }, tags, readRelatedModel());
  try {
    for (const papers of spool.read(cut))
      writer.add(papers.map(({ record, vector }) => ({ record, vector: Buffer.from(vector, 'base64') })));
    return { writer, written: writer.finish(search) };
  } catch (error) {
    writer.discard();
    throw error;
  }
};

/** Slightly below the proportional estimate, because sizes do not shrink quite in proportion. */
const MARGIN = 0.995;

/**
 * Builds a pack with as many papers as fit. Throws for failures that are not a fault in a line: an unreadable
 * file, a full disk.
 */
export const buildPack = async (options: BuildOptions): Promise<WrittenPack> => {
  const { limit, zipped, threads, progress } = options;
  const work = mkdtempSync(join(tmpdir(), 'sidelight-pack-'));
  const pool = createPool(threads);
  try {
    const { tags: taxonomy, records } = readCatalogueSource(DATA_FOLDER);
    const spool = createSpool(work);
    // The extension has these by hand already: a paper in two packs would be counted twice.
    await readAll(options, pool, spool, new Set(records.map(({ id }) => id)));
    if (spool.size === 0) throw new Error('no line of the input is a paper outside the catalogue');
    for (let most = Math.min(limit, spool.size); ;) {
      const { writer, written } = await writeChosen(options, pool, spool, most, taxonomy);
      if (written.zipped.all <= zipped) {
        writer.publish();
        return written;
      }
      writer.discard();
      const fitting = Math.floor(most * (zipped / written.zipped.all) * MARGIN);
      progress.note(`${most} papers take ${written.zipped.all} bytes zipped; trying ${fitting}`);
      if (fitting < 1) throw new Error(`no paper fits into ${zipped} bytes`);
      most = fitting;
    }
  } finally {
    await pool.close();
    rmSync(work, { recursive: true, force: true });
    progress.end();
  }
};
