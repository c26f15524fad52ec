// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { findFreeSpot } from '@/lib/dom/free-spot';

const SIZE = { width: 26, height: 44 };
const button = document.createElement('button');
const paragraph = document.createElement('p');

/** A page with buttons between these fractions of the window's height. */
function layOut(...busy: readonly (readonly [from: number, to: number])[]): void {
  const elementsFromPoint = (_: number, top: number) =>
    busy.some(([from, to]) => top >= from * window.innerHeight && top <= to * window.innerHeight)
      ? [button, paragraph]
      : [paragraph];
  Object.assign(document, { elementsFromPoint });
}

test.each([
  ['nothing to press', [], 0.62],
  ['a button at the usual place', [[0.6, 0.65]], 0.72],
  [
    'a button that the lower end would cover',
    [
      [0.66, 0.7],
      [0.75, 0.8],
    ],
    0.52,
  ],
  ['buttons everywhere', [[0, 1]], 0.62],
] as const)('the handle has the right place beside a page with %s', (_, busy, spot) => {
  layOut(...busy);
  expect(findFreeSpot(document, SIZE)).toBe(spot);
});
