/**
 * `npm test`: everything that must hold, side by side; the last line counts it. `npm test -- unit types` runs
 * the named steps alone. `npm run test:full` runs what `npm test` takes a sample of (`*.matrix.test.ts`), whole.
 */
import { auditShipped } from './audit';
import { ensureBrowser, type BrowserName } from './browsers';
import { refuse } from './usage-error';
import { rehearsePackages } from './release/rehearsal';
import { runSteps } from './run-steps';
import { failed, runCommand, runVitest, skipped, type Step, type StepOutcome } from './steps';

const CONFIGS = { chromium: 'tests/e2e/vitest.config.ts', firefox: 'tests/e2e/firefox/vitest.config.ts' };

/** Without Chromium nothing is proved, so its absence is a failure; without Firefox the rest still counts. */
function runInBrowser(name: BrowserName, args: readonly string[] = []): Promise<StepOutcome> {
  const browser = ensureBrowser(name);
  if (browser.ok) return runVitest(['--config', CONFIGS[name], ...args]);
  return Promise.resolve(name === 'chromium' ? failed(browser.message) : skipped(browser.message));
}

const isFull = process.argv[2] === '--full';
const named = process.argv.slice(isFull ? 3 : 2);

const BUILD: Step = {
  name: 'build',
  run: async () => {
    const chrome = await runCommand('wxt', ['zip']);
    return chrome.failed > 0 ? chrome : runCommand('wxt', ['zip', '-b', 'firefox']);
  },
};
const needs = [BUILD.name];

// The longest first.
const STEPS: readonly Step[] = [
  BUILD,
  { name: 'in Chromium', needs, run: () => runInBrowser('chromium') },
  { name: 'unit', needs, run: () => runVitest([]) },
  { name: 'in Firefox', needs, run: () => runInBrowser('firefox') },
  // What the browsers try is what a release would upload: it is built from the same sources to the same bytes.
  { name: 'release, rehearsed', needs, run: () => rehearsePackages() },
  { name: 'lint', run: () => runCommand('oxlint', ['--type-aware', '--quiet']) },
  { name: 'format', run: () => runCommand('prettier', ['--check', '.']) },
  { name: 'types', run: () => runCommand('tsc', ['--noEmit']) },
  { name: 'known faults of what ships', run: auditShipped },
];

/**
 * What the steps above try in part: long tables (`tests/e2e/support/matrix.ts` reads the variable), properties, on more
 * cases, and all packages made again.
 */
const FULL: readonly Step[] = [
  BUILD,
  { name: 'in Chromium', needs, run: () => runInBrowser('chromium', ['.matrix.']) },
  // Its set-up looks for the builds, and would make them beside the step that does.
  {
    name: 'unit',
    needs,
    run: () => runVitest(['tests/unit/fuzz', '.matrix.'], { FUZZ_RUNS: '10000' }),
  },
  { name: 'release, rehearsed', needs, run: () => rehearsePackages({ isWhole: true }) },
];

if (isFull) process.env['FULL_MATRICES'] = '1';
const [steps, command] = isFull ? [FULL, 'npm run test:full --'] : [STEPS, 'npm test --'];
const unknown = named.filter((name) => steps.every((step) => step.name !== name));
if (unknown.length > 0) {
  const known = steps.map((step) => `"${step.name}"`).join(', ');
  refuse(`No step is called ${unknown.join(', ')}. There are ${known}.`);
}
// A step that is named alone has what it needs built first.
const wanted = new Set(
  named.flatMap((name) => [name, ...(steps.find((step) => step.name === name)?.needs ?? [])]),
);
const totals = await runSteps(
  steps.filter(({ name }) => named.length === 0 || wanted.has(name)),
  { repeat: (name) => `${command} ${name.includes(' ') ? `"${name}"` : name}` },
);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 ? 0 : 1;
