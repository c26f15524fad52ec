import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runVitest } from '@/lib/cli/vitest-step';

// Inside the project, so that the nested tests find vitest.
mkdirSync('node_modules/.cache', { recursive: true });
const folder = mkdtempSync('node_modules/.cache/summary-reporter-');
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs test files of these texts with vitest, as a step. */
async function run(texts: readonly string[], again = false) {
  const within = mkdtempSync(join(folder, 'run-'));
  texts.forEach((text, index) =>
    writeFileSync(
      join(within, `${index}.test.js`),
      `import { existsSync, readFileSync, writeFileSync } from 'node:fs';\nimport { expect, test } from 'vitest';\n${text}`,
    ),
  );
  const config = join(within, 'vitest.config.js');
  writeFileSync(
    config,
    `export default {
      root: ${JSON.stringify(resolve('.'))},
      test: { include: ['${within}/*.test.js'], exclude: [], retry: 1 },
    };`,
  );
  return runVitest([], { config, again });
}

/** A test that fails in the first process that runs it, second tries included. */
const failsInOneProcess = (): string => `
  test('holds', () => { expect(1).toBe(1); });
  test('needs a process of its own', () => {
    const first = import.meta.filename + '.pid';
    if (!existsSync(first)) writeFileSync(first, String(process.pid));
    expect(readFileSync(first, 'utf8')).not.toBe(String(process.pid));
  });`;

test('a test that passes on the second try counts as passed, and is reported', async () => {
  const outcome = await run([
    `
    let tries = 0;
    test('needs two', () => { tries += 1; expect(tries).toBe(2); });
    test('needs one', () => { expect(tries).toBe(2); });
    test.fails('never holds', () => { expect(1).toBe(2); });`,
  ]);
  expect(outcome).toMatchObject({
    passed: 3,
    failed: 0,
    secondTries: [expect.stringMatching(/^needs two: AssertionError/)],
    failures: [],
  });
});

test('a failed test is named with its error', async () => {
  const outcome = await run([
    `test('holds', () => { expect(1).toBe(1); });
    test('does not hold', () => { expect(1).toBe(2); });`,
  ]);
  expect(outcome).toMatchObject({ passed: 1, failed: 1 });
  expect(outcome.failures).toEqual([
    'does not hold: AssertionError: expected 1 to be 2 // Object.is equality',
  ]);
});

test('a failure outside of tests counts, and is named', async () => {
  const outcome = await run([
    `
    test('holds', async () => {
      void Promise.reject(new Error('left behind'));
      await new Promise((resolve) => setTimeout(resolve, 10));
    });`,
  ]);
  expect(outcome).toMatchObject({ passed: 1, failed: 1 });
  expect(outcome.failures).toEqual(['outside of tests: Error: left behind']);
});

test('a file that cannot be loaded is named', async () => {
  const outcome = await run([`throw new Error('no such thing');`]);
  expect(outcome.failed).toBe(1);
  expect(outcome.failures?.join()).toMatch(/0\.test\.js: Error: no such thing$/);
});

test('a failed file is run once more in processes of its own if that is asked for, and named', async () => {
  const outcome = await run(['test("is sound", () => {});', failsInOneProcess()], true);
  expect(outcome).toMatchObject({ passed: 3, failed: 0, failures: [] });
  expect(outcome.secondTries).toEqual([
    expect.stringMatching(/^needs a process of its own: .*its file passed in a browser of its own/),
  ]);
  expect(await run([failsInOneProcess()])).toMatchObject({ passed: 1, failed: 1 });
});

test('what fails each time stays failed, and so do more files than an accident explains', async () => {
  const lasting = await run([`test('never', () => { expect(1).toBe(2); });`], true);
  expect(lasting).toMatchObject({ passed: 0, failed: 1, secondTries: [] });
  const many = await run(Array.from({ length: 4 }, failsInOneProcess), true);
  expect(many).toMatchObject({ passed: 4, failed: 4 });
});
