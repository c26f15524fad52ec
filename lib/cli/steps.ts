/** The types of a run's steps and outcomes, and the step that runs a command; `vitest-step.ts` has the other kind. */
import { spawn } from 'node:child_process';

/** Totals: each test counts as one, and so does each command. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The duration of one test. */
interface TestTime {
  readonly name: string;
  readonly milliseconds: number;
}

/** The totals of a step, with details for the summary. */
export type StepOutcome = Totals & {
  /** One line for each check that was skipped, with the reason. */
  readonly notes: readonly string[];
  /** Flaky tests, which passed only when retried, each with why it failed at first. */
  readonly secondTries?: readonly string[];
  /** One line for each failure of a vitest run: where, and the error. */
  readonly failures?: readonly string[];
  /** Long tables that were only sampled: name, and "N of M rows". */
  readonly samples?: readonly string[];
  /** The output, printed if the step failed. */
  readonly output?: string;
  /** Durations of the step's tests, if it runs tests. */
  readonly times?: readonly TestTime[];
};

/** One step of a run. */
export interface Step {
  readonly name: string;
  /** Names of the steps that must pass before this one starts. */
  readonly needs?: readonly string[];
  readonly run: () => Promise<StepOutcome>;
}

/** The outcome of a skipped step, with the reason. */
export const skipped = (note: string): StepOutcome => ({ passed: 0, failed: 0, skipped: 1, notes: [note] });

/** The outcome of a passed step, counted as one. */
export const passed = (): StepOutcome => ({ passed: 1, failed: 0, skipped: 0, notes: [] });

/** The outcome of a failed step, counted as one; the lines give the reason. */
export const failed = (...lines: readonly string[]): StepOutcome => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  notes: [],
  output: lines.join('\n'),
});

/** The outcome of a check that returns its faults: passed if there are none. */
export const outcomeOf = (faults: readonly string[]): StepOutcome =>
  faults.length === 0 ? passed() : failed(...faults);

/** A command's exit status (`null` if it was killed by a signal or could not start) and its output. */
interface Finished {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a command and captures its output, so that the outputs of concurrent steps do not mix. */
export function runQuietly(
  command: string,
  args: readonly string[],
  { cwd = '.', env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const printed: Buffer[] = [];
    // Without a terminal, spinners and colours would only clutter the captured output.
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

/** Runs a command as a step; counts as one. */
export async function runCommand(command: string, args: readonly string[]): Promise<StepOutcome> {
  const { status, output } = await runQuietly(command, args);
  return status === 0 ? passed() : failed(output);
}
