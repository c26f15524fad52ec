import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A longer file has more than one subject, and is split by them. No file is excepted: long data are no code. */
const MOST_LINES = 300;

const FILES = globSync('{*,{components,data,entrypoints,lib,public,tests}/**/*}.{ts,tsx,css}');

const linesIn = (text: string): number => text.replace(/\n$/, '').split('\n').length;

test(`no file of code or styles has more than ${MOST_LINES} lines`, () => {
  expect(FILES.length).toBeGreaterThan(900);
  expect(
    FILES.flatMap((file) => {
      const lines = linesIn(readFileSync(file, 'utf8'));
      return lines > MOST_LINES ? [`${file}: ${lines}`] : [];
    }),
  ).toEqual([]);
});

test.each([
  ['', 1],
  ['a', 1],
  ['a\n', 1],
  ['a\nb', 2],
  ['a\n\n', 2],
])('the lines of %j are counted as an editor does', (text, count) => {
  expect(linesIn(text)).toBe(count);
});
