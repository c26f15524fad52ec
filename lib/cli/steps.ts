/** What the steps of a run count and say, and the two kinds of step: a command, and a run of vitest. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRecord } from '@/lib/domain/is-record';
import { SAMPLES_FILE } from './samples';
import { SECOND_TRIES_FILE } from './second-tries';

/** What was counted: tests one by one, commands as one each. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** How long one test took. */
export interface TestTime {
  readonly name: string;
  readonly milliseconds: number;
}

/** What a step counted, and what it has to say. */
export type StepOutcome = Totals & {
  /** One line for each thing that was not run, and why. */
  readonly notes: readonly string[];
  /** Tests that passed, but not at the first try. */
  readonly secondTries?: readonly string[];
  /** Long tables that were tried in part: which, and "N of M rows". */
  readonly samples?: readonly string[];
  /** What was printed, for the case that it failed. */
  readonly output?: string;
  /** Its tests' times, where it has tests. */
  readonly times?: readonly TestTime[];
};

/** One step of a run. */
export interface Step {
  readonly name: string;
  /** Names of steps that must have passed before it can start. */
  readonly needs?: readonly string[];
  readonly run: () => Promise<StepOutcome>;
}

/** A step that was not run, and why. */
export const skipped = (note: string): StepOutcome => ({ passed: 0, failed: 0, skipped: 1, notes: [note] });

/** A step that holds, counted as one. */
export const passed = (): StepOutcome => ({ passed: 1, failed: 0, skipped: 0, notes: [] });

/** A step that does not hold, counted as one; the lines say why. */
export const failed = (...lines: readonly string[]): StepOutcome => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  notes: [],
  output: lines.join('\n'),
});

/** A step that holds where there are no faults. */
export const outcomeOf = (faults: readonly string[]): StepOutcome =>
  faults.length === 0 ? passed() : failed(...faults);

/** A command's exit status (`null`: it was ended by a signal or could not start) and all that it printed. */
interface Finished {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a command of the project's and keeps what it prints, so that steps side by side do not mix theirs. */
export function runQuietly(
  command: string,
  args: readonly string[],
  { cwd = '.', env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const printed: Buffer[] = [];
    // A command's spinner and colours are for somebody who watches it alone.
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, CI: '1', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const finish = (status: number | null, extra = ''): void =>
      resolve({ status, output: `${Buffer.concat(printed).toString()}${extra}`.trimEnd() });
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
    child.on('error', (error) => finish(null, error.message));
    child.on('close', (status) => finish(status));
  });
}

/** A command as a step; counts as one. */
export async function runCommand(command: string, args: readonly string[]): Promise<StepOutcome> {
  const { status, output } = await runQuietly(command, args);
  return status === 0 ? passed() : failed(output);
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly duration?: number | null;
    }[];
  }[];
}

function isReport(value: unknown): value is VitestReport {
  return isRecord(value) && 'numPassedTests' in value && 'testResults' in value;
}

/** The lines of a file that is only there where something was written. */
const linesOf = (file: string): readonly string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];

function readReport(file: string): VitestReport | undefined {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isReport(report) ? report : undefined;
  } catch {
    // Vitest ended before it wrote one; its status and output say why.
    return undefined;
  }
}

/** Runs vitest and counts its tests one by one. A run that fails without a failed test counts as one. */
export async function runVitest(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<StepOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-'));
  const file = join(folder, 'report.json');
  const tries = join(folder, 'second-tries.txt');
  const samplesFile = join(folder, 'samples.txt');
  const reporters = ['default', 'json', join(import.meta.dirname, 'second-tries.ts')];
  const { status, output } = await runQuietly(
    'vitest',
    ['run', ...reporters.map((name) => `--reporter=${name}`), `--outputFile.json=${file}`, ...args],
    { env: { ...env, [SECOND_TRIES_FILE]: tries, [SAMPLES_FILE]: samplesFile } },
  );
  const report = readReport(file);
  const secondTries = linesOf(tries);
  const samples = linesOf(samplesFile);
  rmSync(folder, { recursive: true, force: true });
  if (!report) return failed(output);
  const tests = report.testResults.flatMap((result) => result.assertionResults);
  const notRun = tests.filter((test) => !['passed', 'failed'].includes(test.status));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests === 0 && status !== 0 ? 1 : report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    notes: notRun.map((test) => test.fullName),
    secondTries,
    samples,
    output,
    times: tests.map(({ fullName, duration }) => ({ name: fullName, milliseconds: duration ?? 0 })),
  };
}
