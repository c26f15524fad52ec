/**
 * A sample of the wide pack is read again from the metadata it was built from. A change of the reader may change
 * single readings before the pack is compiled again; what the source states must be the same.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DATA_FOLDER } from '@/data/build';
import { readRelatedModel, readTermStatistics } from '@/data/build/model-files';
import { readCatalogueSource } from '@/data/build/source';
import { CORPUS, readLines } from '@/lib/cli/corpus';
import { createCompiler } from '@/lib/cli/pack/compile-record';
import { readPack } from '@/lib/cli/pack/read-pack';
import { readSourceRecord } from '@/lib/cli/pack/source-record';
import { shardFile } from '@/lib/domain/pack/manifest';
import type { PackRecord } from '@/lib/domain/pack/record';
import { readShard, writeShard } from '@/lib/domain/pack/shard';

const FOLDER = 'data/packs/wide';
/** One in this many shards, and of these one in so many papers. */
const SAMPLE = { shards: 24, papers: 12 };
/** The share of papers that must be in all as the reader gives them today. */
const SAME = 0.9;

const { tags: taxonomy } = readCatalogueSource(DATA_FOLDER);

/** The shipped records of the sample, by id. */
const readSample = (): ReadonlyMap<string, PackRecord> => {
  const { ids, manifest } = readPack(FOLDER);
  const sample = new Map<string, PackRecord>();
  for (let from = 0; from < ids.size; from += manifest.shardSize * SAMPLE.shards) {
    const bytes = Uint8Array.from(readFileSync(join(FOLDER, shardFile(from / manifest.shardSize))));
    const members = ids.slice(from, Math.min(ids.size, from + manifest.shardSize));
    for (const [at, record] of (readShard(bytes, members, manifest.tags) ?? []).entries())
      if (at % SAMPLE.papers === 0) sample.set(record.id, record);
  }
  return sample;
};

/** Reads the papers again, in the form in which a shard gives them back. */
const readAgain = async (wanted: ReadonlyMap<string, PackRecord>): Promise<Map<string, PackRecord>> => {
  const compile = createCompiler(taxonomy, readTermStatistics().idf, readRelatedModel());
  const tags = taxonomy.map(({ id }) => id);
  const again = new Map<string, PackRecord>();
  for await (const line of readLines(CORPUS)) {
    const id = /^\{"id": ?"([^"]+)"/.exec(line.slice(0, 60))?.[1] ?? '';
    if (!wanted.has(id) || again.has(id)) continue;
    const source = readSourceRecord(JSON.parse(line));
    if (typeof source === 'string') continue;
    const { record } = compile(source);
    const [read] = readShard(writeShard([record], tags), [record.id], tags) ?? [];
    if (read !== undefined) again.set(id, read);
  }
  return again;
};

/** What the source states. */
const factsOf = ({ id, authors, published, categories, doi }: PackRecord) =>
  ({ id, authors, published, categories, doi }) as const;

describe.skipIf(!existsSync(CORPUS))('a sample of the wide pack, read again from its source', () => {
  let shipped: ReadonlyMap<string, PackRecord> = new Map();
  let again: ReadonlyMap<string, PackRecord> = new Map();
  beforeAll(async () => {
    shipped = readSample();
    again = await readAgain(shipped);
  });

  it('is all in the source', () => {
    expect(shipped.size).toBeGreaterThan(150);
    expect([...shipped.keys()].filter((id) => !again.has(id))).toEqual([]);
  });

  it('has the same facts', () => {
    expect([...shipped.values()].map(factsOf)).toEqual(
      [...shipped.keys()].flatMap((id) => again.get(id) ?? []).map(factsOf),
    );
  });

  it('has the same readings, but for few papers', () => {
    const same = [...shipped].filter(
      ([id, record]) => JSON.stringify(record) === JSON.stringify(again.get(id)),
    );
    expect(same.length / shipped.size).toBeGreaterThanOrEqual(SAME);
  });
});
