import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseListing } from '@/data/build/listing';

const ABSTRACT =
  'We measure how well a small network finds stones in pictures of kidneys, and how long it takes for each of them.';
const block = (
  title: string,
  authors = '  • 3 authors',
  date = 'Jul 11, 2024',
  abstract = ABSTRACT,
): string => `${title}\n\n${abstract}\n\n${authors}\n·\n${date}\n`;
const HEADER = 'new\n\nDaily Papers\n\nbyAK and the research community\n\nJan 6\n\n';

const read = (text: string) => {
  const result = parseListing(text);
  return result.ok ? result.papers : result;
};

/** All data of a listing, without line numbers. */
function facts(source: string): unknown {
  const result = parseListing(source);
  return result.ok ? result.papers.map((paper) => ({ ...paper, line: 0 })) : result;
}

describe('the parser of listings', () => {
  test.each([
    ['a count', '  • 16 authors', 'Jul 11, 2024', { authors: { count: 16 }, published: '2024-07-11' }],
    ['one author', '• 1 author', 'May 1, 2025', { authors: { count: 1 }, published: '2025-05-01' }],
    ['comments', '• 2 authors', 'Oct 2, 2025 12', { published: '2025-10-02', comments: 12 }],
    [
      'an organisation',
      'Some-University Some University',
      'Sep 24, 2025',
      { authors: { organisation: 'Some University' } },
    ],
    [
      'a handle in lower case',
      'acme ACME Research',
      'Sep 24, 2025',
      { authors: { organisation: 'ACME Research' } },
    ],
    [
      'a name without handle',
      'Institute of Stones',
      'Sep 24, 2025',
      { authors: { organisation: 'Institute of Stones' } },
    ],
    ['a long month', '• 2 authors', 'September 4, 2024', { published: '2024-09-04' }],
  ])('accepts a listing with %s', (_, authors, date, expected) => {
    expect(read(HEADER + block('Stones', authors, date))).toMatchObject([
      { title: 'Stones', line: 9, ...expected },
    ]);
  });

  it('returns no comment count if there is none, rather than zero', () => {
    expect(read(block('Stones'))).toEqual([
      { title: 'Stones', abstract: ABSTRACT, authors: { count: 3 }, published: '2024-07-11', line: 1 },
    ]);
  });

  it('removes LaTeX from titles and keeps it in abstracts', () => {
    const abstract = `${ABSTRACT} It gains 4.5\\%   in mAP_{50}.`;
    expect(read(block('Stones at 10\\%', undefined, undefined, abstract))).toMatchObject([
      { title: 'Stones at 10%', abstract: `${ABSTRACT} It gains 4.5\\% in mAP_{50}.` },
    ]);
  });

  test.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['no-break spaces', (text: string) => text.replaceAll('• 3', '•\u00A03')],
    ['trailing spaces', (text: string) => text.replaceAll('\n', '  \n')],
    ['authors and date on one line', (text: string) => text.replaceAll('\n·\n', ' · ')],
    ['blank lines around the separator', (text: string) => text.replaceAll('\n·\n', '\n\n·\n\n')],
    ['a footer', (text: string) => `${text}\nPrevious\n1\n2\nNext\n`],
    ['no blank line after the title', (text: string) => text.replaceAll('Stones\n\n', 'Stones\n')],
    ['a wrapped abstract', (text: string) => text.replaceAll('network finds', 'network\nfinds')],
  ])('returns the same with %s', (_, change) => {
    const text = `${HEADER}${block('Small Stones')}\n${block('Large Stones')}`;
    expect(facts(change(text))).toEqual(facts(text));
    expect(facts(text)).toHaveLength(2);
  });

  test.each([
    ['nothing at all', '', 1, /no paper/],
    ['only the header', HEADER, 1, /no paper/],
    ['no date', block('A').replace('Jul 11, 2024', 'soon'), 7, /expected a date/],
    ['an invalid date', block('A', undefined, 'Feb 30, 2024'), 7, /expected a date/],
    ['nothing after the separator', block('A').replace('Jul 11, 2024\n', ''), 6, /expected a date/],
    ['a bullet without a count', block('A', '• many authors'), 5, /neither authors nor/],
    ['no authors', block('A', '• 0 authors'), 5, /neither authors nor/],
    ['no abstract', 'A\n\n• 3 authors\n·\nJul 11, 2024\n', 1, /no abstract/],
    ['a truncated abstract', block('A', undefined, undefined, 'We do things.'), 3, /too short/],
    ['a missing end', `${block('A')}\nB\n\n${ABSTRACT}\n`, 9, /without authors and date/],
    ['two papers run together', `A\n\n${ABSTRACT}\n\n${block('B')}`, 5, /found more text/],
    ['the same paper twice', `${block('A')}\n${block('a')}`, 9, /same title as on line 1/],
    ['control characters of terminals', block('A', '• \u001B[2J'), 5, /"• \uFFFD\[2J"$/],
    ['unrelated text above', `Sign in\n\n${HEADER}${block('A')}`, 5, /found more text/],
  ])('refuses a listing with %s at its line', (_, text, line, message) => {
    const result = read(text);
    expect(result).toMatchObject({ ok: false, line });
    expect(result).toHaveProperty('message', expect.stringMatching(message));
  });

  it('returns the whole listing or none of it, whichever line is lost', () => {
    const lines = [block('Small Stones'), block('Large Stones'), block('Old Stones')].join('\n').split('\n');
    const whole = parseListing(lines.join('\n'));
    const titles = whole.ok ? whole.papers.map(({ title }) => title) : [];
    fc.assert(
      fc.property(fc.nat(lines.length - 1), (lost) => {
        const result = parseListing(lines.filter((_, index) => index !== lost).join('\n'));
        const found = result.ok ? result.papers.map(({ title }) => title) : [];
        expect(found).toEqual(result.ok ? titles : []);
      }),
    );
    expect(titles).toHaveLength(3);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '\n',
      '\n\n',
      '·',
      '• 3 authors',
      'Jul 11, 2024',
      ABSTRACT,
      'Title',
      ' ',
      '\u00A0',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join('\n')),
        ),
        (text) => {
          const result = parseListing(text);
          expect(result.ok ? result.papers.length : result.line).toBeGreaterThan(0);
        },
      ),
    );
  });
});

const SEED = '../shared/seed/listing.txt';
describe.skipIf(!existsSync(SEED))('the first listing', () => {
  it('contains 71 papers and no others', () => {
    const text = readFileSync(SEED, 'utf8');
    const result = parseListing(text);
    const papers = result.ok ? result.papers : [];
    expect(papers).toHaveLength(71);
    expect(text.split('\n').filter((line) => line === '·')).toHaveLength(71);
    expect(papers.filter(({ comments }) => comments !== undefined)).toHaveLength(12);
    expect(papers.flatMap(({ authors }) => ('organisation' in authors ? authors.organisation : []))).toEqual([
      'Fudan University',
      'General Medical AI',
    ]);
    const lines = text.split('\n');
    expect(papers.filter(({ title, line }) => lines[line - 1] !== title)).toEqual([]);
    expect(papers.filter(({ abstract, line }) => lines[line + 1]?.trim() !== abstract)).toEqual([]);
  });
});
