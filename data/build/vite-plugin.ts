/**
 * The catalogue's part in the extension's build: the assets `catalogue.ndjson` and
 * `taxonomy.json`, and the papers' ids as a module small enough for the script that runs on every page.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type * as catalogueBuild from './index';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const IDS_MODULE = 'virtual:catalogue-ids';
const RESOLVED = `\0${IDS_MODULE}`;

/** Build configuration is loaded before the `@/` alias exists, so the build's own code is loaded with it here. */
async function loadBuild(): Promise<typeof catalogueBuild> {
  const { module } = await runnerImport<typeof catalogueBuild>(`${ROOT}data/build/index.ts`, {
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT.replace(/\/$/, '') } },
  });
  return module;
}

async function build(): Promise<catalogueBuild.CatalogueBuild> {
  return (await loadBuild()).buildCatalogue();
}

/** A Vite plugin, as far as this one goes. */
interface IdsPlugin {
  readonly name: string;
  resolveId(source: string): string | undefined;
  load(id: string): Promise<string | undefined>;
}

/** Serves `virtual:catalogue-ids`: all ids in one string, parted by spaces. */
export function catalogueIds(): IdsPlugin {
  return {
    name: 'catalogue-ids',
    resolveId: (source) => (source === IDS_MODULE ? RESOLVED : undefined),
    load: async (id) =>
      id === RESOLVED ? `export const ids = ${JSON.stringify((await build()).ids.join(' '))};` : undefined,
  };
}

/** The build's list of files to write into the extension, as far as it is needed here. */
interface AssetList {
  push(file: { readonly relativeDest: string; readonly contents: string }): unknown;
}

/**
 * WXT's hook `build:publicAssets`: compiles the catalogue into the extension. Throws with every fault
 * that the check finds: such a build must not ship.
 */
export async function addCatalogue(_wxt: unknown, files: AssetList): Promise<void> {
  const { buildCatalogue, formatFault } = await loadBuild();
  const { faults, text, taxonomy, relatedAsset } = buildCatalogue();
  if (faults.length > 0) throw new Error(`The catalogue has faults:\n${faults.map(formatFault).join('\n')}`);
  files.push({ relativeDest: 'catalogue.ndjson', contents: text });
  files.push({ relativeDest: 'taxonomy.json', contents: taxonomy });
  files.push({ relativeDest: 'related.txt', contents: relatedAsset });
}
