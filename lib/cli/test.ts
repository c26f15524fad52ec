/**
 * `npm test`: everything that must hold, in order; the last line counts it.
 * `npm test -- unit types` runs the named steps alone.
 */
import { auditShipped } from './audit';
import { ensureBrowser, type BrowserName } from './browsers';
import { refuse } from './misuse';
import { runCommand, runSteps, runVitest, failed, skipped, type Step, type StepOutcome } from './steps';

/** Without Chromium nothing is proved, so its absence is a failure; without Firefox the rest still counts. */
function runInBrowser(name: BrowserName, config: string): StepOutcome {
  const browser = ensureBrowser(name);
  if (browser.ok) return runVitest(['--config', config]);
  return name === 'chromium' ? failed(browser.message) : skipped(browser.message);
}

const STEPS: readonly Step[] = [
  { name: 'format', run: () => runCommand('prettier', ['--check', '.']) },
  { name: 'lint', run: () => runCommand('oxlint', ['--type-aware', '--quiet']) },
  { name: 'types', run: () => runCommand('tsc', ['--noEmit']) },
  { name: 'known faults of what ships', run: auditShipped },
  { name: 'build for Chrome', run: () => runCommand('wxt', ['build']) },
  { name: 'build for Firefox', run: () => runCommand('wxt', ['build', '-b', 'firefox']) },
  { name: 'unit', run: () => runVitest([]) },
  // Builds anew, to the same bytes: what the browsers try is what a release would upload.
  {
    name: 'release, rehearsed',
    run: () => runCommand('tsx', ['lib/cli/release/index.ts', '--dry-run', '--packages']),
  },
  { name: 'in Chromium', run: () => runInBrowser('chromium', 'tests/e2e/vitest.config.ts') },
  { name: 'in Firefox', run: () => runInBrowser('firefox', 'tests/e2e/firefox/vitest.config.ts') },
];

const named = process.argv.slice(2);
const unknown = named.filter((name) => STEPS.every((step) => step.name !== name));
if (unknown.length > 0) {
  const known = STEPS.map((step) => `"${step.name}"`).join(', ');
  refuse(`No step is called ${unknown.join(', ')}. There are ${known}.`);
}
const totals = runSteps(STEPS.filter(({ name }) => named.length === 0 || named.includes(name)));
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 ? 0 : 1;
