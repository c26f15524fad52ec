/** Reads corpora for training, ranking and benches: JSONL files, gzipped or not. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isRecord } from '@/lib/domain/is-record';

/** The corpus for training models and measuring times, beside the repository. */
export const CORPUS = '../shared/corpus/arxiv-100k.jsonl.gz';

/** A row of a file: its value, or the reason why it could not be parsed. `line` counts from 1. */
type Row =
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

/**
 * Yields the lines of a file as text; `onBytes` is called with the bytes read from disk. Rejects if the file
 * cannot be read or unpacked.
 */
export async function* readLines(
  path: string,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<string> {
  const packed = await isGzip(path);
  const source = createReadStream(path);
  source.on('data', (chunk) => onBytes(chunk.length));
  // `pipeline` forwards an error of the file to the stream that is consumed, where it rejects the loop.
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
 * Yields the rows of a JSONL file in order. Gzip is recognised by the first bytes, not by the name; blank lines
 * are skipped. Rejects if the file cannot be read; a line that is not JSON becomes a row with a fault.
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
      // One bad row is reported and skipped.
      yield { line, fault: 'not JSON' };
      continue;
    }
    yield { line, value };
  }
}

/** A document of a corpus; optional fields that it lacks are empty. */
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
 * Reads a row as a document: `{id,title,abstract}`, or the names of BEIR and Semantic Scholar (`_id`,
 * `paper_id`, `text`). Returns what is missing as a string.
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

/** Reads a whole corpus; `onFault` is called for each row that is skipped, including repeated ids. */
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
