/**
 * The background's answer to a listing: one line for each entry. The only state is the store, which is opened when
 * it is first needed.
 */
import { annotateEntry, type Annotation, type Annotator, type TitleAnnotator } from '@/lib/domain/annotation';
import { withMarks, type EntryLine } from '@/lib/domain/entry';
import { lineOf } from '@/lib/domain/entry/from-annotation';
import type { ListingEntry } from '@/lib/domain/page';
import { annotatorOf } from '@/lib/extension/annotator';
import { findMarks } from '@/lib/extension/library/read-papers';
import { openStore, type OpenStore } from '@/lib/extension/store';

/** Annotates an abstract for a line, without the tags that the listing's categories already show. */
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

/**
 * The annotation of an entry, from the store or from the text in its listing; undefined if there is neither.
 */
async function annotate(
  entry: ListingEntry,
  { store }: OpenStore,
  annotator: Annotator & TitleAnnotator,
): Promise<Annotation | undefined> {
  return annotateEntry(entry, await store.get(entry.paperId), annotator);
}

/** Lines of entries, and the annotations from which they were made. */
interface ReadEntries {
  /** In the order of the entries; null if there is nothing to show. Empty without a store. */
  readonly lines: readonly (EntryLine | null)[];
  readonly annotations: readonly (Annotation | undefined)[];
}

/** Reads the entries of a listing. */
export async function readEntries(entries: readonly ListingEntry[]): Promise<ReadEntries> {
  const outcome = await openStore();
  if (!outcome.ok) return { lines: entries.map(() => null), annotations: [] };
  const annotator = lineAnnotator(outcome);
  const [annotations, marks] = await Promise.all([
    Promise.all(entries.map((entry) => annotate(entry, outcome, annotator))),
    findMarks(entries.map(({ paperId }) => paperId)),
  ]);
  const lines = annotations.map(
    (annotation, at) => (annotation && lineOf(annotation, entries[at]?.version)) ?? null,
  );
  // If the library cannot be read, no marks are shown.
  if (!marks.ok) return { lines, annotations };
  const marked = entries.map(({ paperId }, at) => withMarks(lines[at] ?? null, marks.value.get(paperId)));
  return { lines: marked, annotations };
}
