import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  describedIn,
  hasUnreleased,
  ownVersion,
  storeFaults,
  versionFaults,
} from '@/lib/cli/release/stated-facts';
import { contentFaults, differences, sourceFaults } from '@/lib/cli/release/packages';
import { readZip } from '@/lib/cli/release/zip-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-release-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Copies the files that a release is checked by and changes one of them. */
function copyWith(file: string, change: (text: string) => string): void {
  for (const each of ['package.json', 'package-lock.json', 'CHANGELOG.md', '.store', 'public/screenshots']) {
    cpSync(each, join(folder, each), { recursive: true });
  }
  writeFileSync(join(folder, file), change(readFileSync(file, 'utf8')));
}

const version = ownVersion();

/** The number of points in a list of a text. */
const points = (text = ''): number => text.match(/^- /gm)?.length ?? 0;

describe('the version', () => {
  test('is the same in all places, and has notes', () => {
    expect(versionFaults()).toEqual([]);
  });

  test.each([
    ['package.json', (text: string) => text.replace(`"version": "${version}"`, '"version": "9.9.9"'), 2],
    ['package.json', (text: string) => text.replace(`"version": "${version}"`, '"version": "1.0-beta"'), 3],
    ['package-lock.json', (text: string) => text.replace(`"version": "${version}"`, '"version": "9.9.9"'), 1],
    ['CHANGELOG.md', (text: string) => text.replace('## ', '## 9.9.9\n\nNews.\n\n## '), 1],
    ['CHANGELOG.md', () => `# Changes\n\n## ${version}\n\n## 0.0.1\n\nNews.\n`, 1],
  ])('is an error if it differs in %s', (file, change, count) => {
    copyWith(file, change);
    expect(versionFaults(folder)).toHaveLength(count);
  });
});

describe('unreleased changes', () => {
  test.each([
    ['under a heading of their own', `## Unreleased\n\nNews.\n\n## ${version}\n\nOlder news.\n`, true],
    ['none under that heading', `## Unreleased\n\n## ${version}\n\nNews.\n`, false],
    ['no such heading', `## ${version}\n\nNews.\n`, false],
  ])('are no error, and are recognised by a release: %s', (_, text, expected) => {
    copyWith('CHANGELOG.md', () => `# Changes\n\n${text}`);
    expect([versionFaults(folder), hasUnreleased(folder)]).toEqual([[], expected]);
  });
});

describe('the material for the stores', () => {
  const description = describedIn();

  test('exists in the form that the stores require', () => {
    expect(storeFaults(description)).toEqual([]);
  });

  test.each([
    ['another summary', (text: string) => text.replace(description, 'Something else.')],
    ['a picture that is not there', (text: string) => text.replace('sidebar-dark.png', 'nowhere.png')],
    ['a picture of another size', (text: string) => text.replace('sidebar-dark.png', 'popup.png')],
    ['six pictures', (text: string) => `${text}\n6. \`public/screenshots/no-results.png\`\n`],
    ['no pictures', (text: string) => text.replace(/^\d\. .*$/gm, '')],
  ])('is refused with %s', (_, change) => {
    copyWith('.store/listing.md', change);
    expect(storeFaults(description, folder)).toHaveLength(1);
  });

  test.each([
    ['.store/tile.png', 440, 280],
    ['public/icon/128.png', 128, 128],
  ])('has %s in the size that stores require', (file, width, height) => {
    // https://www.w3.org/TR/png-3/#11IHDR
    const head = readFileSync(file);
    expect([head.readUInt32BE(16), head.readUInt32BE(20)]).toEqual([width, height]);
  });

  test('contains what each store requires, in both languages', () => {
    const listing = readFileSync('.store/listing.md', 'utf8');
    const parts = [
      'Description',
      'Firefox Add-ons',
      'Microsoft Edge Add-ons',
      'Accessibility',
      'Simplified Chinese',
    ];
    for (const part of parts) expect(listing).toMatch(new RegExp(`^## ${part}$`, 'm'));
    const [, english] = listing.split('## Description');
    const [, chinese] = listing.split('## Simplified Chinese');
    expect(points(english?.split('\n## ')[0])).toBe(points(chinese?.split('\n## ')[0]));
  });

  test('is refused with a summary that is too long', () => {
    const long = 'x'.repeat(133);
    copyWith('.store/listing.md', (text) => text.replace(description, long));
    expect(storeFaults(long, folder)).toHaveLength(1);
  });

  test('has the line of news that the popup shows after the update', () => {
    const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8'));
    expect(messages.news_line.description).toContain(`For ${version}.`);
  });

  test('explains each requested permission, and no other', () => {
    const [, rest = ''] = readFileSync('.store/listing.md', 'utf8').split('## Why each permission');
    const [why = ''] = rest.split('\n## ');
    const named = [...why.matchAll(/^- ([\w., -]+?)(?: \(Chrome\))?:/gm)].flatMap(([, names = '']) =>
      names.split(', '),
    );
    expect(named).toEqual([
      'storage',
      'contextMenus',
      'scripting',
      'sidePanel',
      'arxiv.org',
      'huggingface.co',
    ]);
  });
});

