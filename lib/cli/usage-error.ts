/** How a command ends that was called wrongly: a line or two on standard error, no stack, exit code 2. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Says what is wrong and ends the process. */
export function refuse(...lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(2);
}

/** The options of the command line; what it does not know is refused, with the usage. Takes no positionals. */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
): ReturnType<typeof parseArgs<{ options: Options }>>['values'] {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    // An option that is not known is the user's to mend.
    return refuse(error instanceof Error ? error.message : String(error), usage);
  }
}
