import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The places where a failure is caught: a catch block, or the rejection handler of a promise. */
const CATCH = /\}\s*catch\s*(?:\(|\{)|\.catch\(|^\s*\(\) => (?:undefined,|\(\{ done: false)/;

/** A comment next to it, a call of the function for unexpected failures, or the error returned or rethrown. */
const SAID = /^\s*\/\/ \S+ |reportFailure\(|\bthrow |error instanceof Error|\bfail\(/;

/** Lines of a file that catch without saying why; the surrounding lines count too. */
function findSilent(source: string): readonly number[] {
  const lines = source.split('\n');
  return lines.flatMap((line, index) => {
    if (!CATCH.test(line) || /^\s*(?:\*|\/\/)/.test(line)) return [];
    return lines.slice(Math.max(0, index - 3), index + 3).some((near) => SAID.test(near)) ? [] : [index + 1];
  });
}

test('every caught error is reported, passed on, or explained as expected', () => {
  const files = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}');
  expect(files.length).toBeGreaterThan(100);
  expect(
    files.flatMap((file) => findSilent(readFileSync(file, 'utf8')).map((line) => `${file}:${line}`)),
  ).toEqual([]);
});

test.each([
  ['try {\n  a();\n} catch {\n  return 1;\n}', 1],
  ['try {\n  a();\n} catch {\n  // The file may be missing.\n  return 1;\n}', 0],
  ['await a()\n  .catch(() => undefined);', 1],
  ['// The tab has closed.\nawait a().catch(() => undefined);', 0],
  ["a().catch((error: unknown) => reportFailure('page', error));", 0],
])('the check itself finds the right lines in %j', (source, count) => {
  expect(findSilent(source)).toHaveLength(count);
});
