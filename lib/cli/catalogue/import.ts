/**
 * `catalogue -- import FILE [--identifiers FILE] [--write]`: converts a listing to records of the catalogue.
 */
import { readFileSync } from 'node:fs';
import { parseIdentifiers } from '@/data/build/identifiers';
import { parseListing } from '@/data/build/listing';
import { formatRecord } from '@/data/build/format';
import { buildRecords } from '@/data/build/records';
import { paperFileName, writeSourceFiles } from '@/data/build/source-files';
import type { PaperRecord } from '@/lib/domain/paper';
import { readTermStatistics } from '@/data/build/model-files';
import type { CommandResult } from './command';

/** The options of `catalogue -- import`. */
interface ImportOptions {
  readonly listing: string;
  readonly identifiers?: string | undefined;
  readonly write: boolean;
  /** The folder of the paper files. */
  readonly papers: string;
  readonly existing: readonly PaperRecord[];
}

/**
 * Prints one JSON line for each paper, or writes the files. Faults are reported with file and line, and then
 * nothing is written.
 */
export async function importListing(options: ImportOptions): Promise<CommandResult> {
  const listing = parseListing(readFileSync(options.listing, 'utf8'));
  if (!listing.ok) return failure(`${options.listing}:${listing.line}: ${listing.message}`);
  const known =
    options.identifiers === undefined
      ? { ok: true as const, identifiers: [] }
      : parseIdentifiers(readFileSync(options.identifiers, 'utf8'));
  if (!known.ok) return failure(`${options.identifiers}: ${known.message}`);
  const { idf } = readTermStatistics();
  const { records, unknown, conflicts } = buildRecords({
    papers: listing.papers,
    identifiers: known.identifiers,
    existing: options.existing,
    idf,
  });
  const notes = conflicts.map((conflict) => `note: ${conflict}`);
  const missing = unknown.map(
    ({ title, line }) => `${options.listing}:${line}: no arXiv id known for "${title}"`,
  );
  if (!options.write) {
    const lines = [
      ...records.map((record) => JSON.stringify(record)),
      ...unknown.map((paper) => JSON.stringify(stripped(paper))),
    ];
    return { code: 0, out: lines, err: [...notes, ...missing] };
  }
  if (missing.length > 0) {
    return { code: 1, out: [], err: [...missing, 'nothing written; name a file of ids with --identifiers'] };
  }
  const files = await Promise.all(
    records.map(async (record) => ({ name: paperFileName(record.id), text: await formatRecord(record) })),
  );
  writeSourceFiles(options.papers, files);
  return { code: 0, out: [`${files.length} papers written to ${options.papers}`], err: notes };
}

const failure = (message: string): CommandResult => ({ code: 1, out: [], err: [message] });

/** A paper without an id, printed without its abstract, which must not be in anything that we write. */
function stripped(paper: {
  readonly title: string;
  readonly authors: unknown;
  readonly published: string;
}): object {
  return { id: null, title: paper.title, authors: paper.authors, published: paper.published };
}
