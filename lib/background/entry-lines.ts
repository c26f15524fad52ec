/**
 * The background's answer to a listing: one line an entry. Nothing is kept but
 * the store, which each life of the background opens once, when first asked.
 */
import { annotateEntry, type Annotator, type TitleAnnotator } from '@/lib/domain/annotation';
import { withMarks, type EntryLine } from '@/lib/domain/entry';
import { lineOf } from '@/lib/domain/entry/from-annotation';
import type { ListingEntry } from '@/lib/domain/page';
import { annotatorOf } from '@/lib/extension/annotator';
import { findMarks } from '@/lib/extension/library/read-papers';
import { openStore, type OpenStore } from '@/lib/extension/store';

/** Reads an abstract for a line alone: what the listing's own categories say it says already. */
function lineAnnotator({ taxonomy }: OpenStore): Annotator & TitleAnnotator {
  const { read, ...others } = annotatorOf(taxonomy);
  return {
    read: (text) => {
      const reading = read(text);
      return { ...reading, tags: reading.tags.filter(({ span }) => span.text !== 'categories') };
    },
    ...others,
  };
}

/** The line of one entry; null where neither the store nor its abstract nor its title says anything. */
async function lineOfEntry(
  entry: ListingEntry,
  { store }: OpenStore,
  annotator: Annotator & TitleAnnotator,
): Promise<EntryLine | null> {
  const held = await store.get(entry.paperId);
  const annotation = annotateEntry(entry, held, annotator);
  return (annotation && lineOf(annotation, entry.version)) ?? null;
}

/** Lines in the order of the entries; null where there is nothing to say. Without a store: nothing at all. */
export async function readEntryLines(
  entries: readonly ListingEntry[],
): Promise<{ readonly lines: readonly (EntryLine | null)[] }> {
  const outcome = await openStore();
  if (!outcome.ok) return { lines: entries.map(() => null) };
  const annotator = lineAnnotator(outcome);
  const [lines, marks] = await Promise.all([
    Promise.all(entries.map((entry) => lineOfEntry(entry, outcome, annotator))),
    findMarks(entries.map(({ paperId }) => paperId)),
  ]);
  // A library that cannot be read shows no marks.
  if (!marks.ok) return { lines };
  return { lines: entries.map(({ paperId }, at) => withMarks(lines[at] ?? null, marks.value.get(paperId))) };
}
