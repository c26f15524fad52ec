import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The rows of the table: an attack, and the tests that try it, each a file and a part of a test's name. */
const rows = readFileSync('SECURITY.md', 'utf8')
  .split('## What was tried')[1]
  ?.split('\n## ')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`tests/'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('the table of attacks is complete', () => {
  expect(rows?.length).toBeGreaterThan(20);
});

test.each(
  (rows ?? []).flatMap(([, attack = '', , tests = '']) =>
    tests.split('<br>').map((proof) => [attack, ...proof.split(/(?<=`): /)] as const),
  ),
)('“%s” is tried by %s: %s', (_, file = '', name = '') => {
  const path = file.replaceAll('`', '');
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).toContain(name.replaceAll('\\', ''));
});
