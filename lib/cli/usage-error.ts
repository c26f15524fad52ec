/** Ends a command that was called wrongly: a line or two on standard error, no stack trace, exit status 2. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Prints what is wrong and ends the process. */
export function exitWithUsageError(...lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(2);
}

/**
 * Parses the command line's options; unknown ones end the process with the usage. Positional arguments are not
 * allowed.
 */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
): ReturnType<typeof parseArgs<{ options: Options }>>['values'] {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    // An unknown option is a mistake of the user, who needs the message without a stack trace.
    return exitWithUsageError(error instanceof Error ? error.message : String(error), usage);
  }
}
