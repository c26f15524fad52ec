/**
 * The background's answer to a listing: one line an entry. Nothing is kept but
 * the catalogue, which each life of the background loads once, when first asked.
 */
import { annotateFromCatalogue, annotateFromPage } from '@/lib/domain/annotation';
import { lineOf, type EntryLine } from '@/lib/domain/entry-line';
import type { ListingEntry } from '@/lib/domain/page';
import { loadCatalogue, type Catalogue } from './catalogue';
import { readersOf } from './readers';

/** Reading of an abstract for a line alone: related papers belong to the card. */
function lineReaders(catalogue: Catalogue) {
  const { read } = readersOf(catalogue);
  return { read, findRelated: () => [], findTag: (id: string) => catalogue.tag(id) };
}

/** The line of one entry: the catalogue first, then its abstract; undefined where neither says anything. */
export function lineOfEntry(entry: ListingEntry, catalogue: Catalogue): EntryLine | undefined {
  const readers = lineReaders(catalogue);
  const paper = catalogue.get(entry.paperId);
  const annotation = paper
    ? annotateFromCatalogue(paper, readers.findTag, undefined)
    : annotateFromPage(entry.paperId, entry, readers);
  return annotation && lineOf(annotation, entry.version);
}

/** Lines in the order of the entries; null where there is nothing to say. Without a catalogue: nothing at all. */
export async function readEntryLines(
  entries: readonly ListingEntry[],
): Promise<{ readonly lines: readonly (EntryLine | null)[] }> {
  const outcome = await loadCatalogue();
  if (!outcome.ok) return { lines: entries.map(() => null) };
  return { lines: entries.map((entry) => lineOfEntry(entry, outcome.catalogue) ?? null) };
}
