/**
 * A reporter of vitest for tests in browsers, which have a second try: it notes which of them needed it, in the
 * file that the environment names, so that a run says so and nobody takes such a test for a sound one.
 */
import { appendFileSync } from 'node:fs';
import type { Reporter, TestCase } from 'vitest/node';

/** The variable of the environment that holds the file's path; a line in it is a test's full name. */
export const SECOND_TRIES_FILE = 'SECOND_TRIES_FILE';

export default class SecondTries implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const file = process.env[SECOND_TRIES_FILE];
    if (file && test.diagnostic()?.flaky) appendFileSync(file, `${test.fullName}\n`);
  }
}
