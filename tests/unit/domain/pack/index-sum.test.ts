import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPack } from '@/lib/domain/pack';
import type { PackSource } from '@/lib/domain/pack';
import { SEARCH_FILE } from '@/lib/domain/pack/manifest';
import { makeRecords, OWN_TAGS, writePack } from '@/tests/fixtures/pack-folder';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-index-sum-'));
  writePack(folder, 'wide', makeRecords(40));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The pack with the last bit of its index flipped, and what it reports. */
const openTurned = async (more: Partial<PackSource> = {}) => {
  const faults: string[] = [];
  const opened = await openPack({
    read: async (name) => {
      const bytes = Uint8Array.from(readFileSync(join(folder, name)));
      if (name === SEARCH_FILE) bytes.set([(bytes.at(-1) ?? 0) ^ 1], bytes.length - 1);
      return bytes;
    },
    taxonomy: OWN_TAGS,
    onFault: (message) => faults.push(message),
    ...more,
  });
  if (!opened.ok) throw new Error(opened.message);
  return { pack: opened.pack, faults };
};
const FAULT = 'search.bin of the pack “wide” cannot be read; its papers are missing.';

describe('the checksum of an index', () => {
  it('is checked before the first answer by default', async () => {
    const { pack, faults } = await openTurned();
    expect((await pack.query({ text: '' }, { limit: 5 })).total).toBe(0);
    expect(faults).toEqual([FAULT]);
  });

  it('can be deferred; a damaged index is then left out, and reported once', async () => {
    const tasks: (() => void)[] = [];
    const { pack, faults } = await openTurned({ whenIdle: (task) => tasks.push(task) });
    expect((await pack.query({ text: '' }, { limit: 5 })).total).toBe(40);
    expect([tasks.length, faults]).toEqual([1, []]);
    for (const task of tasks) task();
    expect((await pack.query({ text: '' }, { limit: 5 })).total).toBe(0);
    expect((await pack.query({ text: 'a' }, { limit: 5 })).total).toBe(0);
    expect(faults).toEqual([FAULT]);
  });
});
