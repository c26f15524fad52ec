import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { taxonomySchema } from '@/data/build/schema';
import { readPaper } from '@/lib/domain/reading';
import { INHERITED, PATIENCE, RUNS } from './runs';

const { tags } = taxonomySchema.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8')));
const known = new Set(tags.map(({ id }) => id));

const oneOf = (pieces: string) => fc.constantFrom(...pieces.split('|'));
const metric = oneOf('accuracy|AUROC|an F1 score|Dice|BLEU-4|an FID|PSNR|a speed-up|inference time');
const figure = fc.oneof(
  oneOf('0.91|$83.5\\%$|.5|1,234|1e-5|3.2x|12 dB|95% CI|0.3 ± 0.1|80.1--82.3|１２％|-4%|10^{-3}'),
  fc.double({ noNaN: true }).map(String),
);
const claim = fc
  .tuple(oneOf('reaches|improves|reports|with|from|by|to|versus'), metric, oneOf('of|by|to|=|:|('), figure)
  .map((parts) => parts.join(' '));
const piece = fc.oneof(
  claim,
  oneOf(
    'We propose|Our model|on MIMIC-CXR|chest X-ray|compared to|respectively|outperforms|up to|.|,|)|and|; while',
  ),
  oneOf('$|\\%|}|\\textbf{|\\frac|<script>alert(1)</script>|__proto__|\u202e|\0|\ud800|🩻|ü|\n\n'),
  oneOf(
    'https://github.com/a/b|https://github.com/a/b).|javascript:alert(1)|https://u:p@evil.example/|http://|www.',
  ),
  fc
    .tuple(oneOf('\\|$\\||on |of 0.9 |dataset: '), fc.constantFrom(...INHERITED), oneOf('|$|@5|-4|{x}'))
    .map((parts) => parts.join('')),
  // Long enough for an expression that backtracks without end; `any-length.test.ts` tries far longer ones for linear
  // time.
  {
    weight: 1,
    arbitrary: fc
      .tuple(oneOf('a|$|(| |0.|--|\\|a '), fc.integer({ min: 50, max: 200 }))
      .map(([one, times]) => one.repeat(times)),
  },
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(' '));
const paper = fc.record({
  title: text,
  abstract: text,
  categories: fc.array(fc.constantFrom('cs.CV', 'eess.IV', '', 'x', ...INHERITED), { maxLength: 4 }),
  comments: text,
  links: fc.array(fc.oneof(fc.webUrl(), piece), { maxLength: 3 }),
});

/** Only web addresses, without passwords. */
function isPlainAddress(address: string): boolean {
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username + password === '';
}

test('any text yields a reading whose every part is in it', { timeout: PATIENCE }, () => {
  let results = 0;
  fc.assert(
    fc.property(paper, (each) => {
      const reading = readPaper(each, tags);
      results += reading.results.length;
      return (
        reading.results.every(
          ({ span: { start, end }, value }) =>
            start >= 0 && end <= each.abstract.length && start < end && /\S/.test(value),
        ) &&
        reading.links.every(({ url }) => isPlainAddress(url)) &&
        [...reading.tags.map((tag) => tag.id), ...reading.contribution].every((id) => known.has(id))
      );
    }),
    { numRuns: RUNS },
  );
  expect(results).toBeGreaterThan(RUNS / 20);
});
