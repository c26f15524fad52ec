/** `catalogue -- check [--listing FILE]`: lists every fault in the catalogue by file and field. */
import { readFileSync } from 'node:fs';
import { buildCatalogue, formatFault } from '@/data/build';
import { checkAgainstAbstract } from '@/data/build/check-abstracts';
import type { Fault } from '@/data/build/faults';
import { parseListing } from '@/data/build/listing';
import { buildRecords } from '@/data/build/records';
import { paperPath } from '@/data/build/source';
import type { CatalogueSource } from '@/data/build/source';
import type { CommandResult } from './command';

/** The options of `catalogue -- check`. */
interface CheckOptions {
  /** The source folder, `data/`. */
  readonly folder: string;
  /** A listing with the abstracts; without it, numbers are not checked against abstracts. */
  readonly listing?: string | undefined;
}

/** Checks every annotation against its abstract. */
function checkListing(file: string, { records }: CatalogueSource): Fault[] {
  const listing = parseListing(readFileSync(file, 'utf8'));
  if (!listing.ok) return [{ file: `${file}:${listing.line}`, field: '', message: listing.message }];
  const faults: Fault[] = [];
  for (const paper of listing.papers) {
    const [found] = buildRecords({ papers: [paper], identifiers: [], existing: records }).records;
    const record = records.find(({ id }) => id === found?.id);
    if (record) {
      const own = checkAgainstAbstract(record, paper.abstract);
      faults.push(...own.map((fault) => ({ file: paperPath(record), ...fault })));
    } else faults.push({ file: `${file}:${paper.line}`, field: '', message: `"${paper.title}" has no file` });
  }
  return faults;
}

/**
 * Returns one line for each fault (standard error) and one with the counts (standard output). The exit code is
 * 1 if there is any fault.
 */
export function checkCommand({ folder, listing }: CheckOptions): CommandResult {
  const { source, faults, text } = buildCatalogue(folder);
  const all = listing === undefined ? faults : [...faults, ...checkListing(listing, source)];
  const count = `${source.records.length} papers, ${source.tags.length} tags, ${Buffer.byteLength(text)} bytes compiled`;
  const held = listing === undefined ? '' : ', figures held against the listing';
  return {
    code: all.length > 0 ? 1 : 0,
    out: [`${count}${held}: ${all.length === 0 ? 'no faults' : `${all.length} faults`}`],
    err: all.map(formatFault),
  };
}
