/**
 * The annotator as shipped. Benches run from sources are not minified, and their functions are wrapped by the
 * loader.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { leaveOutExplanations } from '@/lib/build/explanations';
import { buildTarget } from '@/lib/build/minimum';
import type { readPaper } from '@/lib/domain/reading';

/** The root of this checkout. */
export const CHECKOUT = resolve(import.meta.dirname, '../../..');

interface ReaderModule {
  readonly readPaper: typeof readPaper;
}

const isReaderModule = (value: unknown): value is ReaderModule =>
  typeof value === 'object' &&
  value !== null &&
  'readPaper' in value &&
  typeof value.readPaper === 'function';

/**
 * Builds the module `entry` as for Chromium, with what it imports from the given checkout, into a folder that is
 * emptied; returns the path of the file. Throws if the build fails.
 */
export async function compileModule(entry: string, checkout: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: checkout,
    resolve: { alias: { '@': checkout } },
    plugins: [leaveOutExplanations()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      target: buildTarget('chrome'),
      lib: { entry, formats: ['es'], fileName: () => 'compiled.mjs' },
      rolldownOptions: { output: { minify: true }, external: /^node:/ },
    },
  });
  return join(folder, 'compiled.mjs');
}

/** Runs `work` with a folder of its own, which is removed afterwards. */
export async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-reader-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds the annotator for Chromium and imports it; throws if the build fails. */
export const compileReader = (): Promise<typeof readPaper> =>
  inTemporaryFolder(async (folder) => {
    const path = await compileModule(join(CHECKOUT, 'lib/domain/reading/index.ts'), CHECKOUT, folder);
    const loaded: unknown = await import(pathToFileURL(path).href);
    if (!isReaderModule(loaded)) throw new Error('The reader was built without readPaper.');
    return loaded.readPaper;
  });
