// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { Badge } from '@/lib/shared/listing/badge';
import { placeBadges } from '@/lib/content/listing/badge-place';

const named = parseArxivId('2407.08410');
if (!named) throw new Error('No id');
const { id: paperId } = named;

/** An element that is laid out there. */
function elementAt(left: number, top: number, height: number): HTMLElement {
  const element = document.createElement('div');
  return Object.assign(element, { getBoundingClientRect: () => new DOMRect(left, top, 300, height) });
}

/** A badge of two parts, of which one is seen whole, on a card at 10, 100 whose heading is at the given height. */
function place(heading: HTMLElement | undefined, where: 'corner' | 'line' = 'corner') {
  const mount = elementAt(10, 100, 400);
  const badge = {
    host: document.createElement('span'),
    setTheme: vi.fn<Badge['setTheme']>(),
    setOpen: vi.fn<Badge['setOpen']>(),
    countSeen: () => 1,
    keep: vi.fn<Badge['keep']>(),
    setBand: vi.fn<Badge['setBand']>(),
    setLine: vi.fn<Badge['setLine']>(),
    isOnKeep: () => false,
    focus: vi.fn<Badge['focus']>(),
  };
  placeBadges(
    [{ badge, found: { entry: { paperId, title: '' }, element: mount, mount, parts: [], heading } }],
    where,
  );
  return badge;
}

test.each([
  ['in the middle of the strip above a heading', elementAt(26, 135, 20), { left: 16, top: 10 }],
  ['in the corner, on the picture, where the heading is far down', elementAt(26, 300, 20), undefined],
  ['in the corner where there is no strip', elementAt(26, 104, 20), undefined],
])('stands %s', (_, heading, band) => {
  expect(place(heading).setBand.mock.calls).toEqual([[band]]);
});

test.each([
  ['not drawn', elementAt(0, 0, 0)],
  ['without a heading', undefined],
])('stays where it is on a card that is %s', (_, heading) => {
  expect(place(heading).setBand).not.toHaveBeenCalled();
});

test('ends with the last part that is seen whole, having shown all to be measured', () => {
  expect(place(elementAt(26, 135, 20)).keep.mock.calls).toEqual([[Infinity], [1]]);
});

test('is left alone where it stands in a line', () => {
  expect(place(elementAt(26, 135, 20), 'line').keep).not.toHaveBeenCalled();
});
