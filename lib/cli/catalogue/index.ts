/**
 * The command line of the catalogue:
 *   npm run --silent catalogue -- import FILE [--identifiers FILE] [--write]
 *   npm run --silent catalogue -- check [--listing FILE]
 * Both accept `--data FOLDER` instead of the repository's own `data/`. Exit codes: 0, 1 for faults, 2 for wrong
 * usage.
 */
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { DATA_FOLDER } from '@/data/build';
import { readCatalogueSource } from '@/data/build/source';
import { checkCommand } from './check';
import { importListing } from './import';
import type { CommandResult } from './command';

const USAGE = [
  'usage: catalogue import FILE [--identifiers FILE] [--write]',
  '       catalogue check [--listing FILE]',
  'with --data FOLDER in place of data/',
];

async function run(args: readonly string[]): Promise<CommandResult> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      identifiers: { type: 'string' },
      listing: { type: 'string' },
      data: { type: 'string', default: DATA_FOLDER },
      write: { type: 'boolean', default: false },
    },
  });
  const [command, file, ...rest] = positionals;
  if (command === 'check' && file === undefined) {
    return checkCommand({ folder: values.data, listing: values.listing });
  }
  if (command === 'import' && file !== undefined && rest.length === 0) {
    const { records, faults } = readCatalogueSource(values.data);
    if (faults.length > 0)
      return { code: 1, out: [], err: ['the catalogue has faults of its own; run check first'] };
    return importListing({
      listing: file,
      identifiers: values.identifiers,
      write: values.write,
      papers: join(values.data, 'papers'),
      existing: records,
    });
  }
  return { code: 2, out: [], err: USAGE };
}

/** Mistakes of the user (a missing file, a wrong option) are reported without a stack trace. */
async function runGuarded(args: readonly string[]): Promise<CommandResult> {
  try {
    return await run(args);
  } catch (error) {
    // Only the message is shown, without a stack trace.
    return { code: 2, out: [], err: [error instanceof Error ? error.message : 'failed'] };
  }
}

const { code, out, err } = await runGuarded(process.argv.slice(2));
if (err.length > 0) process.stderr.write(`${err.join('\n')}\n`);
if (out.length > 0) process.stdout.write(`${out.join('\n')}\n`);
process.exitCode = code;
