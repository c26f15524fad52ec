import { expect, test } from 'vitest';
import { placeBeside, placeNear, type Box } from '@/lib/dom/place-near';

const WINDOW = { width: 1280, height: 800 };
const SIZE = { width: 384, height: 260 };
const badgeAt = (top: number): Box => ({ left: 300, top, right: 420, bottom: top + 15 });
/** An entry with the badge on its first line, and this height. */
const entryAt = (top: number, height: number): Box => ({ left: 20, top, right: 1240, bottom: top + height });

/** Whether the two overlap. */
const overlap = (a: Box, top: number, height: number): boolean => top < a.bottom && top + height > a.top;

test.each([
  ['above, if it fits there', 400, 150, 'above', 260],
  ['below the whole text, if there is no room above', 60, 150, 'below', 260],
  ['above, and lower, if it fits on neither side but there is more room above', 240, 520, 'above', 226],
  ['below, and lower, if it fits on neither side but there is more room below', 100, 480, 'below', 206],
] as const)('a card is placed %s', (_, top, height, side, high) => {
  const kept = entryAt(top, height);
  const box = placeBeside(badgeAt(top), kept, SIZE, WINDOW);
  expect(overlap(kept, box.top, box.height)).toBe(false);
  expect(box.top < top ? 'above' : 'below').toBe(side);
  expect(box.height).toBe(high);
});

test('a text that leaves no room is covered, starting at the badge', () => {
  const anchor = badgeAt(20);
  expect(placeBeside(anchor, entryAt(20, 900), SIZE, WINDOW)).toEqual(placeNear(anchor, SIZE, WINDOW));
});

test('a card stays within the window on either side', () => {
  const narrow = { width: 390, height: 780 };
  const { left } = placeBeside(badgeAt(400), entryAt(400, 100), { width: 374, height: 200 }, narrow);
  expect(left).toBe(8);
});
