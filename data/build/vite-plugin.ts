/**
 * The papers' part in the extension's build: the compiled catalogue, the packs
 * that lie in `data/packs`, and the catalogue's ids as a module small enough
 * for the scripts on pages.
 */
import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { compileOnce, type CompiledFiles } from './cache.ts';
import type * as catalogueBuild from './index';
import type * as packsBuild from './packs';
import { paperIdsIn } from './source-files.ts';

/** The vectors of words, which all packs share: they are trained, not compiled. */
const WORDS_FILE = 'words.bin';
const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const IDS_MODULE = 'virtual:catalogue-ids';
const RESOLVED = `\0${IDS_MODULE}`;

/** Build configuration is loaded before the `@/` alias exists, so the build's own code is loaded with it here. */
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

/** Texts by their names in the extension. Throws with every fault of the sources: such a build must not ship. */
async function compiledFiles(): Promise<CompiledFiles['files']> {
  const { faults, files } = await compileOnce(ROOT, compile);
  if (faults.length > 0) throw new Error(`The catalogue has faults:\n${faults.join('\n')}`);
  return files;
}

/** A Vite plugin, as far as this one goes. */
interface IdsPlugin {
  readonly name: string;
  resolveId(source: string): string | undefined;
  load(id: string): string | undefined;
}

/** Serves `virtual:catalogue-ids`: all ids in one string, separated by spaces. They are the files' names. */
export function catalogueIds(): IdsPlugin {
  return {
    name: 'catalogue-ids',
    resolveId: (source) => (source === IDS_MODULE ? RESOLVED : undefined),
    load: (id) =>
      id === RESOLVED
        ? `export const ids = ${JSON.stringify(paperIdsIn(join(ROOT, 'data/papers')).join(' '))};`
        : undefined,
  };
}

/** The build's list of files to write into the extension, as far as it is needed here. */
interface AssetList {
  push(file: packsBuild.PackAsset): unknown;
}

interface Logger {
  info(message: string): void;
}

/** WXT's hook `build:publicAssets`: compiles the catalogue into the extension. Throws as `compiledFiles` does. */
export async function addCatalogue(_wxt: unknown, files: AssetList): Promise<void> {
  for (const [relativeDest, contents] of Object.entries(await compiledFiles())) {
    files.push({ relativeDest, contents });
  }
  files.push({ relativeDest: WORDS_FILE, absoluteSrc: join(ROOT, 'data/model', WORDS_FILE) });
}

/** The same hook: copies the packs that there are, and says which. Throws with every file that is not as its pack says. */
export async function addPacks({ logger }: { readonly logger: Logger }, files: AssetList): Promise<void> {
  const { collectPacks } = await importBuild<typeof packsBuild>('packs.ts');
  const { assets, notes, faults } = collectPacks(join(ROOT, 'data/packs'));
  if (faults.length > 0) throw new Error(`A pack has faults:\n${faults.join('\n')}`);
  for (const note of notes) logger.info(note);
  for (const asset of assets) files.push(asset);
}

/** What is needed here of WXT and of its development server. */
interface Wxt {
  readonly config: { readonly outDir: string };
  readonly logger: Logger & { error(message: string): void };
}
interface DevServer {
  readonly watcher: { on(event: 'all', listener: (event: string, path: string) => void): unknown };
  reloadExtension(): void;
}

/** Editors and `import --write` change several files at once: one build follows them all. In milliseconds. */
const CALM = 200;

/**
 * WXT's hook `server:started`: a paper, a tag or a model that changes during development is compiled into
 * the extension, which is then reloaded. WXT itself follows what its scripts import, and they import none.
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
