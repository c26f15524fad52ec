/** The complete check of the catalogue: each record, then all of them together. */
import type { RelatedPaper, PaperRecord, TagDefinition } from '@/lib/domain/paper';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { checkRecord } from './check-record';
import { areTooNear } from './check-summary';
import { checkTaxonomy } from './check-taxonomy';
import type { Fault } from './faults';
import type { CatalogueSource } from './source';
import { paperPath } from './source';

/** One is allowed, since related papers without a good reason are left out. */
const FEWEST_RELATED = 1;

type Related = ReadonlyMap<PaperId, readonly RelatedPaper[]>;

/** Finds summaries that are too similar to distinguish papers, and titles of two papers. */
function checkLikeness(records: readonly PaperRecord[]): Fault[] {
  const faults: Fault[] = [];
  for (const [index, record] of records.entries()) {
    for (const other of records.slice(0, index)) {
      if (areTooNear(record.summary, other.summary)) {
        faults.push({
          file: paperPath(record),
          field: 'summary',
          message: `is too near to that of ${other.id}`,
        });
      }
      if (record.title.toLowerCase() === other.title.toLowerCase()) {
        faults.push({ file: paperPath(record), field: 'title', message: `is that of ${other.id} too` });
      }
    }
  }
  return faults;
}

/** Finds related papers that do not exist, lists that are too short, and papers in no list. */
export function checkRelated(records: readonly PaperRecord[], related: Related): Fault[] {
  const known = new Set<string>(records.map(({ id }) => id));
  const named = new Set<string>();
  const faults: Fault[] = [];
  for (const record of records) {
    const list = related.get(record.id) ?? [];
    const say = (message: string, field = 'related'): number =>
      faults.push({ file: paperPath(record), field, message });
    for (const id of record.seeAlso ?? []) {
      if (!known.has(id)) say(`${id} is not in the catalogue`, 'seeAlso');
      if (id === record.id) say('names the paper itself', 'seeAlso');
    }
    for (const { id, reasons } of list) {
      if (!known.has(id)) say(`${id} is not in the catalogue`);
      if (id === record.id) say('names the paper itself');
      if (reasons.length < 1 || reasons.length > 2)
        say(`${id} has ${reasons.length} reasons; 1 or 2 are wanted`);
      named.add(id);
    }
    if (new Set(list.map(({ id }) => id)).size < list.length) say('names a paper twice');
    const wanted = Math.min(FEWEST_RELATED, records.length - 1);
    if (list.length < wanted) say(`has ${list.length} papers; at least ${wanted} are wanted`);
  }
  for (const record of records) {
    if (records.length > 1 && !named.has(record.id)) {
      faults.push({ file: paperPath(record), field: 'related', message: 'no other paper points to it' });
    }
  }
  return faults;
}

/** All faults of a source, in a stable order. `related` are the lists computed from it. */
export function checkCatalogue(source: CatalogueSource, related: Related): Fault[] {
  const tags = new Map<string, TagDefinition>(source.tags.map((tag) => [tag.id, tag]));
  const seen = new Set<string>();
  const faults: Fault[] = [...source.faults, ...checkTaxonomy(source.tags)];
  for (const record of source.records) {
    const file = paperPath(record);
    if (seen.has(record.id)) faults.push({ file, field: 'id', message: 'another file has this id' });
    seen.add(record.id);
    if (source.date !== '' && record.published > source.date) {
      faults.push({ file, field: 'published', message: `is after the catalogue's own date, ${source.date}` });
    }
    faults.push(...checkRecord(record, tags).map((fault) => ({ file, ...fault })));
  }
  return [...faults, ...checkLikeness(source.records), ...checkRelated(source.records, related)];
}
