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

/** Types each text into the address bar without waiting for the others; the first suggestion of each. */
const typeAll = async (texts: readonly string[]): Promise<readonly (string | undefined)[]> =>
  (await chromium.worker()).evaluate(
    async (typed) =>
      Promise.all(
        typed.map(
          async (text) =>
            new Promise<string | undefined>((resolve) => {
              const { omnibox } = Reflect.get(globalThis, 'chrome');
              omnibox.onInputChanged.dispatch(text, (suggestions: readonly { readonly content: string }[]) =>
                resolve(suggestions[0]?.content),
              );
            }),
        ),
      ),
    texts,
  );

describe('the address bar', () => {
  test('finds the papers of a large pack, whose index stays in its file', async () => {
    for (const [at, title] of titles.entries()) expect(await typeAll([title])).toEqual([contents[at]]);
    expect(chromium.errors).toEqual([]);
  });

  test('answers several at once, while the index is opened, each with its own papers', async () => {
    await chromium.renew();
    expect(await typeAll([...titles, 'zzqqxx zzqqyy'])).toEqual([...contents, undefined]);
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
