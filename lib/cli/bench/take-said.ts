/**
 * Prints labelled tables with the facts that the papers' texts tell of them, for a file of the bench. The texts are not
 * kept.
 *
 *   npx tsx lib/cli/bench/take-said.ts --tables FILE --texts FILE > FILE
 *
 * Both are JSON lines; a text is {"id": the table's, "text": the paragraphs about the table and the abstract}.
 */
import { isDeepStrictEqual } from 'node:util';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { exitWithUsageError, readOptions } from '@/lib/cli/usage-error';
import { readLatexFile } from './tables-latex';
import { takeSaid, tellSaid } from './tables-said';

const USAGE = 'usage: npx tsx lib/cli/bench/take-said.ts --tables FILE --texts FILE';

const { tables, texts } = readOptions({ tables: { type: 'string' }, texts: { type: 'string' } }, USAGE);
if (tables === undefined || texts === undefined) exitWithUsageError('two files are needed', USAGE);

const Text = z.object({ id: z.string(), text: z.string() });
const textOf = new Map(
  readFileSync(texts, 'utf8')
    .trim()
    .split('\n')
    .map((line) => Text.parse(JSON.parse(line)))
    .map(({ id, text }) => [id, text]),
);
for (const table of readLatexFile(tables)) {
  const text = textOf.get(table.id);
  const cells = table.rows.flat().map((cell) => (typeof cell === 'string' ? cell : cell[0]));
  const said = text === undefined ? undefined : takeSaid([text], cells);
  // What the bench tells the reader must be what the text told it.
  if (said && !isDeepStrictEqual(takeSaid([tellSaid(said)], cells), said))
    process.stderr.write(`${table.id}: told otherwise\n`);
  console.log(JSON.stringify(said ? { ...table, said } : table));
}
