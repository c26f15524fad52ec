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

interface ReaderModule {
  readonly readPaper: typeof readPaper;
}

const isReaderModule = (value: unknown): value is ReaderModule =>
  typeof value === 'object' &&
  value !== null &&
  'readPaper' in value &&
  typeof value.readPaper === 'function';

/** Builds the annotator for Chromium and imports it; throws if the build fails. */
export async function compileReader(): Promise<typeof readPaper> {
  const root = resolve(import.meta.dirname, '../../..');
  const outDir = mkdtempSync(join(tmpdir(), 'sidelight-reader-'));
  try {
    await build({
      configFile: false,
      logLevel: 'warn',
      root,
      resolve: { alias: { '@': root } },
      plugins: [leaveOutExplanations()],
      build: {
        outDir,
        emptyOutDir: true,
        copyPublicDir: false,
        target: buildTarget('chrome'),
        lib: {
          entry: join(root, 'lib/domain/reading/index.ts'),
          formats: ['es'],
          fileName: () => 'reader.mjs',
        },
        rolldownOptions: { output: { minify: true } },
      },
    });
    const loaded: unknown = await import(pathToFileURL(join(outDir, 'reader.mjs')).href);
    if (!isReaderModule(loaded)) throw new Error('The reader was built without readPaper.');
    return loaded.readPaper;
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
