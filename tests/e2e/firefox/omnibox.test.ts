import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shippedPapers } from '../../fixtures/shipped-papers';
import { launchFirefox, type Firefox } from './support/firefox';

const papers = shippedPapers(4);

let firefox: Firefox;
beforeAll(async () => {
  // With the packs that ship: the background reads their index in parts.
  firefox = await launchFirefox();
});
afterAll(() => firefox.close());

/** Types the keyword and these words into the address bar; the first suggestion. */
const type = (text: string): Promise<unknown> =>
  firefox.window.evaluate(`new Promise((resolve) => {
    const { ExtensionSearchHandler } = ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs');
    ExtensionSearchHandler.handleSearch(
      { keyword: 'sl', text: ${JSON.stringify(`sl ${text}`)}, inPrivateWindow: false },
      (suggestions) => resolve(suggestions[0]?.content ?? ''),
    );
  })`);

describe('the address bar', () => {
  test('finds the papers of a large pack, whose index stays in its file', async () => {
    for (const { id, title } of papers) expect(await type(title.replaceAll(':', ''))).toBe(`arXiv:${id}`);
    expect(await type('zzqqxx zzqqyy')).toBe('');
    expect(await firefox.faults()).toEqual([]);
  });
});
