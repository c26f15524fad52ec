/** The commands of the packs' command line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MANIFEST_FILE } from '@/lib/domain/pack/manifest';
import { writePackFile } from '@/lib/domain/pack/pack-file';
import { buildPack } from './build';
import { diffPacks } from './diff';
import { mergePacks } from './merge';
import { createProgress } from './progress';
import { findPackFaults, readPack } from './read-pack';
import type { WrittenPack } from './write-pack';

const USAGE = [
  'usage: pack build --from FILE… --name NAME [--out FOLDER] [--limit PAPERS] [--zipped BYTES] [--threads N] [--source TEXT]',
  '       pack merge FOLDER… --name NAME [--out FOLDER]',
  '       pack file FOLDER [--out FILE]',
  '       pack info FOLDER | check FOLDER | diff FOLDER FOLDER',
];

/** Where a command prints: results, and warnings. */
interface PackOutput {
  readonly print: (line: string) => void;
  readonly warn: (line: string) => void;
}

/** Ends a command that was called wrongly; the message shows the usage. */
const throwUsageError = (...lines: readonly string[]): never => {
  throw new Error(lines.join('\n'));
};

/**
 * arXiv's metadata is in the public domain (CC0); arXiv asks for this acknowledgement
 * (https://info.arxiv.org/help/api/tou.html).
 */
const SOURCE = 'arXiv’s open metadata (CC0). Thank you to arXiv for use of its open access interoperability.';

const readerVersion = (): string => {
  const described: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
  const isVersioned = typeof described === 'object' && described !== null && 'version' in described;
  return `Sidelight ${isVersioned ? String(described.version) : 'of no version'}`;
};

const describe = ({ manifest, zipped }: WrittenPack): string =>
  `${manifest.name}: ${manifest.papers} papers, ${zipped.all} bytes zipped (records ${zipped.records}, ` +
  `search ${zipped.search}, ids ${zipped.ids}), ${(zipped.all / Math.max(1, manifest.papers)).toFixed(1)} a paper`;

const readNumber = (text: string, name: string): number =>
  /^[1-9]\d*$/.test(text) ? Number(text) : throwUsageError(`--${name} "${text}" is no number`, ...USAGE);

const printInfo = (folder: string, { print }: PackOutput): number => {
  const { manifest, index } = readPack(folder);
  const { files, tags, ...about } = manifest;
  print(JSON.stringify({ ...about, tags: tags.length, words: index.dictionary.size }, undefined, 2));
  const sizes = files.map(({ name, bytes }) => [name.replace(/\/.*/, '/'), bytes] as const);
  for (const kind of new Set(sizes.map(([name]) => name))) {
    const own = sizes.filter(([name]) => name === kind);
    const bytes = own.reduce((sum, [, size]) => sum + size, 0);
    print(`${kind}  ${own.length} files, ${bytes} bytes, ${(bytes / manifest.papers).toFixed(1)} a paper`);
  }
  return 0;
};

/** Packs the folder into a single file, which can be added in the extension's settings. */
const writeFile = (folder: string, out: string | undefined, { print }: PackOutput): number => {
  const { manifest } = readPack(folder);
  const names = [MANIFEST_FILE, ...manifest.files.map(({ name }) => name)];
  const files = new Map(names.map((name) => [name, Uint8Array.from(readFileSync(join(folder, name)))]));
  const path = out ?? `${manifest.name}.zip`;
  writeFileSync(path, writePackFile(files));
  print(`${path}: ${manifest.papers} papers`);
  return 0;
};

/**
 * Runs one command with its arguments; returns the exit code. Throws, with instructions, if it was called
 * wrongly, or if a file is missing or no pack.
 */
export async function runPack(args: readonly string[], output: PackOutput): Promise<number> {
  const { print, warn } = output;
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      from: { type: 'string', multiple: true, default: [] },
      name: { type: 'string', default: '' },
      out: { type: 'string' },
      limit: { type: 'string', default: '1000000000' },
      zipped: { type: 'string', default: '1000000000000' },
      threads: { type: 'string' },
      source: { type: 'string', default: SOURCE },
    },
  });
  const [command, ...rest] = positionals;
  const [first = '', second = ''] = rest;
  const folder = values.out ?? `data/packs/${values.name}`;
  if (command === 'info' && rest.length === 1) return printInfo(first, output);
  if (command === 'file' && rest.length === 1) return writeFile(first, values.out, output);
  if (command === 'check' && rest.length === 1) {
    const faults = findPackFaults(first);
    faults.forEach(warn);
    print(faults.length === 0 ? `${first} is whole` : `${faults.length} faults`);
    return faults.length === 0 ? 0 : 1;
  }
  if (command === 'diff' && rest.length === 2) {
    const differences = diffPacks(readPack(first), readPack(second));
    differences.forEach(print);
    return differences.length === 0 ? 0 : 1;
  }
  if (!/^[a-z0-9-]{1,40}$/.test(values.name))
    throwUsageError('--name must be lower-case letters, digits and hyphens', ...USAGE);
  if (command === 'merge' && rest.length > 0) {
    print(describe(mergePacks(rest, folder, values.name)));
    return 0;
  }
  // The shell expands FILE… after the first --from into positional arguments.
  const files = [...values.from, ...rest];
  if (command !== 'build' || files.length === 0) throwUsageError(...USAGE);
  const written = await buildPack({
    files,
    name: values.name,
    folder,
    source: values.source,
    reader: readerVersion(),
    limit: readNumber(values.limit, 'limit'),
    zipped: readNumber(values.zipped, 'zipped'),
    threads: values.threads === undefined ? undefined : readNumber(values.threads, 'threads'),
    progress: createProgress(),
    onFault: (file, { line, message }) => warn(`${file}:${line}: ${message}; skipped`),
  });
  print(describe(written));
  return 0;
}
