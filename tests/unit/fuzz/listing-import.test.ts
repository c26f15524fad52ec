import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseListing } from '@/data/build/listing';
import { INHERITED, PATIENCE, RUNS } from './runs';

/** Three to seven letters, made from one number: fast-check takes several times as long to make them one by one. */
const word = fc
  .nat(26 ** 6)
  .map((number) =>
    Array.from(
      (number + 26 ** 2).toString(26),
      (digit) => 'abcdefghijklmnopqrstuvwxyz'[parseInt(digit, 26)],
    ).join(''),
  );
const words = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most }).map((list) => list.join(' '));
const paper = fc.record({
  title: words(3, 8),
  abstract: words(20, 40),
  authors: fc.integer({ min: 1, max: 3000 }),
  day: fc.date({ min: new Date('1995-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  comments: fc.option(fc.nat({ max: 500 }), { nil: undefined }),
});
const print = ({
  title,
  abstract,
  authors,
  day,
  comments,
}: typeof paper extends fc.Arbitrary<infer T> ? T : never) =>
  [
    title,
    '',
    abstract,
    '',
    `• ${authors} author${authors === 1 ? '' : 's'}`,
    '',
    '·',
    '',
    `${day.toLocaleDateString('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' })}${comments === undefined ? '' : ` ${comments}`}`,
    '',
  ].join('\n');

const line = fc.oneof(
  fc.constantFrom(
    '',
    '·',
    '•',
    '• 3 authors',
    '• 0 authors',
    'Jul 11, 2024',
    'Feb 30, 2024 2',
    'Oct 2, 2025 7',
    'Papers',
    'Load more',
    '\r',
    '• 16 authors · Jul 11, 2024',
  ),
  words(1, 30),
  fc.constantFrom(...INHERITED),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

test('a well-formed listing yields its papers', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(fc.array(paper, { minLength: 1, maxLength: 4 }), (papers) => {
      const result = parseListing(papers.map(print).join('\n'));
      expect(result).toMatchObject({
        ok: true,
        papers: papers.map(({ title, day, comments }) => ({
          title,
          published: day.toISOString().slice(0, 10),
          ...(comments === undefined ? {} : { comments }),
        })),
      });
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
});

test('any text yields valid papers, or an error with its line', { timeout: PATIENCE }, () => {
  const text = fc
    .array(fc.oneof({ weight: 8, arbitrary: line }, { weight: 1, arbitrary: paper.map(print) }), {
      maxLength: 20,
    })
    .map((lines) => lines.join('\n'));
  const counts = { faults: 0, papers: 0 };
  fc.assert(
    fc.property(text, (listing) => {
      const last = listing.split(/\r\n|\r|\n/).length;
      const result = parseListing(listing);
      if (!result.ok) {
        counts.faults += 1;
        return result.line >= 1 && result.line <= last && result.message !== '';
      }
      counts.papers += result.papers.length;
      return result.papers.every(
        ({ title, published, line: at }) =>
          title !== '' && new Date(published).toISOString().startsWith(published) && at <= last,
      );
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(counts.faults, counts.papers)).toBeGreaterThan(0);
});
