/** Reads corpora for training, ranking and measuring: one JSON object a line, gzipped or not. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isRecord } from '@/lib/domain/is-record';

/** The corpus that models are trained on and times are taken among, beside the repository. */
export const CORPUS = '../shared/corpus/arxiv-100k.jsonl.gz';

/** A line of a file: its value, or what is wrong with it. `line` counts from 1. */
export type Row =
  | { readonly line: number; readonly value: unknown; readonly fault?: undefined }
  | { readonly line: number; readonly fault: string };

const isGzip = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
};

/** Yields the lines of a file as text; `onBytes` hears of bytes read from disk. Rejects where it cannot be read or unpacked. */
export async function* readLines(
  path: string,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<string> {
  const packed = await isGzip(path);
  const source = createReadStream(path);
  source.on('data', (chunk) => onBytes(chunk.length));
  // `pipeline` hands an error of the file on to the stream that is read; its consumer gets it there.
  const input = packed ? pipeline(source, createGunzip(), () => {}) : source;
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const parts = (rest + decoder.decode(Buffer.from(chunk), { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  yield rest + decoder.decode();
}

/**
 * Yields the rows of a JSONL file in order. Gzip is told by the first bytes,
 * not the name; blank lines are passed over. Rejects where the file cannot be
 * read; a line that is not JSON is a row with a fault.
 */
export async function* readRows(path: string): AsyncGenerator<Row> {
  let line = 0;
  for await (const text of readLines(path)) {
    line += 1;
    const trimmed = text.replace(/^\uFEFF/, '').trim();
    if (trimmed === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(trimmed);
    } catch {
      // One bad row is told and passed over.
      yield { line, fault: 'not JSON' };
      continue;
    }
    yield { line, value };
  }
}

/** A document of a corpus, with what optional fields it has. */
export interface CorpusDocument {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly published: string;
  readonly comment: string;
  readonly hasCode: boolean;
}

const textOf = (record: Readonly<Record<string, unknown>>, ...names: readonly string[]): string => {
  for (const name of names) {
    const value = record[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number' && name.endsWith('id')) return String(value);
    if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join(' ');
  }
  return '';
};

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((part): part is string => typeof part === 'string') : [];

/**
 * Reads one row as a document: `{id,title,abstract}`, also under the names that
 * BEIR and Semantic Scholar use (`_id`, `paper_id`, `text`). A string says what
 * is missing.
 */
export const parseDocument = (value: unknown): CorpusDocument | string => {
  if (!isRecord(value)) return 'not an object';
  const id = textOf(value, 'id', '_id', 'paper_id');
  if (id === '') return 'no id';
  const title = textOf(value, 'title');
  const abstract = textOf(value, 'abstract', 'text');
  if (title === '' && abstract === '') return 'neither title nor abstract';
  return {
    id,
    title,
    abstract,
    authors: listOf(value['authors']),
    categories: listOf(value['categories']),
    published: textOf(value, 'published'),
    comment: textOf(value, 'comment'),
    hasCode: listOf(value['code']).length > 0,
  };
};

/** Reads a whole corpus; `onFault` hears of each row that is skipped, an id's second row among them. */
export const readCorpus = async (
  path: string,
  {
    limit = Infinity,
    onFault = () => {},
  }: { limit?: number; onFault?: (line: number, fault: string) => void } = {},
): Promise<CorpusDocument[]> => {
  const documents: CorpusDocument[] = [];
  const seen = new Set<string>();
  for await (const row of readRows(path)) {
    const parsed = row.fault === undefined ? parseDocument(row.value) : row.fault;
    if (typeof parsed === 'string') onFault(row.line, parsed);
    else if (seen.has(parsed.id)) onFault(row.line, `the id ${parsed.id} is there already`);
    else {
      seen.add(parsed.id);
      documents.push(parsed);
    }
    if (documents.length >= limit) break;
  }
  return documents;
};
