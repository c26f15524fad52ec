/**
 * The build's part for papers: the compiled catalogue, the packs in `data/packs`, and the catalogue's ids as
 * a module small enough for scripts on pages.
 */
import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { FirstPapers } from '../../lib/domain/store/first-papers';
import { compileOnce, type CompiledFiles } from './cache.ts';
import type * as firstPapersBuild from './first-papers';
import type * as catalogueBuild from './index';
import type * as packsBuild from './packs';
import { paperIdsIn } from './source-files.ts';

/** The vectors of words, which all packs share; they are trained and not compiled. */
const WORDS_FILE = 'words.bin';
const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const IDS_MODULE = 'virtual:catalogue-ids';
const FIRST_MODULE = 'virtual:first-papers';

/**
 * The build's configuration is loaded before the `@/` alias exists, so code that uses it is loaded here with
 * the alias.
 */
async function importBuild<Module>(file: string): Promise<Module> {
  const { module } = await runnerImport<Module>(join(ROOT, 'data/build', file), {
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
  });
  return module;
}

async function compile(): Promise<CompiledFiles> {
  const module = await importBuild<typeof catalogueBuild>('index.ts');
  const { faults, text, taxonomy, relatedAsset } = module.buildCatalogue();
  return {
    faults: faults.map(module.formatFault),
    files: { 'catalogue.ndjson': text, 'taxonomy.json': taxonomy, 'related.txt': relatedAsset },
  };
}

/**
 * Texts by file name in the extension. Throws with all faults of the sources, since such a build must not
 * ship.
 */
async function compiledFiles(): Promise<CompiledFiles['files']> {
  const { faults, files } = await compileOnce(ROOT, compile);
  if (faults.length > 0) throw new Error(`The catalogue has faults:\n${faults.join('\n')}`);
  return files;
}

/** The part of Vite's plugin interface that is used here. */
interface ModulePlugin<Code> {
  readonly name: string;
  resolveId(source: string): string | undefined;
  load(id: string): Code | undefined;
}

/** Serves one module, whose code `write` writes. */
const servesModule = <Code>(name: string, served: string, write: () => Code): ModulePlugin<Code> => ({
  name,
  resolveId: (source) => (source === served ? `\0${served}` : undefined),
  load: (id) => (id === `\0${served}` ? write() : undefined),
});

/** Serves `virtual:catalogue-ids`: all ids in one string, separated by spaces, taken from the file names. */
export const catalogueIds = (): ModulePlugin<string> =>
  servesModule('catalogue-ids', IDS_MODULE, () => {
    const ids = paperIdsIn(join(ROOT, 'data/papers')).join(' ');
    return `export const ids = ${JSON.stringify(ids)};`;
  });

/** What the popup shows before anything is typed, of all that ships. */
export async function readFirstPapers(): Promise<FirstPapers> {
  const { compileFirstPapers } = await importBuild<typeof firstPapersBuild>('first-papers.ts');
  const files = await compiledFiles();
  const texts = { catalogue: files['catalogue.ndjson'] ?? '', taxonomy: files['taxonomy.json'] ?? '' };
  return compileFirstPapers(texts, join(ROOT, 'data/packs'));
}

/**
 * Serves `virtual:first-papers`: what the popup shows before anything is typed, as part of its script, since each
 * file of its own costs an opening popup a request.
 */
export const firstPapers = (): ModulePlugin<Promise<string>> =>
  servesModule('first-papers', FIRST_MODULE, async () => {
    const first = await readFirstPapers();
    // Engines parse JSON in a string faster than an object literal.
    return `export const firstPapers = JSON.parse(${JSON.stringify(JSON.stringify(first))});`;
  });

/** The part of WXT's list of public files that is used here. */
interface AssetList {
  push(file: packsBuild.PackAsset): unknown;
}

interface Logger {
  info(message: string): void;
}

/**
 * WXT's hook `build:publicAssets` (https://wxt.dev/guide/essentials/config/hooks.html): compiles the
 * catalogue into the extension. Throws like `compiledFiles`.
 */
export async function addCatalogue(_wxt: unknown, files: AssetList): Promise<void> {
  for (const [relativeDest, contents] of Object.entries(await compiledFiles())) {
    files.push({ relativeDest, contents });
  }
  files.push({ relativeDest: WORDS_FILE, absoluteSrc: join(ROOT, 'data/model', WORDS_FILE) });
}

/**
 * The same hook: copies the packs and logs which. Throws with all files that differ from their pack's
 * manifest.
 */
export async function addPacks({ logger }: { readonly logger: Logger }, files: AssetList): Promise<void> {
  const { collectPacks } = await importBuild<typeof packsBuild>('packs.ts');
  const { assets, notes, faults } = collectPacks(join(ROOT, 'data/packs'));
  if (faults.length > 0) throw new Error(`A pack has faults:\n${faults.join('\n')}`);
  for (const note of notes) logger.info(note);
  for (const asset of assets) files.push(asset);
}

/** The part of WXT and its development server that is used here. */
interface Wxt {
  readonly config: { readonly outDir: string };
  readonly logger: Logger & { error(message: string): void };
}
interface DevServer {
  readonly watcher: { on(event: 'all', listener: (event: string, path: string) => void): unknown };
  reloadExtension(): void;
}

/** In milliseconds. Editors and `import --write` change several files at once, which one build handles. */
const CALM = 200;

/**
 * WXT's hook `server:started`: compiles papers, tags and models that change during development into the
 * extension and reloads it. WXT itself only watches what its scripts import.
 */
export function followCatalogue({ config, logger }: Wxt, server: DevServer): void {
  const rebuild = async (): Promise<void> => {
    try {
      const files = await compiledFiles();
      for (const [name, text] of Object.entries(files)) writeFileSync(join(config.outDir, name), text);
      logger.info('Changed: the catalogue');
      server.reloadExtension();
    } catch (error) {
      logger.error(error instanceof Error ? error.message : String(error));
    }
  };
  let pending: ReturnType<typeof setTimeout> | undefined;
  server.watcher.on('all', (_, path) => {
    if (!/^data[\\/](?!packs[\\/]).+\.json$/.test(relative(ROOT, path))) return;
    clearTimeout(pending);
    pending = setTimeout(() => void rebuild(), CALM);
  });
}
