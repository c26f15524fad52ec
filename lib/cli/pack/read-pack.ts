/** Reads a whole pack from its folder, for the commands that need all of it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from '@/data/build';
import { readCatalogueSource } from '@/data/build/source';
import { openIds } from '@/lib/domain/pack/ids-file';
import type { PackIds } from '@/lib/domain/pack/ids-file';
import {
  IDS_FILE,
  MANIFEST_FILE,
  parseManifest,
  SEARCH_FILE,
  shardFile,
  VECTORS_FILE,
} from '@/lib/domain/pack/manifest';
import type { PackManifest } from '@/lib/domain/pack/manifest';
import type { PackRecord } from '@/lib/domain/pack/record';
import { readShard } from '@/lib/domain/pack/shard';
import { openPaperVectors, type PaperVectors } from '@/lib/domain/related/paper-vectors';
import { openSearchIndex } from '@/lib/domain/search';
import type { SearchIndex } from '@/lib/domain/search';

/** A pack with its parts opened; `records` reads one shard at a time. */
export interface WholePack {
  readonly folder: string;
  readonly manifest: PackManifest;
  readonly ids: PackIds;
  readonly index: SearchIndex;
  readonly vectors: PaperVectors;
  readonly records: () => Generator<readonly PackRecord[]>;
}

const readBytes = (folder: string, name: string): Uint8Array => {
  try {
    return Uint8Array.from(readFileSync(join(folder, name)));
  } catch {
    throw new Error(`${join(folder, name)} cannot be read`);
  }
};

/** Opens a pack's folder. Throws a message for the user about the first fault. */
export const readPack = (folder: string): WholePack => {
  const parsed = parseManifest(new TextDecoder().decode(readBytes(folder, MANIFEST_FILE)));
  if (!parsed.ok) throw new Error(`${folder}: ${parsed.message}`);
  const { manifest } = parsed;
  const ids = openIds(readBytes(folder, IDS_FILE));
  if (ids?.size !== manifest.papers) throw new Error(`${join(folder, IDS_FILE)} is damaged`);
  const { tags } = readCatalogueSource(DATA_FOLDER);
  const opened = openSearchIndex(readBytes(folder, SEARCH_FILE), ids, tags);
  if (!opened.ok) throw new Error(`${folder}: ${opened.message}`);
  const vectors = openPaperVectors(readBytes(folder, VECTORS_FILE), ids.size);
  if (vectors === undefined) throw new Error(`${join(folder, VECTORS_FILE)} is damaged`);
  return {
    folder,
    manifest,
    ids,
    index: opened.index,
    vectors,
    records: function* records() {
      for (let from = 0; from < ids.size; from += manifest.shardSize) {
        const name = shardFile(from / manifest.shardSize);
        const members = ids.slice(from, Math.min(ids.size, from + manifest.shardSize));
        const shard = readShard(readBytes(folder, name), members, manifest.tags);
        if (shard === undefined) throw new Error(`${join(folder, name)} is damaged`);
        yield shard;
      }
    },
  };
};

/** Lists all faults in a pack's folder, one sentence each; empty if there are none. */
export const findPackFaults = (folder: string): string[] => {
  let pack: WholePack;
  try {
    pack = readPack(folder);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const faults: string[] = [];
  for (const { name, bytes, sha256 } of pack.manifest.files) {
    try {
      const read = readBytes(folder, name);
      if (read.length !== bytes || createHash('sha256').update(read).digest('hex') !== sha256)
        faults.push(`${join(folder, name)} is not the file that the manifest tells of`);
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  if (faults.length > 0) return faults;
  let [withCode, results] = [0, 0];
  try {
    for (const records of pack.records()) {
      for (const record of records) {
        withCode += record.links.some(({ kind }) => kind === 'code') ? 1 : 0;
        results += record.results.length;
      }
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  if (withCode !== pack.manifest.withCode || results !== pack.manifest.results)
    faults.push(
      `${folder}: the manifest counts ${pack.manifest.results} results, the records have ${results}`,
    );
  return faults;
};
