import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compileOnce, type CompiledFiles } from '@/data/build/cache';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sidelight-cache-'));
  for (const folder of ['data/papers', 'lib/domain/text']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'data/papers/1.json'), 'one');
  writeFileSync(join(root, 'lib/domain/text/index.ts'), 'code');
});
afterEach(() => rmSync(root, { recursive: true }));

const compiled = (text: string): CompiledFiles => ({ faults: [], files: { 'catalogue.ndjson': text } });
const compile = vi.fn<() => Promise<CompiledFiles>>(() => Promise.resolve(compiled('first')));
beforeEach(() => void compile.mockClear());

describe('a compiled catalogue', () => {
  it('is not compiled again from the same sources', async () => {
    expect(await compileOnce(root, compile)).toEqual(compiled('first'));
    expect(await compileOnce(root, compile)).toEqual(compiled('first'));
    expect(compile).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['a paper', 'data/papers/1.json'],
    ['another paper', 'data/papers/2.json'],
    ['the code that compiles', 'lib/domain/text/index.ts'],
    ['a library', 'package-lock.json'],
  ])('is compiled again if %s changed, and the old files are deleted', async (_, file) => {
    await compileOnce(root, compile);
    writeFileSync(join(root, file), 'other');
    await compileOnce(root, compile);
    expect(compile).toHaveBeenCalledTimes(2);
    expect(readdirSync(join(root, '.output/catalogue'))).toHaveLength(1);
  });

  it('is compiled again if its file is damaged', async () => {
    await compileOnce(root, compile);
    const [name = ''] = readdirSync(join(root, '.output/catalogue'));
    writeFileSync(join(root, '.output/catalogue', name), '{"files":');
    expect(await compileOnce(root, compile)).toEqual(compiled('first'));
    expect(compile).toHaveBeenCalledTimes(2);
  });
});
