import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Words of a dialect that nobody outside understood, and what to write instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  afresh: 'again',
  'at hand': 'available',
  bears: 'has',
  borne: 'used, had',
  dear: 'slow, costly',
  deed: 'action',
  deeds: 'actions',
  'parted by': 'separated by',
  'stays at home': 'is not shipped',
  'the hand': 'the pointer',
};

const ROOTS = ['components', 'data/build', 'entrypoints', 'lib', 'tests'];
const FILES = [
  ...ROOTS.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => `${root}/${file}`),
  ).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('plain-words.test.ts')),
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'public/_locales/en/messages.json',
];

test.each(Object.entries(INSTEAD))('nobody writes "%s" for "%s"', (word, _instead) => {
  const pattern = new RegExp(`\\b${word}\\b`, 'i');
  const found = FILES.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

test('every file that the glossary of CONTRIBUTING.md names is there', () => {
  const guide = readFileSync('CONTRIBUTING.md', 'utf8');
  const glossary = guide.slice(guide.indexOf('## Glossary'), guide.indexOf('## Decisions'));
  const named = [...glossary.matchAll(/`((?:lib|data|components)\/[\w./-]+)`/g)].map(
    ([, path]) => path ?? '',
  );
  expect(named.length).toBeGreaterThan(5);
  const known = new Set([
    ...FILES,
    ...['data', ...ROOTS].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => `${root}/${file}`),
    ),
  ]);
  expect(named.filter((path) => !known.has(path))).toEqual([]);
});
