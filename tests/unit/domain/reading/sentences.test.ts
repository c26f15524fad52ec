import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '@/lib/domain/reading/clean-text';
import { findResults } from '@/lib/domain/reading/result';
import { splitSentences } from '@/lib/domain/reading/sentence';
import { knownWord, NO_SLOT, remember } from '@/lib/domain/reading/sentence/word-table';
import { addForm, createTree, mayFollow, openingAt, ROOT } from '@/lib/domain/reading/tags/form-tree';
import { listWords } from '@/lib/domain/reading/word-list';

const printed = (text: string): string[] =>
  splitSentences(text).flatMap(({ tokens }) => tokens.map((token) => token.text));

describe('the tokens of a sentence', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    ['compounds as one word', 'top-1 and nnU-Net', ['top-1', 'and', 'nnU-Net']],
    [
      'a hyphen at the end of a word as a separate mark',
      'multi- and single-view',
      ['multi', '-', 'and', 'single-view'],
    ],
    ['versions as one word', 'Qwen2.5 beats v1.2.', ['Qwen2.5', 'beats', 'v1.2', '.']],
    ['initials including their dots', 'E.T.Track is one', ['E.T.Track', 'is', 'one']],
    ['the dot after a word in capitals as a separate mark', 'We use CT. It', ['We', 'use', 'CT', '.', 'It']],
    ['letters of other scripts', 'naïve Bayes', ['naïve', 'Bayes']],
    ['marks one by one', '(a, b)', ['(', 'a', ',', 'b', ')']],
    ['a metric separated from its value', 'AUC-0.881', ['AUC', '-', '0.881']],
  ])('are %s', (_what, text, expected) => {
    expect(printed(text)).toEqual(expected);
  });

  it('are the same again after other words have replaced them in memory', () => {
    const text = 'Our network reaches a Dice of 0.91 on BTCV.';
    const before = printed(text);
    printed(Array.from({ length: 20_000 }, (_, index) => `w${index.toString(36)}`).join(' '));
    expect(printed(text)).toEqual(before);
  });

  it('are cut off in a text with more numbers than any abstract', () => {
    const flood = 'We reach a Dice of 0.9 on it. '.repeat(20_000);
    expect(findResults(cleanText(flood)).length).toBeLessThanOrEqual(400);
  });
});

describe('the memory of words', () => {
  it('looks a word up once, and again only if it is in no table', () => {
    const asked: string[] = [];
    const lengthOf = remember((text) => {
      asked.push(text);
      return { text, length: text.length };
    });
    const word = knownWord('the kite rises', 4, 8);
    const other = { slot: NO_SLOT, text: 'sail' };
    expect([word, word, other, other].map((one) => lengthOf(one).length)).toEqual([4, 4, 4, 4]);
    expect(asked).toEqual(['kite', 'sail', 'sail']);
  });

  it('never returns the entry of another word', () => {
    const lower = remember((text) => ({ text, lower: text.toLowerCase() }));
    const words = array(array(constantFrom('a', 'B', 'c', 'D'), { minLength: 1, maxLength: 6 }), {
      maxLength: 60,
    });
    assert(
      property(words, (all) => {
        const texts = all.map((letters) => letters.join(''));
        expect(texts.map((text) => lower(knownWord(text, 0, text.length)).lower)).toEqual(
          texts.map((text) => text.toLowerCase()),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('the words that may continue a form', () => {
  it('are skipped unless a form contains them, in any spelling', () => {
    const tree = createTree();
    addForm(tree, 'tumor', 'tumor segmentation');
    const opens = (text: string): boolean => openingAt(tree, text, listWords(text), 0) !== ROOT;
    expect(['Tumor', 'tumours', 'tumor'].map(opens)).toEqual([true, true, true]);
    expect(['kite', 'sail', 'segmentation'].map(opens)).toEqual([false, false, false]);
    const may = (text: string): boolean => mayFollow(tree, ROOT, listWords(text), 0);
    expect(['Tumor', 'tumours', 'tumor'].map(may)).toEqual([true, true, true]);
    expect(['kite', 'sail', 'segmentation'].map(may)).toEqual([false, false, false]);
  });
});