const zipOf = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

function write(files: Readonly<Record<string, string>>): string {
  const path = join(folder, 'package.zip');
  writeFileSync(path, zipOf(files));
  return path;
}

describe('a package', () => {
  test('is read with the content that was packed', () => {
    const files = readZip(write({ 'a.txt': 'A', 'b/c.txt': 'ü'.repeat(500) }));
    expect([...files].map(([name, content]) => [name, content.toString()])).toEqual([
      ['a.txt', 'A'],
      ['b/c.txt', 'ü'.repeat(500)],
    ]);
  });

  test('is reported as unreadable if it is not a package', () => {
    writeFileSync(join(folder, 'package.zip'), 'PK, but no zip at all');
    expect(() => readZip(join(folder, 'package.zip'))).toThrow('is no zip');
  });

  test('is refused with an extra file, another version or another build', () => {
    const build = join(folder, 'built');
    for (const name of ['chrome-mv3', 'firefox-mv2']) {
      mkdirSync(join(build, name), { recursive: true });
      writeFileSync(join(build, name, 'manifest.json'), '{"version":"1.2.3"}');
    }
    const good = write({ 'manifest.json': '{"version":"1.2.3"}' });
    const faultsOf = (chrome: string, stated = '1.2.3') =>
      contentFaults({ chrome, firefox: good, sources: '' }, stated, build);
    expect(faultsOf(good)).toEqual([]);
    expect(faultsOf(good, '1.2.4')).toHaveLength(2);
    const other = join(folder, 'other.zip');
    for (const stray of ['screenshots/a.png', 'a.js.map', '.env', 'tests/x.html']) {
      writeFileSync(other, zipOf({ 'manifest.json': '{"version":"1.2.3"}', [stray]: 'x' }));
      // An extra file that is not part of the build.
      expect(faultsOf(other)).toHaveLength(2);
    }
    writeFileSync(other, zipOf({ 'manifest.json': '{"version":"1.2.3" }' }));
    expect(faultsOf(other)).toEqual([`${other}: manifest.json is not as it was built`]);
  });

  test('of sources has every entry point, whichever browser’s build it was made with', () => {
    const entries = join(folder, 'entrypoints');
    mkdirSync(join(entries, 'popup'), { recursive: true });
    for (const name of ['a.ts', 'popup/main.ts']) writeFileSync(join(entries, name), '');
    const sources = join(folder, 'sources.zip');
    const faults = (packed: Readonly<Record<string, string>>) => {
      writeFileSync(sources, zipOf(packed));
      return sourceFaults({ chrome: '', firefox: '', sources }, entries);
    };
    expect(faults({ [`${entries}/a.ts`]: '', [`${entries}/popup/main.ts`]: '' })).toEqual([]);
    expect(faults({ [`${entries}/a.ts`]: '' })).toEqual([`${sources}: lacks ${entries}/popup/main.ts`]);
  });

  test('is compared with another: missing, added and changed files', () => {
    const [a, b] = [Buffer.from('a'), Buffer.from('b')];
    const one = new Map([
      ['same', a],
      ['other', a],
      ['left', a],
    ]);
    const two = new Map([
      ['same', a],
      ['other', b],
      ['right', a],
    ]);
    expect(differences(one, two)).toEqual(['other', 'left', 'right']);
  });
});
