import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runVitest } from '@/lib/cli/steps';

// Inside the project, so that the nested tests find vitest.
mkdirSync('node_modules/.cache', { recursive: true });
const folder = mkdtempSync('node_modules/.cache/summary-reporter-');
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a test file of this text with vitest, as a step. */
async function run(text: string) {
  writeFileSync(join(folder, 'a.test.js'), `import { expect, test } from 'vitest';\n${text}`);
  const config = join(folder, 'vitest.config.js');
  writeFileSync(
    config,
    `export default { test: { include: ['${folder}/*.test.js'], exclude: [], retry: 1 } };`,
  );
  return runVitest(['--config', config, '--root', '.']);
}

test('a test that passes on the second try counts as passed, and is reported', async () => {
  const outcome = await run(`
    let tries = 0;
    test('needs two', () => { tries += 1; expect(tries).toBe(2); });
    test('needs one', () => { expect(tries).toBe(2); });
    test.fails('never holds', () => { expect(1).toBe(2); });`);
  expect(outcome).toMatchObject({ passed: 3, failed: 0, secondTries: ['needs two'], failures: [] });
});

test('a failed test is named with its error', async () => {
  const outcome = await run(`test('holds', () => { expect(1).toBe(1); });
    test('does not hold', () => { expect(1).toBe(2); });`);
  expect(outcome).toMatchObject({ passed: 1, failed: 1 });
  expect(outcome.failures).toEqual([
    'does not hold: AssertionError: expected 1 to be 2 // Object.is equality',
  ]);
});

test('a failure outside of tests counts, and is named', async () => {
  const outcome = await run(`
    test('holds', async () => {
      void Promise.reject(new Error('left behind'));
      await new Promise((resolve) => setTimeout(resolve, 10));
    });`);
  expect(outcome).toMatchObject({ passed: 1, failed: 1 });
  expect(outcome.failures).toEqual(['outside of tests: Error: left behind']);
});

test('a file that cannot be loaded is named', async () => {
  const outcome = await run(`throw new Error('no such thing');`);
  expect(outcome.failed).toBe(1);
  expect(outcome.failures?.join()).toMatch(/a\.test\.js: Error: no such thing$/);
});
