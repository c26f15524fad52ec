import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shippedPapers } from '../fixtures/shipped-papers';
import { EXTENSION, launchChromium, type Chromium } from './support/chromium';

const papers = shippedPapers(4);
// A colon would be taken for a filter.
const titles = papers.map(({ title }) => title.replaceAll(':', ''));
const contents = papers.map(({ id }) => `arXiv:${id}`);

let chromium: Chromium;
beforeAll(async () => {
  // With the packs that ship: the background reads their index in parts.
  chromium = await launchChromium({ extension: EXTENSION });
});
afterAll(() => chromium.close());

/**
 * Types texts into the address bar, each when the one before is answered, or all without waiting; the first suggestion of
 * each that is answered. Resolves when the last is.
 */
const typeAll = async (
  texts: readonly string[],
  isAtOnce = false,
): Promise<readonly (string | undefined)[]> =>
  (await chromium.worker()).evaluate(
    async ([typed, waitsNot]) => {
      const found: (string | undefined)[] = [];
      const type = async (text: string): Promise<void> =>
        new Promise((resolve) => {
          const { omnibox } = Reflect.get(globalThis, 'chrome');
          omnibox.onInputChanged.dispatch(text, (suggestions: readonly { readonly content: string }[]) => {
            found.push(suggestions[0]?.content);
            resolve();
          });
        });
      if (waitsNot) await typed.map(type).at(-1);
      else for (const text of typed) await type(text);
      return found;
    },
    [texts, isAtOnce] as const,
  );

describe('the address bar', () => {
  test('finds the papers of a large pack, whose index stays in its file', async () => {
    for (const [at, title] of titles.entries()) expect(await typeAll([title])).toEqual([contents[at]]);
    expect(chromium.errors).toEqual([]);
  });

  test('answers only the last of several texts, while the index is opened and after', async () => {
    await chromium.renew();
    for (const at of [0, 1]) {
      const before = titles.filter((_, each) => each !== at);
      expect(await typeAll([...before, titles[at] ?? ''], true)).toEqual([contents[at]]);
    }
    expect(await typeAll(['zzqqxx zzqqyy'])).toEqual([undefined]);
    expect(chromium.errors).toEqual([]);
  });

  test('finds nearly the same with a phrase, a beginning or a typo', async () => {
    const [title = ''] = titles;
    const words = title.split(' ');
    const swapped = words.map((word) =>
      word.length > 7 ? `${word.slice(0, 3)}${word.charAt(4)}${word.charAt(3)}${word.slice(5)}` : word,
    );
    const asked = [`${title} "${words.slice(-2).join(' ')}"`, title.slice(0, -3), swapped.join(' ')];
    expect(await typeAll(asked)).toEqual(asked.map(() => contents[0]));
  });
});
