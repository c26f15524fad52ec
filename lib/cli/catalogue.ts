/**
 * The catalogue's command line:
 *   npm run --silent catalogue -- import FILE [--identifiers FILE] [--write]
 */
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { importListing } from './catalogue-import';
import type { CommandResult } from './catalogue-command';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));
const PAPERS = join(DATA, 'papers');
const USAGE = 'usage: catalogue import FILE [--identifiers FILE] [--write]';

async function run(args: readonly string[]): Promise<CommandResult> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { identifiers: { type: 'string' }, write: { type: 'boolean', default: false } },
  });
  const [command, file] = positionals;
  if (command === 'import' && file !== undefined) {
    return importListing({
      listing: file,
      identifiers: values.identifiers,
      write: values.write,
      papers: PAPERS,
      existing: [],
    });
  }
  return { code: 2, out: [], err: [USAGE] };
}

const { code, out, err } = await run(process.argv.slice(2));
for (const line of err) process.stderr.write(`${line}\n`);
for (const line of out) process.stdout.write(`${line}\n`);
process.exitCode = code;
