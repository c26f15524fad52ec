/** The packages for the stores: where they lie, what they hold, and whether their sources build them. */
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

/** Where the three packages of a version lie; others may lie beside them, from earlier versions. */
export interface Packages {
  readonly chrome: string;
  readonly firefox: string;
  readonly sources: string;
}

/** The packages of a version. */
export function packagesOf(version: string): Packages {
  const path = (kind: string): string => join(OUTPUT, `sidelight-${version}-${kind}.zip`);
  return { chrome: path('chrome'), firefox: path('firefox'), sources: path('sources') };
}

/** Length and digest of a package. */
export function describeFile(path: string): { readonly bytes: number; readonly digest: string } {
  const content = readFileSync(path);
  return { bytes: content.length, digest: createHash('sha256').update(content).digest('hex') };
}

function readFolder(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name))]));
}

/** Files that differ between two sets, or that only one of them has. */
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

/** What a user's browser never needs. */
const STRAY = /(?:^|\/)(?:screenshots|tests?|node_modules|\.[^/]+)(?:\/|$)|\.(?:map|tsx?|env|log)$/;

/** Faults in what the two packages for browsers hold: the build, whole, of this version, and nothing else. */
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

/** Files that differ between a package and one made of it; a package's own bytes where its files are the same. */
function packageFaults(path: string, rebuilt: string): readonly string[] {
  if (describeFile(path).digest === describeFile(rebuilt).digest) return [];
  const names = differences(readZip(rebuilt), readZip(path));
  return names.length > 0
    ? names.map((name) => `${path}: the sources build another ${name}`)
    : [`${path}: holds the same files in other bytes`];
}

/** Unpacks the package of sources into a folder, beside the packages that are installed, and does something there. */
async function inSources(
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

/** Runs WXT in unpacked sources; faults where it fails. */
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
 * Builds for Firefox once more out of the package of sources, as its reviewers do; faults where that fails or gives a
 * file of other bytes than the package has. So a build is the same twice, and the sources are whole.
 */
export function rebuildFaults(packages: Packages): Promise<readonly string[]> {
  return inSources(packages, async (folder) => {
    const faults = await wxtFaults(packages, folder, 'build', 'firefox');
    if (faults.length > 0) return faults;
    const built = readFolder(join(folder, OUTPUT, BUILDS.firefox));
    return differences(built, readZip(packages.firefox)).map(
      (name) => `${packages.firefox}: the sources build another ${name}`,
    );
  });
}

/** The same for all packages, which are packed once more too: their own bytes are the same. */
export function repackFaults(packages: Packages): Promise<readonly string[]> {
  return inSources(packages, async (folder) => {
    for (const browser of Object.keys(BUILDS)) {
      const faults = await wxtFaults(packages, folder, 'zip', browser);
      if (faults.length > 0) return faults;
    }
    return Object.values(packages).flatMap((path) => packageFaults(path, join(folder, path)));
  });
}
