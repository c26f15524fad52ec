/**
 * `npm run licences`: writes the list of other people's code that the packages ship, with its terms.
 * `--check` only compares.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '@/lib/domain/is-record';
import { readOptions } from './usage-error';

/** Shipped with the packages, as most of the licences ask. */
const LICENCES_FILE = 'public/licences.txt';

/** Build tools whose own helpers end up in the output. */
const INLINED = ['wxt'];

/** Terms that ask to be carried along are short; long ones are known by their name and address. */
const LONGEST_TERMS = 4_000;

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly home: string;
  /** The text of its terms, or undefined where it ships none or a long one. */
  readonly terms: string | undefined;
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isRecord(value) ? value : {};
}

/** Names of everything that an installation without development tools would hold. */
function findShipped(): readonly string[] {
  const { packages } = readJson('package-lock.json');
  const entries = isRecord(packages) ? Object.entries(packages) : [];
  const names = entries
    .filter(([path]) => path.startsWith('node_modules/'))
    // `devOptional`: a tool of ours that something shipped could use as well, and does not.
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

/** The file's text; same packages, same bytes. */
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

/** Whether the list in the repository is that of the packages as they are installed. */
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
