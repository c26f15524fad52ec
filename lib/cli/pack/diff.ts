/** `pack diff`: papers that only one of two packs has, and papers that differ between them. */
import { isDeepStrictEqual } from 'node:util';
import type { PackRecord } from '@/lib/domain/pack/record';
import type { WholePack } from './read-pack';

const KEYS = [
  'title',
  'authors',
  'published',
  'categories',
  'tags',
  'results',
  'links',
  'venue',
  'doi',
] as const satisfies readonly (keyof PackRecord)[];

/** Returns one line for each difference: `+ 2407.08410`, `- 2407.08410`, `~ 2407.08410: tags, results`. */
export const diffPacks = (old: WholePack, fresh: WholePack): string[] => {
  if (old.manifest.hash === fresh.manifest.hash) return [];
  const before = new Map<string, PackRecord>();
  for (const records of old.records()) for (const record of records) before.set(record.id, record);
  const differences: string[] = [];
  for (const records of fresh.records()) {
    for (const record of records) {
      const known = before.get(record.id);
      before.delete(record.id);
      const changed = known && KEYS.filter((key) => !isDeepStrictEqual(known[key], record[key]));
      if (changed === undefined) differences.push(`+ ${record.id}`);
      else if (changed.length > 0) differences.push(`~ ${record.id}: ${changed.join(', ')}`);
    }
  }
  return [...differences, ...Array.from(before.keys(), (id) => `- ${id}`)];
};
