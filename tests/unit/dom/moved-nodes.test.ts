// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { areMoves } from '@/lib/dom/moved-nodes';

const CHANGES: readonly (readonly [what: string, change: (list: Element) => void, isMove: boolean])[] = [
  ['an item moved to the front', (list) => list.prepend(...[...list.children].slice(2)), true],
  ['an added item', (list) => list.append(document.createElement('li')), false],
  ['a removed item', (list) => list.lastElementChild?.remove(), false],
  [
    'a removed item while another moves',
    (list) => {
      list.prepend(...[...list.children].slice(2));
      list.lastElementChild?.remove();
    },
    false,
  ],
  ['a replaced item', (list) => list.lastElementChild?.replaceWith('text'), false],
  ['an attribute', (list) => list.setAttribute('title', 'list'), false],
];

it.each(CHANGES)('a list of changes is recognised as moves only, or not: %s', (_, change, isMove) => {
  document.body.innerHTML = '<ul><li>a</li><li>b</li><li>c</li></ul>';
  const list = document.querySelector('ul');
  if (!list) throw new Error('No list');
  const observer = new MutationObserver(() => {});
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  change(list);
  expect(areMoves(observer.takeRecords())).toBe(isMove);
});
