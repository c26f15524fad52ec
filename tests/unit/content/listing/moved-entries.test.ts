// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { inDocumentOrder } from '@/lib/content/listing/moved-entries';

const entriesOf = (selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => ({ element }));
const wordsOf = (entries: readonly { readonly element: Element }[] | undefined) =>
  entries?.map(({ element }) => element.textContent);

describe('the entries of a listing', () => {
  it('are in document order after some were moved within their lists', () => {
    document.body.innerHTML = '<ul><li>a</li><li>b</li><li>c</li></ul><ul><li>d</li><li>e</li></ul>';
    const entries = entriesOf('li');
    for (const { element } of entries.slice(1, 3)) element.parentElement?.prepend(element);
    entries[3]?.element.parentElement?.append(entries[3].element);
    expect(wordsOf(inDocumentOrder(entries))).toEqual(['c', 'b', 'a', 'e', 'd']);
  });

  it('must be found again if one has left the page', () => {
    document.body.innerHTML = '<ul><li>a</li><li>b</li></ul>';
    const entries = entriesOf('li');
    entries[0]?.element.remove();
    expect(inDocumentOrder(entries)).toBeUndefined();
  });
});
