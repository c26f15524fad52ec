import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openTermStatistics,
  packKeys,
  packTermStatistics,
  unpackKeys,
} from '@/lib/domain/text/term-statistics';
import { countTerms, salientTerms, termKey } from '@/lib/domain/text/terms';
import { foldWord, stem, tokenise } from '@/lib/domain/text/tokens';

const wordsOf = (text: string): string =>
  tokenise(text)
    .map(({ text: word, glued }) => (glued ? '-' : '') + word)
    .join(' ');

/** Any UTF-16 units, including lone surrogates. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

describe('tokenise', () => {
  it.each([
    ['chest X-ray', 'chest x -ray'],
    ['GPT‑4 and T1–weighted', 'gpt -4 and t1 -weighted'],
    ['1,000 of 83.5%', '1000 of 83.5'],
    ['a 3D U-Net', 'a 3d u -net'],
    ['$\\beta$-VAE', 'beta -vae'],
    ['β-VAE', 'beta -vae'],
    ['TNFα', 'tnfalpha'],
    ['\\varepsilon-greedy', 'epsilon -greedy'],
    ['Schr\\"odinger', 'schrodinger'],
    ['M{\\"u}ller, Müller', 'muller muller'],
    ["Poincar\\'e", 'poincare'],
    ['Erd\\H{o}s', 'erdos'],
    ['\\emph{deep} \\textbf{nets}', 'deep nets'],
    ["the paper's models’", 'the paper models'],
    ['Bogunović Łukasz Ørsted', 'bogunovic lukasz orsted'],
    ['ﬁne ½', 'fine 1⁄2'],
    ['医学 AI', '医 学 ai'],
    ['Ελλάδα', 'ελλαδα'],
    ['', ''],
  ])('splits %s', (text, expected) => {
    expect(wordsOf(text)).toBe(expected);
  });

  it('returns spans of the original text', () => {
    const text = 'On the $\\beta$-VAE of Müller';
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'On',
      'the',
      '\\beta',
      'VAE',
      'of',
      'Müller',
    ]);
  });

  it('never throws, keeps the order, and stays within the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenise(text);
        const areInOrder = tokens.every(
          ({ text: word, start, end }, at) =>
            word !== '' && end > start && start >= (tokens[at - 1]?.end ?? 0),
        );
        expect(areInOrder && (tokens.at(-1)?.end ?? 0) <= text.length).toBe(true);
      }),
    );
  });
});

describe('foldWord and stem', () => {
  it.each([
    ['radiographs', 'radiograph'],
    ['tumours', 'tumors'],
    ['tumour', 'tumors'],
    ['localisation', 'localization'],
    ['generalised', 'generalize'],
    ['modelling', 'modeling'],
    ['haemorrhage', 'hemorrhage'],
    ['oesophageal', 'esophageal'],
    ['anaemia', 'anemia'],
    ['centre', 'centers'],
    ['analyse', 'analyzing'],
    ['supervised', 'supervision'],
    ['precise', 'precision'],
  ])('return the same stem for %s and %s', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it.each([
    ['four', 'for'],
    ['raise', 'raiz'],
    ['universal', 'universe2'],
    ['3d', '3'],
  ])('return different stems for %s and %s', (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });

  it('return the same if applied twice', () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        const once = foldWord(word);
        expect(foldWord(once)).toBe(once);
      }),
    );
  });
});

describe('countTerms', () => {
  it('counts inflected forms together and pairs only within a clause', () => {
    const counted = countTerms(
      'Chest radiographs',
      'A radiograph of the chest. Radiograph, chest radiographs.',
    );
    expect(counted.find(({ key }) => key === 'radiograph')).toMatchObject({
      inTitle: 1,
      inBody: 3,
      surface: 'radiograph',
    });
    expect(counted.find(({ key }) => key === 'chest radiograph')).toMatchObject({
      inTitle: 1,
      inBody: 1,
      length: 2,
    });
    expect(counted.some(({ key }) => key === 'radiograph chest')).toBe(false);
  });
});

const idf = (key: string): number | undefined => ({ report: 4, chest: 6, 'chest x': 7, learn: 0.5 })[key];

describe('salientTerms', () => {
  it('puts rare words and those of the title first and omits what every abstract says', () => {
    const terms = salientTerms(
      'Chest report learning',
      'We propose a novel method. Learning of the report.',
      { idf },
    );
    expect(terms.map(([term]) => term).slice(0, 2)).toEqual(['chest', 'report']);
    expect(terms.map(([term]) => term)).not.toContain('novel');
    expect(terms.at(-1)?.[0]).toBe('learning');
  });

  it('returns unit length within rounding, 3 decimals, heaviest first, at most the limit', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.lorem({ maxCount: 60 }),
        fc.integer({ min: 1, max: 50 }),
        (title, body, limit) => {
          const terms = salientTerms(title, body, { limit });
          expect(terms.length).toBeLessThanOrEqual(limit);
          const weights = terms.map(([, weight]) => weight);
          expect(weights).toEqual(weights.toSorted((a, b) => b - a));
          for (const weight of weights) expect(weight).toBe(Number(weight.toFixed(3)));
          expect(Math.hypot(...weights)).toBeCloseTo(Math.sign(weights.length), 1);
        },
      ),
    );
  });

  it('returns nothing for empty text', () => {
    expect(salientTerms('', '')).toEqual([]);
    expect(salientTerms('The', 'of 12 and 3.5')).toEqual([]);
  });

  it('writes terms that can be converted back to their key', () => {
    const [first] = salientTerms('Ophthalmologists', '');
    expect(first && termKey(first[0])).toBe(stem('ophthalmologist'));
  });
});

describe('term statistics', () => {
  it('can be packed and unpacked for any sorted keys', () => {
    const key = fc.string({
      unit: fc.constantFrom(...'a b c x y z 0 1 8 9 é β 学'.split(' '), ' '),
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.uniqueArray(key), (keys) => {
        const sorted = keys.toSorted((a, b) => (a < b ? -1 : 1));
        expect(unpackKeys(packKeys(sorted))).toEqual(sorted);
      }),
    );
  });

  it('are exact to an eighth of a nat', () => {
    const table = openTermStatistics(
      packTermStatistics(
        'a test',
        1000,
        new Map([
          ['b', 10],
          ['a', 500],
          ['a b', 1],
        ]),
      ),
    );
    expect(table.size).toBe(3);
    for (const [key, count] of [
      ['a', 500],
      ['b', 10],
      ['a b', 1],
    ] as const) {
      expect(Math.abs((table.idf(key) ?? 0) - Math.log(1000 / count))).toBeLessThanOrEqual(0.125);
    }
    expect(table.idf('c')).toBeUndefined();
  });
});
