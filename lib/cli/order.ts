/**
 * `npm run --silent order -- --saved FILE --entries FILE`
 *
 * Prints entries in the order in which a listing shows them to a user who saved certain papers. Both files are
 * JSONL, `{id,title,abstract}`, gzipped or not; a saved paper may have `savedAt`, an ISO 8601 time, by which
 * recently saved papers have more weight. Prints one line for each entry, nearest first:
 * `{"id","score","near","reasons"}`, where `near` has up to three saved papers and `reasons` what the entry has
 * in common with the first of them. Bad rows are reported on standard error with file and line, and skipped.
 */
import { parseDocument, readRows } from '@/lib/cli/corpus';
import { isRecord } from '@/lib/domain/is-record';
import { LEAST_SAVED } from '@/lib/domain/order';
import { readOptions, exitWithUsageError } from './usage-error';
import { orderDocuments, readOrderSources, type SavedDocument } from './order-documents';
import { printLine } from './print-line';

const USAGE = 'usage: npm run --silent order -- --saved FILE --entries FILE';

const warn = (text: string): void => void process.stderr.write(`${text}\n`);

/** Reads the documents of a file; of rows with the same id only the first counts. */
async function readDocuments(path: string): Promise<readonly SavedDocument[]> {
  const documents = new Map<string, SavedDocument>();
  for await (const row of readRows(path)) {
    const document = row.fault === undefined ? parseDocument(row.value) : row.fault;
    if (typeof document === 'string' || documents.has(document.id)) {
      const fault = typeof document === 'string' ? document : `the id ${document.id} is there already`;
      warn(`${path}:${row.line}: ${fault}; skipped`);
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
if (savedFile === undefined || entriesFile === undefined)
  exitWithUsageError('--saved and --entries are needed', USAGE);

try {
  const saved = await readDocuments(savedFile);
  const entries = await readDocuments(entriesFile);
  if (saved.length < LEAST_SAVED) {
    warn(`${savedFile}: an order needs ${LEAST_SAVED} saved papers, there are ${saved.length}`);
    process.exitCode = 1;
  } else {
    for (const { id, score, near, reasons } of orderDocuments(saved, entries, readOrderSources())) {
      await printLine({ id, score: Math.round(score * 1e6) / 1e6, near, reasons });
    }
  }
} catch (error) {
  // An unreadable file is a mistake of the user, who needs the message without a stack trace.
  warn(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
