/**
 * `npm run licences`: writes the list of third-party code in the packages, with its licences. `--check` only
 * compares.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '@/lib/domain/is-record';
import { readOptions } from './usage-error';

/** Shipped in the packages, as most of the licences demand. */
const LICENCES_FILE = 'public/licences.txt';

/** Build tools whose own helpers end up in the output. */
const INLINED = ['wxt'];

/** Licences that must be included in full are short; longer ones are referred to by name and address. */
const LONGEST_TERMS = 4_000;

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly home: string;
  /** The licence's text, or undefined if the package has none or a long one. */
  readonly terms: string | undefined;
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isRecord(value) ? value : {};
}

/** The names of all packages that `npm install --omit=dev` installs. */
function findShipped(): readonly string[] {
  const { packages } = readJson('package-lock.json');
  const entries = isRecord(packages) ? Object.entries(packages) : [];
  const names = entries
    .filter(([path]) => path.startsWith('node_modules/'))
    // `devOptional`: a tool of ours that a shipped package could also use, but does not.
    .filter(([, entry]) => isRecord(entry) && entry['dev'] !== true && entry['devOptional'] !== true)
    .map(([path]) => path.slice('node_modules/'.length));
  return [...new Set([...names, ...INLINED])].toSorted();
}

function addressOf(value: unknown): string {
  const text = isRecord(value) ? value['url'] : value;
  const address = typeof text === 'string' ? text.replace(/^git\+/, '').replace(/\.git$/, '') : '';
  return /^[\w-]+\/[\w.-]+$/.test(address) ? `https://github.com/${address}` : address;
}

function readPackage(name: string): Package {
  const folder = join('node_modules', name);
  const { version, license, repository, homepage } = readJson(join(folder, 'package.json'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(each));
  const terms = file && readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return {
    name,
    version: typeof version === 'string' ? version : '',
    licence: typeof license === 'string' ? license : 'unknown',
    home: addressOf(repository ?? homepage),
    terms: terms && terms.length <= LONGEST_TERMS ? terms : undefined,
  };
}

/** The file's text, which only depends on the packages. */
function listLicences(): string {
  const packages = findShipped().map(readPackage);
  const overview = packages.map(
    ({ name, version, licence, home }) => `${name} ${version}: ${licence}, ${home}`,
  );
  const terms = packages.map(
    ({ name, terms: text, licence }) =>
      `${'-'.repeat(72)}\n${name}\n\n${text ?? `${licence}: https://spdx.org/licenses/${licence}.html`}`,
  );
  return `Sidelight contains code of these packages, bundled and minified, each under its own terms. Their sources are at the addresses.\n\n${overview.join('\n')}\n\n${terms.join('\n\n')}\n`;
}

/** Whether the list in the repository matches the installed packages. */
export function areLicencesListed(): boolean {
  return existsSync(LICENCES_FILE) && readFileSync(LICENCES_FILE, 'utf8') === listLicences();
}

if (import.meta.filename === process.argv[1]) {
  const { check } = readOptions(
    { check: { type: 'boolean', default: false } },
    'usage: npm run licences -- [--check]',
  );
  if (!check) writeFileSync(LICENCES_FILE, listLicences());
  else if (!areLicencesListed()) {
    console.error(`${LICENCES_FILE} is not of these packages: npm run licences`);
    process.exitCode = 1;
  }
}
