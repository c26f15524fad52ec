/**
 * Writes the files of a pack into a temporary folder beside its final one, which is only replaced once
 * everything is on disk. The same papers give the same bytes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { writeIds } from '@/lib/domain/pack/ids-file';
import {
  IDS_FILE,
  MANIFEST_FILE,
  PACK_FORMAT,
  SEARCH_FILE,
  shardFile,
  START_FILE,
  VECTORS_FILE,
} from '@/lib/domain/pack/manifest';
import type { PackFile, PackManifest } from '@/lib/domain/pack/manifest';
import type { PackRecord } from '@/lib/domain/pack/record';
import { rowOfRecord } from '@/lib/domain/pack/rows';
import type { StartFile } from '@/lib/domain/pack/rows';
import { writeShard } from '@/lib/domain/pack/shard';
import { writePaperVectors, type PaperVectors } from '@/lib/domain/related/paper-vectors';
import type { PaperRow } from '@/lib/domain/store';

/** Papers in a shard: larger shards compress better, smaller ones are faster to read. */
const SHARD_SIZE = 256;
const NEWEST = 12;
const TOPICS = 60;

/** The fields of a manifest that do not follow from the papers. */
export type PackOrigin = Pick<PackManifest, 'name' | 'source' | 'selection' | 'reader'>;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The size of a file in a zip (deflate, as in the stores' packages). */
const zippedSize = (bytes: Uint8Array): number => deflateRawSync(bytes, { level: 9 }).length;

/** A paper to write, apart from the search index: its record, and its vector in the format of `packNibbles`. */
export interface WrittenPaper {
  readonly record: PackRecord;
  readonly vector: Uint8Array;
}

/** A pack that is being written. */
export interface PackWriter {
  /** Adds papers, in the order of the pack. */
  readonly add: (papers: readonly WrittenPaper[]) => void;
  /** Writes the remaining files, including the search index. */
  readonly finish: (search: Uint8Array) => WrittenPack;
  /** Moves the finished pack to its final folder. */
  readonly publish: () => void;
  /** Deletes what was written, unless it was published. */
  readonly discard: () => void;
}

/** A finished pack, with the zipped sizes of its parts. */
export interface WrittenPack {
  readonly manifest: PackManifest;
  readonly zipped: {
    readonly records: number;
    readonly search: number;
    readonly ids: number;
    readonly vectors: number;
    readonly all: number;
  };
}

const byDate = (a: PaperRow, b: PaperRow): number =>
  (b.published ?? '').localeCompare(a.published ?? '') || (a.id < b.id ? 1 : -1);

const text = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

/**
 * Starts writing a pack to `folder`, which is replaced at the end. `tags` are all that the papers may have;
 * `model` describes the vectors.
 */
export const createPackWriter = (
  folder: string,
  origin: PackOrigin,
  tags: readonly string[],
  model: Pick<PaperVectors, 'dimensions' | 'version'>,
): PackWriter => {
  const draft = join(dirname(folder), `.${origin.name}.new`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(join(draft, 'records'), { recursive: true });
  const files: PackFile[] = [];
  const zipped = { records: 0, search: 0, ids: 0, vectors: 0 };
  const vectors: Uint8Array[] = [];
  const ids: string[] = [];
  const counts = new Map<string, number>();
  let waiting: PackRecord[] = [];
  let newest: PaperRow[] = [];
  let [withCode, results, shards] = [0, 0, 0];
  const write = (name: string, bytes: Uint8Array): void => {
    writeFileSync(join(draft, name), bytes);
    files.push({ name, bytes: bytes.length, sha256: sha256(bytes) });
  };
  const writeRecords = (records: readonly PackRecord[]): void => {
    const bytes = writeShard(records, tags);
    zipped.records += zippedSize(bytes);
    write(shardFile(shards), bytes);
    shards += 1;
  };
  const count = (record: PackRecord): void => {
    ids.push(record.id);
    withCode += record.links.some(({ kind }) => kind === 'code') ? 1 : 0;
    results += record.results.length;
    for (const tag of record.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  };
  return {
    add: (papers) => {
      const records = papers.map(({ record }) => record);
      for (const { vector } of papers) vectors.push(vector);
      records.forEach(count);
      newest = [...newest, ...records.map((record) => rowOfRecord(record, 'automatic'))]
        .toSorted(byDate)
        .slice(0, NEWEST);
      waiting = [...waiting, ...records];
      while (waiting.length >= SHARD_SIZE) {
        writeRecords(waiting.slice(0, SHARD_SIZE));
        waiting = waiting.slice(SHARD_SIZE);
      }
    },
    finish: (search) => {
      if (waiting.length > 0) writeRecords(waiting);
      const idBytes = writeIds(ids);
      zipped.ids = zippedSize(idBytes);
      zipped.search = zippedSize(search);
      const vectorBytes = writePaperVectors(vectors, model);
      zipped.vectors = zippedSize(vectorBytes);
      write(VECTORS_FILE, vectorBytes);
      write(IDS_FILE, idBytes);
      write(SEARCH_FILE, search);
      const topics = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, TOPICS);
      write(START_FILE, text({ topics, newest } satisfies StartFile));
      const manifest: PackManifest = {
        format: PACK_FORMAT,
        ...origin,
        date: newest.find(({ published }) => published?.length === 10)?.published ?? '1991-08-14',
        papers: ids.length,
        withCode,
        results,
        shardSize: SHARD_SIZE,
        tags,
        hash: sha256(files.map((file) => `${file.name} ${file.sha256}`).join('\n')),
        files,
      };
      writeFileSync(join(draft, MANIFEST_FILE), `${JSON.stringify(manifest, undefined, 1)}\n`);
      const sizes = Object.values(zipped).reduce((sum, size) => sum + size, 0);
      return { manifest, zipped: { ...zipped, all: sizes } };
    },
    publish: () => {
      const old = `${draft}.old`;
      if (existsSync(folder)) renameSync(folder, old);
      renameSync(draft, folder);
      rmSync(old, { recursive: true, force: true });
    },
    discard: () => rmSync(draft, { recursive: true, force: true }),
  };
};
