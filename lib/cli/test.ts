/**
 * `npm test`: runs every check, several at once, and prints the totals in the last line. `npm test -- unit
 * types` runs only the named steps. `npm run test:full` runs the same steps, and in full what `npm test` only samples
 * (`*.matrix.test.ts`).
 */
import { auditShipped } from './audit';
import { ensureBrowser, type BrowserName } from './browsers';
import { exitWithUsageError } from './usage-error';
import { rehearsePackages } from './release/rehearsal';
import { runSteps } from './run-steps';
import { runVitest } from './vitest-step';
import { failed, runCommand, skipped, type Step, type StepOutcome } from './steps';

const CONFIGS = { chromium: 'tests/e2e/vitest.config.ts', firefox: 'tests/e2e/firefox/vitest.config.ts' };

/** A missing Chromium is a failure, since most checks need it; a missing Firefox only skips its step. */
function runInBrowser(name: BrowserName): Promise<StepOutcome> {
  const browser = ensureBrowser(name);
  if (browser.ok) return runVitest([], { config: CONFIGS[name], again: true });
  return Promise.resolve(name === 'chromium' ? failed(browser.message) : skipped(browser.message));
}

const isFull = process.argv[2] === '--full';
const named = process.argv.slice(isFull ? 3 : 2);

const needs = ['build'];

/**
 * The slowest first, so that they do not start last and prolong the run. A full run has the same steps: all rows of long
 * tables (`tests/e2e/support/matrix.ts` reads the variable), properties on more cases, and all packages rebuilt.
 */
const STEPS: readonly Step[] = [
  {
    name: 'build',
    run: async () => {
      const chrome = await runCommand('wxt', ['zip']);
      return chrome.failed > 0 ? chrome : runCommand('wxt', ['zip', '-b', 'firefox']);
    },
  },
  { name: 'in Chromium', needs, run: () => runInBrowser('chromium') },
  { name: 'unit', needs, run: () => runVitest([], isFull ? { env: { FUZZ_RUNS: '10000' } } : {}) },
  { name: 'in Firefox', needs, run: () => runInBrowser('firefox') },
  // Proves that the build tested in the browsers has the same bytes as the one that a release would upload.
  { name: 'release, rehearsed', needs, run: () => rehearsePackages({ isWhole: isFull }) },
  { name: 'lint', run: () => runCommand('oxlint', ['--type-aware', '--quiet']) },
  { name: 'format', run: () => runCommand('prettier', ['--check', '.']) },
  { name: 'types', run: () => runCommand('tsc', ['--noEmit']) },
  { name: 'known faults of what ships', run: auditShipped },
];

if (isFull) process.env['FULL_MATRICES'] = '1';
const command = isFull ? 'npm test -- --full' : 'npm test --';
const unknown = named.filter((name) => STEPS.every((step) => step.name !== name));
if (unknown.length > 0) {
  const known = STEPS.map((step) => `"${step.name}"`).join(', ');
  exitWithUsageError(`No step is called ${unknown.join(', ')}. There are ${known}.`);
}
// A step that is run by name includes the steps it needs.
const wanted = new Set(
  named.flatMap((name) => [name, ...(STEPS.find((step) => step.name === name)?.needs ?? [])]),
);
const totals = await runSteps(
  STEPS.filter(({ name }) => named.length === 0 || wanted.has(name)),
  { repeat: (name) => `${command} ${name.includes(' ') ? `"${name}"` : name}` },
);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 ? 0 : 1;
