/**
 * `npm run --silent order -- --saved FILE --entries FILE`
 *
 * The entries in the order in which a listing would have them for somebody who saved those papers. Both files hold one
 * JSON object a line, `{id,title,abstract}`, gzipped or not; a saved one may have `savedAt`, a time of ISO 8601: then
 * what was saved lately counts for more. Prints one line an entry, nearest first: `{"id","score","near","reasons"}`,
 * `near` being up to three saved papers and `reasons` what the entry has in common with the first of them.
 * A bad row is told on standard error with its file and line, and skipped.
 */
import { parseDocument, readRows } from '@/lib/cli/corpus';
import { isRecord } from '@/lib/domain/is-record';
import { LEAST_SAVED } from '@/lib/domain/order';
import { readOptions, refuse } from './usage-error';
import { orderDocuments, readOrderSources, type SavedDocument } from './ordering';
import { printLine } from './print-line';

const USAGE = 'usage: npm run --silent order -- --saved FILE --entries FILE';

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** The documents of a file, each id once. */
async function readDocuments(path: string): Promise<readonly SavedDocument[]> {
  const documents = new Map<string, SavedDocument>();
  for await (const row of readRows(path)) {
    const document = row.fault === undefined ? parseDocument(row.value) : row.fault;
    if (typeof document === 'string' || documents.has(document.id)) {
      const fault = typeof document === 'string' ? document : `the id ${document.id} is there already`;
      say(`${path}:${row.line}: ${fault}; skipped`);
      continue;
    }
    const savedAt = row.fault === undefined && isRecord(row.value) ? row.value['savedAt'] : undefined;
    documents.set(document.id, { ...document, savedAt: typeof savedAt === 'string' ? savedAt : undefined });
  }
  return [...documents.values()];
}

const { saved: savedFile, entries: entriesFile } = readOptions(
  { saved: { type: 'string' }, entries: { type: 'string' } },
  USAGE,
);
if (savedFile === undefined || entriesFile === undefined) refuse('--saved and --entries are needed', USAGE);

try {
  const saved = await readDocuments(savedFile);
  const entries = await readDocuments(entriesFile);
  if (saved.length < LEAST_SAVED) {
    say(`${savedFile}: an order needs ${LEAST_SAVED} saved papers, there are ${saved.length}`);
    process.exitCode = 1;
  } else {
    for (const { id, score, near, reasons } of orderDocuments(saved, entries, readOrderSources())) {
      await printLine({ id, score: Math.round(score * 1e6) / 1e6, near, reasons });
    }
  }
} catch (error) {
  // A file that cannot be read is the user's to mend: the message alone, without a stack.
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
