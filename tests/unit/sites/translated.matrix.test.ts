// @vitest-environment jsdom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findAbstractElement, isConfirmed, pageOf, readFacts } from '@/lib/sites';
import { findEntries } from '@/lib/sites/listings';
import { rowsOf } from '@/tests/e2e/support/matrix';
import { translate } from '@/tests/fixtures/translate';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const fixture = (name: string) => parse(readFileSync(`tests/fixtures/pages/${name}.html`, 'utf8'));

/** Saved pages, if the machine has them. */
const PAGES = '../shared/pages';
const filesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.html')) : [];

describe('a listing translated by a browser', () => {
  test.each([
    ['arxiv-list', 'https://arxiv.org/list/cs.CV/new'],
    ['arxiv-list-2023', 'https://arxiv.org/list/cs.CV/new'],
    ['arxiv-search', 'https://arxiv.org/search/?query=ct'],
    ['hf-daily', 'https://huggingface.co/papers/date/2026-08-03'],
  ])('has the same entries in the same places: %s', (name, address) => {
    const read = (document: Document) =>
      findEntries(pageOf(address), document).map(({ entry, mount, parts }) => [
        entry.paperId,
        entry.version,
        mount.localName,
        parts.length,
      ]);
    const before = read(fixture(name));
    expect(before.length).toBeGreaterThan(0);
    expect(read(translate(fixture(name)))).toEqual(before);
  });

  test('has the same titles, abstracts and links as the original on Hugging Face, where the data has them', () => {
    const page = pageOf('https://huggingface.co/papers/date/2026-08-03');
    // Only the data has authors.
    const read = (document: Document) =>
      findEntries(page, document).flatMap(({ entry }) => (entry.authors ? [entry] : []));
    expect(read(translate(fixture('hf-daily')))).toEqual(read(fixture('hf-daily')));
    for (const file of filesIn(`${PAGES}/G-hf-list`)) {
      const html = readFileSync(`${PAGES}/G-hf-list/${file}`, 'utf8');
      expect([file, read(translate(parse(html)))]).toEqual([file, read(parse(html))]);
    }
  });

  const SAVED = `${PAGES}/B-list`;
  const files = filesIn(SAVED);
  test.skipIf(files.length === 0).each(rowsOf(files, 3))(
    'has the same entries as the original if it is the saved %s',
    (file) => {
      const page = pageOf('https://arxiv.org/list/cs.CV/recent');
      const ids = (document: Document) => findEntries(page, document).map(({ entry }) => entry.paperId);
      const html = readFileSync(`${SAVED}/${file}`, 'utf8');
      expect(ids(translate(parse(html)))).toEqual(ids(parse(html)));
    },
  );
});

describe('a paper’s page translated by a browser', () => {
  test.each([
    ['arxiv-abs', 'https://arxiv.org/abs/2407.08410'],
    ['arxiv-abs-withdrawn', 'https://arxiv.org/abs/hep-th/9901001'],
    ['arxiv-html', 'https://arxiv.org/html/2407.08410v1'],
    ['hf-paper', 'https://huggingface.co/papers/2407.08410'],
  ])('is recognised by its address, with its pages and its abstract: %s', (name, address) => {
    const page = pageOf(address);
    const about = (document: Document) => {
      const facts = readFacts(page, document);
      return [
        isConfirmed(page, facts),
        facts?.paperId,
        facts?.version,
        facts?.pages,
        facts?.withdrawn,
        findAbstractElement(page, document)?.localName,
        facts?.links,
      ];
    };
    const before = about(fixture(name));
    expect(before[0]).toBe(true);
    expect(about(translate(fixture(name)))).toEqual(before);
  });
});

const FULL_TEXTS = `${PAGES}/D-html-full`;
test.skipIf(filesIn(FULL_TEXTS).length === 0).each(rowsOf(filesIn(FULL_TEXTS), 3))(
  'a translated full text has the same paper, version, authors, links and abstract: %s',
  (file) => {
    const html = readFileSync(`${FULL_TEXTS}/${file}`, 'utf8');
    const [, address = ''] =
      /(?:arxiv|ar5iv|oxide|perl2026|old20\d\d|citations)-(\d{4}\.\d{5}(?:v\d+)?)/.exec(file) ?? [];
    const page = pageOf(`https://arxiv.org/html/${address}`);
    const about = (document: Document) => {
      const facts = readFacts(page, document);
      return [
        facts?.paperId,
        facts?.version,
        facts?.categories,
        facts?.links,
        findAbstractElement(page, document)?.className,
      ];
    };
    expect(about(translate(parse(html)))).toEqual(about(parse(html)));
  },
);

test('a first heading that follows the buttons does not mark the abstract', () => {
  const page = pageOf('https://huggingface.co/papers/2407.08410');
  const document = parse(
    '<main><h1>Title</h1><a href="https://arxiv.org/abs/2407.08410">View</a><div><h2>Models citing this</h2><p>None</p></div></main>',
  );
  expect(findAbstractElement(page, document)).toBeUndefined();
});
