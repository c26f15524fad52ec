/** The packages for the stores: their paths and contents, and whether their sources reproduce them. */
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { runQuietly } from '../steps';
import { readZip } from './zip-file';

const OUTPUT = '.output';
const BUILDS = { chrome: 'chrome-mv3', firefox: 'firefox-mv2' } as const;

/** The paths of a version's packages; the folder may also contain those of earlier versions. */
interface Packages {
  readonly chrome: string;
  readonly firefox: string;
  readonly sources: string;
}

/** Returns the paths of a version's packages. */
export function packagesOf(version: string): Packages {
  const path = (kind: string): string => join(OUTPUT, `sidelight-${version}-${kind}.zip`);
  return { chrome: path('chrome'), firefox: path('firefox'), sources: path('sources') };
}

/** The size and digest of a package. */
export function describeFile(path: string): { readonly bytes: number; readonly digest: string } {
  const content = readFileSync(path);
  return { bytes: content.length, digest: createHash('sha256').update(content).digest('hex') };
}

function readFolder(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name))]));
}

/** The names of files that differ between two sets, or are only in one of them. */
export function differences(
  one: ReadonlyMap<string, Buffer>,
  other: ReadonlyMap<string, Buffer>,
): readonly string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => {
    const [left, right] = [one.get(name), other.get(name)];
    return !left || !right || !left.equals(right);
  });
}

/** Files that must not be shipped. */
const STRAY = /(?:^|\/)(?:screenshots|tests?|node_modules|\.[^/]+)(?:\/|$)|\.(?:map|tsx?|env|log)$/;

/** Checks that both browsers' packages contain exactly the build, and this version. */
export function contentFaults(packages: Packages, version: string, output = OUTPUT): readonly string[] {
  return (['chrome', 'firefox'] as const).flatMap((browser) => {
    const path = packages[browser];
    const files = readZip(path);
    const manifest: unknown = JSON.parse(files.get('manifest.json')?.toString() ?? 'null');
    const stated =
      typeof manifest === 'object' && manifest && 'version' in manifest ? manifest.version : 'none';
    return [
      stated === version ? [] : `${path}: its manifest says version ${String(stated)}`,
      [...files.keys()].filter((name) => STRAY.test(name)).map((name) => `${path}: holds ${name}`),
      differences(files, readFolder(join(output, BUILDS[browser]))).map(
        (name) => `${path}: ${name} is not as it was built`,
      ),
    ].flat();
  });
}

/**
 * Checks that the package of sources has every entry point: WXT leaves out those that a browser's build excludes, and
 * makes that package with one browser's build for all.
 */
export function sourceFaults({ sources }: Packages, folder = 'entrypoints'): readonly string[] {
  const packed = readZip(sources);
  return [...readFolder(folder).keys()]
    .filter((name) => !packed.has(`${folder}/${name}`))
    .map((name) => `${sources}: lacks ${folder}/${name}`);
}

/**
 * Lists the files that differ between a package and its rebuilt copy; reports the package itself if only its
 * bytes differ.
 */
function packageFaults(path: string, rebuilt: string): readonly string[] {
  if (describeFile(path).digest === describeFile(rebuilt).digest) return [];
  const names = differences(readZip(rebuilt), readZip(path));
  return names.length > 0
    ? names.map((name) => `${path}: the sources build another ${name}`)
    : [`${path}: holds the same files in other bytes`];
}

/**
 * Unpacks the package of sources into a temporary folder, with the installed dependencies, and calls `act`
 * there.
 */
async function withUnpackedSources(
  packages: Packages,
  act: (folder: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-sources-'));
  try {
    for (const [name, content] of readZip(packages.sources)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs WXT in unpacked sources; returns faults if it fails. */
async function wxtFaults(
  packages: Packages,
  folder: string,
  command: 'build' | 'zip',
  browser: string,
): Promise<readonly string[]> {
  const { status, output } = await runQuietly('wxt', [command, '-b', browser], { cwd: folder });
  return status === 0 ? [] : [`${packages.sources}: does not build for ${browser}`, output];
}

/**
 * Rebuilds the Firefox package from the package of sources, as its reviewers do; returns faults if that fails
 * or any file has other bytes. This proves that builds are deterministic and the sources complete.
 */
export function rebuildFaults(packages: Packages): Promise<readonly string[]> {
  return withUnpackedSources(packages, async (folder) => {
    const faults = await wxtFaults(packages, folder, 'build', 'firefox');
    if (faults.length > 0) return faults;
    const built = readFolder(join(folder, OUTPUT, BUILDS.firefox));
    return differences(built, readZip(packages.firefox)).map(
      (name) => `${packages.firefox}: the sources build another ${name}`,
    );
  });
}

/** The same for all packages, which are also zipped again and must have the same bytes. */
export function repackFaults(packages: Packages): Promise<readonly string[]> {
  return withUnpackedSources(packages, async (folder) => {
    for (const browser of Object.keys(BUILDS)) {
      const faults = await wxtFaults(packages, folder, 'zip', browser);
      if (faults.length > 0) return faults;
    }
    return Object.values(packages).flatMap((path) => packageFaults(path, join(folder, path)));
  });
}
