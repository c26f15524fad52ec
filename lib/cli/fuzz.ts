/** `npm run fuzz -- [cases]`: runs the property tests of `npm test` on many more cases. */
import { exitWithUsageError } from './usage-error';
import { runSteps } from './run-steps';
import { runVitest } from './vitest-step';

const cases = Number(process.argv[2] ?? 500_000);
if (!Number.isSafeInteger(cases) || cases < 1) exitWithUsageError('usage: npm run fuzz -- [cases]');
process.env['FUZZ_RUNS'] = String(cases);

const totals = await runSteps([{ name: `${cases} cases each`, run: () => runVitest(['tests/unit/fuzz']) }], {
  repeat: () => `npm run fuzz -- ${cases}`,
});
process.exitCode = totals.failed === 0 ? 0 : 1;
