/** Writes NDJSON to standard output, with back pressure, for readers that are slow or close the pipe early. */

// A closed pipe is no error (`head` closes it after a few lines); a full disk is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

/**
 * Prints a value as one line; resolves once the stream accepts more, so that output is not buffered without
 * limit.
 */
export async function printLine(value: unknown): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}
