// @vitest-environment jsdom
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { findWords, reduceText } from '@/lib/dom/match-text';

const rootOf = (html: string): Element => {
  document.body.innerHTML = `<blockquote>${html}</blockquote>`;
  return document.querySelector('blockquote') ?? document.body;
};
const found = (words: string, html: string): string | undefined => findWords(words, rootOf(html))?.toString();

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('findWords', () => {
  test.each([
    ['plain words', 'accuracy of 83.5%', 'an accuracy of 83.5% on', 'accuracy of 83.5%'],
    ['a line break between', 'accuracy of 83.5%', 'an accuracy\n   of 83.5% on', 'accuracy\n   of 83.5%'],
    ['capitals that differ', 'Dice score 0.91', 'a dice Score 0.91.', 'dice Score 0.91'],
    ['elements between', 'accuracy of 83.5%', 'an <a>accuracy</a> of <b>83.5</b>% on', 'accuracy of 83.5%'],
    ['LaTeX in the page', 'accuracy of 83.5%', 'an accuracy of $83.5\\%$ on', 'accuracy of $83.5\\%'],
    ['LaTeX in the anchor', '$83.5\\%$', 'an accuracy of 83.5% on', '83.5%'],
    ['formatting commands', 'reaches 91.2 F1', 'reaches \\textbf{91.2} F1', 'reaches \\textbf{91.2} F1'],
    ['a multiplication sign', '3.2x faster', 'is $3.2\\times$ faster', '3.2\\times$ faster'],
    ['another dash', 'F1-score of 0.8', 'F1–score of 0.8', 'F1–score of 0.8'],
    ['minus signs', '-3.1', 'changes by −3.1 points', '−3.1'],
    ['a ligature of the page', 'efficient 2x', 'eﬃcient 2x', 'eﬃcient 2x'],
  ])('finds %s', (_, words, html, expected) => {
    expect(found(words, html)).toBe(expected);
  });

  test('reads the visible text of mathematics and not what renderers leave beside it', () => {
    const html =
      'accuracy of <span class="MathJax_Preview">99.9</span><span class="MathJax"><nobr>83.5</nobr><span class="MJX_Assistive_MathML">83.5</span></span><script type="math/tex">83.5\\%</script>% on';
    expect(found('accuracy of 83.5% on', html)).toContain('83.5');
    expect(found('99.9', html)).toBeUndefined();
    const latexml =
      'is <math alttext="3.2"><semantics><mn>3.2</mn><annotation>9.9</annotation></semantics></math> times';
    expect(found('is 3.2 times', latexml)).toBeDefined();
    expect(found('9.9', latexml)).toBeUndefined();
  });

  test.each([
    ['3.5', '83.5 and 3.51'],
    ['83', '183 and 831'],
    ['nothing like it', 'an accuracy of 83.5%'],
    ['', 'text'],
    ['$ {} \\,', 'text'],
  ])('does not match %j inside %j', (words, html) => {
    expect(found(words, html)).toBeUndefined();
  });

  test('matches the number itself if a longer one comes first', () => {
    const range = findWords('3.5', rootOf('83.5 before, 3.5 after'));
    expect(range?.startOffset).toBe('83.5 before, '.length);
  });

  test('does not change the nodes', () => {
    const root = rootOf('an <a>accuracy</a> of 83.5% on');
    const before = root.outerHTML;
    findWords('accuracy of 83.5%', root);
    expect(root.outerHTML).toBe(before);
  });

  test('finds any sequence of words, wherever the text is split into nodes', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 3, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (words, from, length) => {
          const start = from % words.length;
          const wanted = words.slice(start, start + 1 + (length % words.length));
          const range = findWords(wanted.join(' '), rootOf(words.map((each) => `<i>${each}</i>`).join(' ')));
          expect(reduceText(range?.toString() ?? '').text).toBe(wanted.join(''));
        },
      ),
    );
  });
});

describe('reduceText', () => {
  test('never throws, and returns an offset inside the text for every unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const reduced = reduceText(text);
        expect(reduced.offsets).toHaveLength(reduced.text.length);
        expect(reduced.offsets.every((offset) => offset >= 0 && offset < text.length)).toBe(true);
      }),
    );
  });
});
