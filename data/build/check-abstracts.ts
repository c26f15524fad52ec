/**
 * Compares annotations with the abstracts from which they were made. The abstracts are not in the repository,
 * so this needs the listing from which the catalogue was imported.
 */
import type { PaperRecord } from '@/lib/domain/paper';
import { findAnchor, normaliseText } from '@/lib/domain/text';
import { findCopiedWords } from './check-summary';
import type { FieldFault } from './check-record';

/** Finds anchors that are not in the abstract, or are in it twice, and summaries that quote it. */
export function checkAgainstAbstract(record: PaperRecord, abstract: string): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const [index, { anchor }] of record.results.entries()) {
    const field = `results[${index}].anchor`;
    const found = findAnchor(abstract, anchor);
    if (!found || !normaliseText(abstract).includes(anchor)) {
      faults.push({ field, message: `"${anchor}" is not in the abstract` });
    } else if (findAnchor(abstract.slice(found.start + 1), anchor)) {
      faults.push({ field, message: `"${anchor}" is in the abstract more than once` });
    }
  }
  const copied = findCopiedWords(record.summary, abstract);
  if (copied) faults.push({ field: 'summary', message: `repeats the abstract: "${copied}"` });
  return faults;
}
