/**
 * Long tables of similar rows, in files called `*.matrix.test.ts`. `npm test` tests some rows of each, `npm run
 * test:full` all of them.
 */
import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect } from 'vitest';
import { SAMPLES_FILE } from '@/lib/cli/samples';

/** Whether all rows are tested. */
export const IS_FULL = process.env['FULL_MATRICES'] === '1';

/** Records for the run's summary that a table is tested in part. */
function note(tried: number, all: number): void {
  const file = process.env[SAMPLES_FILE];
  const test = relative('tests', expect.getState().testPath ?? '').replace('.matrix.test.ts', '');
  if (file) appendFileSync(file, `${test}: ${tried} of ${all} rows\n`);
}

/** `count` rows spread evenly over a table, from its first to its last; all of a table that has no more. */
export function spreadRows<T>(rows: readonly T[], count: number): readonly T[] {
  if (rows.length <= count) return rows;
  if (count === 1) return rows.slice(0, 1);
  return Array.from({ length: count }, (_, at) => Math.round((at * (rows.length - 1)) / (count - 1))).flatMap(
    (place) => rows.slice(place, place + 1),
  );
}

/** The rows to test: `count` of them spread over the table, in a full run all. */
export function rowsOf<T>(rows: readonly T[], count: number): readonly T[] {
  if (IS_FULL || rows.length <= count) return rows;
  note(count, rows.length);
  return spreadRows(rows, count);
}
