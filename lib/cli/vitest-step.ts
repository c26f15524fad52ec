/**
 * The step that runs vitest: counts its tests, and runs the few files of a browser's tests that failed once more.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRecord } from '@/lib/domain/is-record';
import { SAMPLES_FILE } from './samples';
import { failed, runQuietly, type StepOutcome } from './steps';
import { FAILURES_FILE, SECOND_TRIES_FILE } from './summary-reporter';

/**
 * How many failed files are run once more. The tests of a file share a browser, so that one bad start of it fails
 * them all, second tries included; more files than this are no accident.
 */
const MOST_AGAIN = 3;

/** A file of a report: its path, whether all of it passed, and its tests. */
interface FileReport {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly duration?: number | null;
  }[];
}

/** One run of vitest; without files if it ended before it wrote its report. */
interface VitestRun {
  readonly status: number | null;
  readonly output: string;
  readonly files?: readonly FileReport[];
  readonly secondTries: readonly string[];
  readonly failures: readonly string[];
  readonly samples: readonly string[];
}

/** The lines of a file that is only created once there is something to write. */
const linesOf = (file: string): readonly string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];

const isReport = (value: unknown): value is { readonly testResults: readonly FileReport[] } =>
  isRecord(value) && Array.isArray(value['testResults']);

function readFiles(file: string): readonly FileReport[] | undefined {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isReport(report) ? report.testResults : undefined;
  } catch {
    // Vitest ended before it wrote its report; the exit status and output show why.
    return undefined;
  }
}

async function runOnce(args: readonly string[], env: Readonly<Record<string, string>>): Promise<VitestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-'));
  const file = join(folder, 'report.json');
  const tries = join(folder, 'second-tries.txt');
  const failures = join(folder, 'failures.txt');
  const samples = join(folder, 'samples.txt');
  const reporters = ['default', 'json', join(import.meta.dirname, 'summary-reporter.ts')];
  const ended = await runQuietly(
    'vitest',
    ['run', ...reporters.map((name) => `--reporter=${name}`), `--outputFile.json=${file}`, ...args],
    {
      env: { ...env, [SECOND_TRIES_FILE]: tries, [FAILURES_FILE]: failures, [SAMPLES_FILE]: samples },
    },
  );
  const files = readFiles(file);
  const run = {
    ...ended,
    secondTries: linesOf(tries),
    failures: linesOf(failures),
    samples: linesOf(samples),
  };
  rmSync(folder, { recursive: true, force: true });
  return files ? { ...run, files } : run;
}

/** The outcome of a run. One that fails without a failed test, as at its set-up, counts as one failure. */
function outcomeOfRun({ status, files, ...run }: VitestRun): StepOutcome {
  if (!files) return failed(run.output);
  const tests = files.flatMap((file) => file.assertionResults);
  const numberOf = (is: string): number => tests.filter((test) => test.status === is).length;
  const failures = numberOf('failed');
  const notRun = tests.filter((test) => !['passed', 'failed'].includes(test.status));
  return {
    ...run,
    passed: numberOf('passed'),
    failed: failures === 0 && status !== 0 ? 1 : failures,
    skipped: notRun.length,
    notes: notRun.map((test) => test.fullName),
    times: tests.map(({ fullName, duration }) => ({ name: fullName, milliseconds: duration ?? 0 })),
  };
}

/**
 * Both runs as one: each file as its last run left it. What failed at first and then passed is named among the
 * second tries, so that nobody takes it for sound.
 */
function merged(first: VitestRun, again: VitestRun): VitestRun {
  const last = new Map(again.files?.map((file) => [file.name, file]));
  const files = first.files?.map((file) => last.get(file.name) ?? file);
  const saved = first.failures.map((failure) => `${failure} (its file passed in a browser of its own)`);
  return {
    status: again.status,
    output: `${first.output}\n\nOnce more, the files that failed:\n${again.output}`,
    ...(files && { files }),
    secondTries: [...first.secondTries, ...again.secondTries, ...(again.status === 0 ? saved : [])],
    failures: again.status === 0 ? [] : [...first.failures, ...again.failures],
    samples: first.samples,
  };
}

/** Options of a run of vitest. */
interface VitestOptions {
  /** Path of the configuration; default: the project's own. */
  readonly config?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the few files that failed are run once more, in processes and browsers of their own. */
  readonly again?: boolean;
}

/** Runs the tests of the files whose paths contain one of the texts (all, without any) and counts them. */
export async function runVitest(
  files: readonly string[],
  { config, env = {}, again = false }: VitestOptions = {},
): Promise<StepOutcome> {
  const options = config === undefined ? [] : ['--config', config];
  const first = await runOnce([...options, ...files], env);
  const bad = first.files?.filter(({ status }) => status === 'failed').map(({ name }) => name) ?? [];
  if (!again || bad.length === 0 || bad.length > MOST_AGAIN) return outcomeOfRun(first);
  return outcomeOfRun(merged(first, await runOnce([...options, ...bad], env)));
}
