import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runVitest } from '@/lib/cli/steps';

// Inside the project, so that the tests within find vitest.
mkdirSync('node_modules/.cache', { recursive: true });
const folder = mkdtempSync('node_modules/.cache/second-tries-');
afterAll(() => rmSync(folder, { recursive: true }));

test('a test that passes at the second try counts as passed, and is named', async () => {
  writeFileSync(
    join(folder, 'a.test.js'),
    `import { expect, test } from 'vitest';
     let tries = 0;
     test('needs two', () => { tries += 1; expect(tries).toBe(2); });
     test('needs one', () => { expect(tries).toBe(2); });
     test.fails('never holds', () => { expect(1).toBe(2); });`,
  );
  const config = join(folder, 'vitest.config.js');
  writeFileSync(
    config,
    `export default { test: { include: ['${folder}/*.test.js'], exclude: [], retry: 1 } };`,
  );
  const outcome = await runVitest(['--config', config, '--root', '.']);
  expect(outcome).toMatchObject({ passed: 3, failed: 0, secondTries: ['needs two'] });
});
