/** NDJSON on standard output, for programs that may be slow or leave early. */

// A program that has read enough, as `head` has, is no fault; a full disk is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

/** Prints a value as one line; resolves once there is room for the next, so that output does not pile up. */
export async function printLine(value: unknown): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}
