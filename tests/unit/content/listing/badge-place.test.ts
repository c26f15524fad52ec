// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { Badge } from '@/lib/shared/listing/badge';
import { placeBadges } from '@/lib/content/listing/badge-place';

const named = parseArxivId('2407.08410');
if (!named) throw new Error('No id');
const { id: paperId } = named;

/** An element with this layout. */
function elementAt(left: number, top: number, height: number): HTMLElement {
  const element = document.createElement('div');
  return Object.assign(element, { getBoundingClientRect: () => new DOMRect(left, top, 300, height) });
}

/** A badge of two parts, of which one is fully visible, on a card at 10, 100 whose heading is at the given height. */
function place(heading: HTMLElement | undefined, where: 'corner' | 'line' = 'corner') {
  const mount = elementAt(10, 100, 400);
  const badge = {
    host: document.createElement('span'),
    setTheme: vi.fn<Badge['setTheme']>(),
    setOpen: vi.fn<Badge['setOpen']>(),
    countSeen: () => 1,
    showParts: vi.fn<Badge['showParts']>(),
    setBand: vi.fn<Badge['setBand']>(),
    setLine: vi.fn<Badge['setLine']>(),
    isOnSave: () => false,
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
  ['in the corner, on the picture, if the heading is far down', elementAt(26, 300, 20), undefined],
  ['in the corner if there is no strip', elementAt(26, 104, 20), undefined],
])('a badge is placed %s', (_, heading, band) => {
  expect(place(heading).setBand.mock.calls).toEqual([[band]]);
});

test.each([
  ['not rendered', elementAt(0, 0, 0)],
  ['without a heading', undefined],
])('a badge stays where it is on a card that is %s', (_, heading) => {
  expect(place(heading).setBand).not.toHaveBeenCalled();
});

test('a badge ends after the last part that is fully visible; all parts are displayed for measuring', () => {
  expect(place(elementAt(26, 135, 20)).showParts.mock.calls).toEqual([[Infinity], [1]]);
});

test('a badge is not moved if it is in a line of text', () => {
  expect(place(elementAt(26, 135, 20), 'line').showParts).not.toHaveBeenCalled();
});
