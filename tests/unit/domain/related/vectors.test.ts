import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packNibbles, unpackNibbles } from '@/lib/domain/related/nibbles';
import {
  compareAll,
  openPaperVectors,
  packedVector,
  vectorOf,
  writePaperVectors,
} from '@/lib/domain/related/paper-vectors';
import { openWordVectors, writeWordVectors } from '@/lib/domain/related/word-vectors';

const MODEL = { dimensions: 4, version: 7 };
const component = fc.double({ min: -1, max: 1, noNaN: true });
const vector = fc.array(component, { minLength: 4, maxLength: 4 });

/** The cosine of two vectors; 0 if one has no direction. */
const cosine = (a: readonly number[], b: readonly number[]): number => {
  const dot = a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b) || 1);
};

describe('vectors in four bits', () => {
  it('are restored within half a level of the largest component', () => {
    fc.assert(
      fc.property(vector, (values) => {
        const largest = Math.max(...values.map(Math.abs));
        const levels = unpackNibbles(packNibbles(values));
        for (const [at, value] of values.entries())
          expect(Math.abs(((levels[at] ?? 0) / 7) * largest - value)).toBeLessThanOrEqual(
            largest / 14 + 1e-9,
          );
      }),
    );
  });

  it('are unchanged when they are packed again', () => {
    fc.assert(
      fc.property(vector, (values) => {
        const packed = packNibbles(values);
        expect(packNibbles(unpackNibbles(packed))).toEqual(packed);
      }),
    );
  });
});

describe('the vectors of a pack', () => {
  it('give each paper’s similarity, equal to the cosine of the vectors', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 6 }), vector, (papers, sought) => {
        fc.pre(Math.hypot(...sought) > 0.1);
        const opened = openPaperVectors(writePaperVectors(papers.map(packNibbles), MODEL), papers.length);
        if (opened === undefined) throw new Error('not opened');
        const unit = Float32Array.from(sought, (x) => x / Math.hypot(...sought));
        const likeness = new Float32Array(papers.length);
        compareAll(opened, unit, likeness);
        for (const paper of papers.keys())
          expect(likeness[paper]).toBeCloseTo(cosine(Array.from(vectorOf(opened, paper)), sought), 1);
      }),
    );
  });

  it('can be written again from the opened file', () => {
    const packed = [packNibbles([1, 0.5, -0.25, 0]), packNibbles([0, 0, 0, 0])];
    const bytes = writePaperVectors(packed, MODEL);
    const opened = openPaperVectors(bytes, 2);
    if (opened === undefined) throw new Error('not opened');
    expect(opened.version).toBe(MODEL.version);
    expect(writePaperVectors([packedVector(opened, 0), packedVector(opened, 1)], opened)).toEqual(bytes);
  });

  it('give no similarity to a vector with another number of dimensions', () => {
    const opened = openPaperVectors(writePaperVectors([packNibbles([1, 1, 1, 1])], MODEL), 1);
    const likeness = Float32Array.of(0.5);
    if (opened) compareAll(opened, Float32Array.of(1, 0), likeness);
    expect(likeness).toEqual(Float32Array.of(0));
  });

  it('are refused for another number of papers', () => {
    const bytes = writePaperVectors([packNibbles([1, 1, 1, 1])], MODEL);
    expect([openPaperVectors(bytes, 1), openPaperVectors(bytes, 2)]).toEqual([expect.anything(), undefined]);
  });
});

const WORDS = [
  { stem: 'lesion', idf: 5.25, vector: Float64Array.of(0.9, -0.4, 0.1, 0) },
  { stem: 'audio', idf: 4, vector: Float64Array.of(-0.02, 0.01, 0.03, 0) },
];

describe('the word vector file', () => {
  it('returns rarity and direction of every word, and nothing for other words', () => {
    const opened = openWordVectors(writeWordVectors(WORDS, 4));
    for (const { stem, idf, vector: trained } of WORDS) {
      expect(opened?.idf(stem)).toBe(idf);
      const read = Array.from(opened?.vector(stem) ?? []);
      expect(cosine(read, Array.from(trained))).toBeGreaterThan(0.98);
      expect(Math.hypot(...read) / Math.hypot(...trained)).toBeCloseTo(1, 1);
    }
    expect([opened?.idf('unheard'), opened?.vector('unheard')]).toEqual([undefined, undefined]);
  });

  it('is the same for the same words in any order', () => {
    expect(writeWordVectors(WORDS.toReversed(), 4)).toEqual(writeWordVectors(WORDS, 4));
  });
});

describe.each([
  ['words', writeWordVectors(WORDS, 4), openWordVectors],
  [
    'papers',
    writePaperVectors([packNibbles([1, 0, 0, 1])], MODEL),
    (bytes: Uint8Array) => openPaperVectors(bytes, 1),
  ],
] as const)('a file of the vectors of %s', (_, bytes, open) => {
  it('is refused if a byte is wrong, or if it is cut off', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect([open(changed), open(bytes.subarray(0, at))]).toEqual([undefined, undefined]);
      }),
    );
  });
});
