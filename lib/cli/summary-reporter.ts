/**
 * A vitest reporter for the summary of a run, which is what remains of a long output: writes to one file the names
 * of tests that only passed when retried, and to another every failure, those outside of tests included.
 */
import { appendFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

/** The environment variable with the path of the file of flaky tests, which holds on each line a test's name and why it failed at first. */
export const SECOND_TRIES_FILE = 'SECOND_TRIES_FILE';

/** The environment variable with the path of the file of failures, one on each line: where, and the error. */
export const FAILURES_FILE = 'FAILURES_FILE';

function append(variable: string, line: string): void {
  const file = process.env[variable];
  if (file) appendFileSync(file, `${line}\n`);
}

/** The first line of an error's message, without which a name says little. */
const firstLine = ({ name, message }: SerializedError): string =>
  `${name ?? 'Error'}: ${message.split('\n', 1).join('')}`;

/** Collects flaky tests and failures as the run goes. The default export, as vitest loads reporters by path. */
export default class SummaryReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { state, errors = [] } = test.result();
    const line = [test.fullName, ...errors.slice(-1).map(firstLine)].join(': ');
    if (test.diagnostic()?.flaky) append(SECOND_TRIES_FILE, line);
    if (state === 'failed') append(FAILURES_FILE, line);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    for (const each of modules) {
      for (const error of each.errors())
        append(FAILURES_FILE, `${each.relativeModuleId}: ${firstLine(error)}`);
    }
    for (const error of unhandled) append(FAILURES_FILE, `outside of tests: ${firstLine(error)}`);
  }
}
