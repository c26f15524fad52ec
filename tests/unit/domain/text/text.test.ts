import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findAnchor, foldSpace, normaliseText } from '@/lib/domain/text';

describe('normaliseText', () => {
  test.each([
    ['up to 4.5\\% across', 'up to 4.5% across'],
    ['improvement in mAP_{50}.', 'improvement in mAP50.'],
    ['$\\text{mAP}_{50}$ rises', 'mAP50 rises'],
    ['is 16 \\times faster', 'is 16× faster'],
    ['$16\\times$ faster', '16× faster'],
    ['(1)~a module', '(1) a module'],
    ['an improvement of ~9% over', 'an improvement of ~9% over'],
    ['$\\sim$9% over', '~9% over'],
    ['between $5 and $10 a scan', 'between $5 and $10 a scan'],
    ['\\textbf{Dice} of 0.9', 'Dice of 0.9'],
    ['R\\&D at 5\\_fold', 'R&D at 5_fold'],
    ['10^{6} steps', '10^6 steps'],
    ['two\u00A0 words\n of  text ', 'two words of text'],
    ['\\begin{tabular} stays', '\\begin{tabular} stays'],
  ])('cleans %s', (raw, clean) => {
    expect(normaliseText(raw)).toBe(clean);
  });

  it('does not change clean text', () => {
    const words = fc.stringMatching(/^[A-Za-z0-9.,;%()+-]{1,12}$/);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (parts) => {
        expect(normaliseText(parts.join(' '))).toBe(parts.join(' '));
      }),
    );
  });

  it('collapses white space to single spaces in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldSpace(text)).not.toMatch(/\s\s|^\s|\s$|[\t\n]/);
      }),
    );
  });
});

describe('findAnchor', () => {
  test.each([
    ['clean in LaTeX', 'gains of 4.5\\% over all', 'gains of 4.5% over', 'gains of 4.5\\% over'],
    ['subscript', 'with 9.82\\% in mAP_{50}. End', '9.82% in mAP50', '9.82\\% in mAP_{50}'],
    ['Unicode subscript', 'with 9.82% in mAP₅₀. End', '9.82% in mAP50', '9.82% in mAP₅₀'],
    ['dash', 'by 6–7% while', 'by 6-7% while', 'by 6–7% while'],
    ['double hyphen', 'quality -- achieving 10% more', 'quality – achieving 10%', 'quality -- achieving 10%'],
    ['quotes', 'the “think” rounds of 3', '"think" rounds', '“think” rounds'],
    ['line break', 'an F1 score\n  of 0.63 here', 'F1 score of 0.63', 'F1 score\n  of 0.63'],
    ['times', 'a 16 $\\times$ speed-up', '16× speed-up', '16 $\\times$ speed-up'],
    ['space before per cent', 'reaches 83 % there', 'reaches 83%', 'reaches 83 %'],
  ])('finds %s', (_, text, anchor, found) => {
    const span = findAnchor(text, anchor);
    expect(span && text.slice(span.start, span.end)).toBe(found);
  });

  test.each([
    ['part of a number', 'reaches 15% and 2.5% there', '5%'],
    ['part of a decimal', 'reaches 83.51 there', '83.5'],
    ['part of a word', 'prefer 0.5 here', 'fer 0.5'],
    ['another case', 'an f1 of 0.5', 'F1 of 0.5'],
    ['nothing', 'some text', '  '],
  ])('finds no %s', (_, text, anchor) => {
    expect(findAnchor(text, anchor)).toBeUndefined();
  });

  it('continues after a partial match', () => {
    const text = '15% of all, then 5% of some';
    expect(findAnchor(text, '5%')).toEqual({ start: 17, end: 19 });
  });

  it('finds any sequence of whole words of a text in it', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-z]{1,8}$|^\d{1,3}%?$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (all, from, length) => {
        const start = from % all.length;
        const anchor = all.slice(start, start + 1 + (length % 6)).join(' ');
        const text = all.join('  ');
        const span = findAnchor(text, anchor);
        expect(span && foldSpace(text.slice(span.start, span.end))).toBe(anchor);
      }),
    );
  });

  it('never throws, and stays within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, anchor) => {
        const span = findAnchor(text, anchor);
        expect(
          span === undefined || (span.start >= 0 && span.start < span.end && span.end <= text.length),
        ).toBe(true);
      }),
    );
  });
});
