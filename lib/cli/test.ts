/** `npm test`: everything that must hold, in order; the last line counts it. */
import { ensureBrowser } from './browsers';
import { runCommand, runSteps, runVitest, skipped, type Step } from './steps';

const STEPS: readonly Step[] = [
  { name: 'format', run: () => runCommand('prettier', ['--check', '.']) },
  { name: 'lint', run: () => runCommand('oxlint', ['--type-aware', '--quiet']) },
  { name: 'types', run: () => runCommand('tsc', ['--noEmit']) },
  { name: 'build for Chrome', run: () => runCommand('wxt', ['build']) },
  { name: 'build for Firefox', run: () => runCommand('wxt', ['build', '-b', 'firefox']) },
  { name: 'unit', run: () => runVitest([]) },
  {
    name: 'in Chromium',
    run: () => {
      const browser = ensureBrowser('chromium');
      if (!browser.ok) return skipped(browser.message);
      process.env['CHROME_PATH'] = browser.path;
      return runVitest(['--config', 'tests/e2e/vitest.config.ts']);
    },
  },
];

const totals = runSteps(STEPS);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 ? 0 : 1;
