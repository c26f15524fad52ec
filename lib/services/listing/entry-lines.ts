/**
 * The background's answer to a listing: one line an entry. Nothing is kept but
 * the catalogue, which each life of the background loads once, when first asked.
 */
import { annotateFromCatalogue, annotateFromPage, type Readers } from '@/lib/domain/annotation';
import type { EntryLine } from '@/lib/domain/entry';
import { lineOf } from '@/lib/domain/entry/from-annotation';
import type { ListingEntry } from '@/lib/domain/page';
import { loadCatalogue, type Catalogue } from '@/lib/services/catalogue';
import { readersOf } from '@/lib/services/readers';

/**
 * Reading of an abstract for a line alone: related papers belong to the card,
 * and what the listing's own categories say it says already.
 */
function lineReaders(catalogue: Catalogue): Readers {
  const { read } = readersOf(catalogue);
  return {
    read: (text) => {
      const reading = read(text);
      return { ...reading, tags: reading.tags.filter(({ span }) => span.text !== 'categories') };
    },
    findRelated: () => [],
    findTag: (id) => catalogue.tag(id),
  };
}

/** The line of one entry: the catalogue first, then its abstract; undefined where neither says anything. */
function lineOfEntry(entry: ListingEntry, catalogue: Catalogue): EntryLine | undefined {
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
