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

/** What is known of an entry, by the store or by what its listing shows; undefined where that is nothing. */
async function annotate(
  entry: ListingEntry,
  { store }: OpenStore,
  annotator: Annotator & TitleAnnotator,
): Promise<Annotation | undefined> {
  return annotateEntry(entry, await store.get(entry.paperId), annotator);
}

/** Lines of entries, and what they were made of. */
export interface ReadEntries {
  /** In the order of the entries; null where there is nothing to say. Without a store: nothing at all. */
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
  // A library that cannot be read shows no marks.
  if (!marks.ok) return { lines, annotations };
  const marked = entries.map(({ paperId }, at) => withMarks(lines[at] ?? null, marks.value.get(paperId)));
  return { lines: marked, annotations };
}
