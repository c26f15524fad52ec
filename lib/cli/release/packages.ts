/** Making the packages for the stores, and looking into them. */
import { spawnSync } from 'node:child_process';
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

const run = (cwd: string, ...args: readonly string[]): boolean =>
  spawnSync('wxt', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

/** Makes them, over what lay there. */
function makePackages(packages: Packages): boolean {
  for (const path of Object.values(packages)) rmSync(path, { force: true });
  return Object.keys(BUILDS).every((browser) => run('.', 'zip', '-b', browser));
}

/** Makes them twice; faults where that fails or the bytes differ. */
export function makeTwice(packages: Packages): readonly string[] {
  const digests = [1, 2].map(() =>
    makePackages(packages) ? Object.values(packages).map((path) => describeFile(path).digest) : [],
  );
  const [first = [], second = []] = digests;
  if (first.length === 0 || second.length === 0) return ['The packages could not be made'];
  return Object.values(packages).flatMap((path, index) =>
    first[index] === second[index] ? [] : `${path}: is not the same twice`,
  );
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

/** What a reader's browser never needs. */
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

/** Firefox's reviewers build the sources that they get; faults where that gives another package. */
export function sourcesFaults(packages: Packages): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-sources-'));
  try {
    for (const [name, content] of readZip(packages.sources)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    if (!run(folder, 'build', '-b', 'firefox')) return [`${packages.sources}: does not build`];
    const built = readFolder(join(folder, OUTPUT, BUILDS.firefox));
    return differences(built, readZip(packages.firefox)).map(
      (name) => `${packages.sources}: builds another ${name}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
