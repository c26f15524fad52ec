import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Words that readers did not understand, and what to write instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  afresh: 'again',
  amid: 'among',
  amiss: 'damaged, wrong',
  anew: 'again',
  'as ever': 'as usual',
  'as good as missing': 'counts as missing',
  'at hand': 'available',
  bears: 'has',
  bettered: 'improved',
  borne: 'used, had',
  'by turns': 'alternately',
  dear: 'slow, costly',
  deed: 'action',
  deeds: 'actions',
  'for want of': 'without, since there is no',
  'gone through': 'checked',
  'has no business': 'has no permission',
  'hears of': 'is called with',
  hitherto: 'so far',
  'in its stead': 'instead',
  mend: 'fix',
  nought: 'zero',
  'one gate': 'only way',
  parted: 'separated, split',
  'parts from': 'separates from',
  'so many a': 'the number of … per',
  'speaks for': 'is evidence for',
  spoil: 'damage',
  spoiled: 'damaged',
  'stands firm': 'is stable',
  'stays at home': 'is not shipped',
  'takes up': 'adds',
  'the hand': 'the pointer',
  'told from': 'distinguished from',
  wears: 'has, follows',
  'what became of': 'the outcome of',
  whoever: 'the caller, the user',
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

/** Finds a word in a text, and as a part of a name in code: `anew` in "sent anew" and in `opensAnew`. */
function wordPattern(word: string): RegExp {
  const [first = '', ...rest] = word;
  const name = `[a-z\\d]${first.toUpperCase()}${rest.join('')}(?![a-z])`;
  return new RegExp(`\\b[${first}${first.toUpperCase()}]${rest.join('')}\\b|${name}`);
}

test.each([
  ['sent anew', true],
  ['Anew, it', true],
  ['opensAnew(at)', true],
  ['isAnewest', false],
  ['sinanew', false],
])('the check itself finds the word in %j: %s', (text, isFound) => {
  expect(wordPattern('anew').test(text)).toBe(isFound);
});

test.each(Object.entries(INSTEAD))('no text uses "%s" instead of "%s"', (word, _instead) => {
  const pattern = wordPattern(word);
  const found = FILES.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

test('every file that the glossary of CONTRIBUTING.md names exists', () => {
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
