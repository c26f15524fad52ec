/** Remembers papers met, as reported by scripts on pages. */
import { annotateEntry, type Annotation } from '@/lib/domain/annotation';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { knownPaperOf, termsOf } from '@/lib/domain/library/known-paper';
import type { ListingEntry, PageFacts } from '@/lib/domain/page';
import { annotatorOf } from '@/lib/extension/annotator';
import { runTask } from '@/lib/shared/failures';
import { readEntries } from '@/lib/background/entry-lines';
import type { Handlers, Sender } from '@/lib/messages';
import type { BACKGROUND } from '@/lib/messages/table';
import { openStore } from '@/lib/extension/store';
import { daysOfMet, rememberMet } from '@/lib/extension/library/met-papers';
import { compileOwnLists } from './compile-lists';

/** Whether a message comes from a window that is certainly not private. */
const isOpenly = (sender: Sender): boolean => sender.isPrivate === false;

/**
 * Remembers entries with abstracts in a visited list, with what was read of them; `annotations` are in the
 * same order.
 */
async function meetEntries(
  entries: readonly ListingEntry[],
  annotations: readonly (Annotation | undefined)[],
  sender: Sender,
): Promise<void> {
  if (!isOpenly(sender) || (await daysOfMet()) === 0) return;
  const outcome = await rememberMet(
    entries.flatMap((entry, at) => {
      const annotation = annotations[at];
      if (!entry.abstract || !annotation) return [];
      const known = knownPaperOf(annotation, entry);
      return [{ known, terms: termsOf(known.title, entry) }];
    }),
  );
  if (outcome.ok && outcome.value > 0) compileOwnLists();
}

/** Remembers the paper whose page is open, with the facts on the page. */
async function meetPage(id: PaperId, facts: PageFacts, sender: Sender): Promise<void> {
  if (!isOpenly(sender) || !facts.title || !facts.abstract || (await daysOfMet()) === 0) return;
  const outcome = await openStore();
  if (!outcome.ok) return;
  const held = await outcome.store.get(id);
  const entry = { ...facts, paperId: id, title: facts.title };
  await meetEntries([entry], [annotateEntry(entry, held, annotatorOf(outcome.taxonomy))], sender);
}

/** Answers to scripts on listings and papers' pages, sent before anything is stored. */
export const MEETING_ANSWERS: Pick<Handlers<typeof BACKGROUND.messages>, 'readEntries' | 'meetPage'> = {
  readEntries: async ({ entries }, sender) => {
    const { lines, annotations } = await readEntries(entries);
    runTask('papers met', meetEntries(entries, annotations, sender));
    return { lines };
  },
  meetPage: ({ id, facts }, sender) => {
    runTask('papers met', meetPage(id, facts, sender));
    return { done: true };
  },
};
