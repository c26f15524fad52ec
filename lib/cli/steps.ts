/** Running named steps one after another and adding up what they counted. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What was counted: tests one by one, commands as one each. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What a step counted, and what it has to say. */
export type StepOutcome = Totals & {
  /** One line for each thing that was not run, and why. */
  readonly notes: readonly string[];
};

/** One step of a run; it prints as it goes. */
export interface Step {
  readonly name: string;
  readonly run: () => StepOutcome;
}

/** A step that was not run, and why. */
export const skipped = (note: string): StepOutcome => ({ passed: 0, failed: 0, skipped: 1, notes: [note] });

/** A step that holds, counted as one. */
export const passed = (): StepOutcome => ({ passed: 1, failed: 0, skipped: 0, notes: [] });

/** A step that does not hold, counted as one; the run stops there. */
export const failed = (...notes: readonly string[]): StepOutcome => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  notes,
});

/** Runs a command with its output on ours; counts as one. */
export function runCommand(command: string, args: readonly string[]): StepOutcome {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  return status === 0 ? passed() : failed();
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function isReport(value: unknown): value is VitestReport {
  return typeof value === 'object' && value !== null && 'numPassedTests' in value && 'testResults' in value;
}

function readReport(file: string): VitestReport | undefined {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isReport(report) ? report : undefined;
  } catch {
    return undefined;
  }
}

/** Runs vitest and counts its tests one by one. A run that fails without a failed test counts as one. */
export function runVitest(args: readonly string[]): StepOutcome {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-'));
  const file = join(folder, 'report.json');
  const { status } = spawnSync(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const report = readReport(file);
  rmSync(folder, { recursive: true, force: true });
  if (!report) return failed();
  const notRun = report.testResults
    .flatMap((result) => result.assertionResults)
    .filter((test) => !['passed', 'failed'].includes(test.status));
  const failures = report.numFailedTests === 0 && status !== 0 ? 1 : report.numFailedTests;
  return {
    passed: report.numPassedTests,
    failed: failures,
    skipped: report.numPendingTests + report.numTodoTests,
    notes: notRun.map((test) => test.fullName),
  };
}

/** Runs the steps in order and stops after the first that fails. */
export function runSteps(steps: readonly Step[]): Totals {
  let totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  const notes: string[] = [];
  for (const { name, run } of steps) {
    console.log(`\n=== ${name}`);
    const started = performance.now();
    const outcome = run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    totals = {
      passed: totals.passed + outcome.passed,
      failed: totals.failed + outcome.failed,
      skipped: totals.skipped + outcome.skipped,
    };
    notes.push(...outcome.notes.map((note) => `${name}: ${note}`));
    console.log(`--- ${name}: ${outcome.failed === 0 ? 'done' : 'FAILED'} in ${seconds} s`);
    if (outcome.failed > 0) break;
  }
  if (notes.length > 0) console.log(`\nNot run:\n${notes.map((note) => `  ${note}`).join('\n')}`);
  return totals;
}
