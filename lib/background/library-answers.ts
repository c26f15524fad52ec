/**
 * The background's answers about my papers: saving, marking and removing for panels, cards, popups and
 * listings.
 */
import { annotateEntry } from '@/lib/domain/annotation';
import { isPaperId, type PaperId } from '@/lib/domain/arxiv-id';
import { knownPaperOf, termsOf, unreadPaper } from '@/lib/domain/library/known-paper';
import type { ListingEntry, PageFacts } from '@/lib/domain/page';
import type { Marks } from '@/lib/domain/provenance';
import { annotatorOf } from '@/lib/extension/annotator';
import type { Handlers, Sender } from '@/lib/messages';
import type { BACKGROUND, LIBRARY } from '@/lib/messages/table';
import { openStore } from '@/lib/extension/store';
import {
  restorePapers,
  savePapers,
  removePapers,
  updatePapers,
  type SavablePaper,
} from '@/lib/extension/library/change-papers';
import { askForDurability } from '@/lib/extension/library/durability';
import { fail, type LibraryFault, type LibraryOutcome } from '@/lib/shared/library/outcome';
import { findMarks, findSaved, isPaperSaved } from '@/lib/extension/library/read-papers';
import { listSavedMarks } from '@/lib/extension/library/saved-rows';

/** The outcome of a change: the papers that changed, and whether they are the first ever saved. */
type Answer =
  | { readonly ok: true; readonly ids: readonly PaperId[]; readonly isFirst: boolean }
  | { readonly ok: false; readonly reason: LibraryFault };

/**
 * The facts about a paper: by hand or from its page, otherwise from a pack; at least those on the page or
 * listing.
 */
async function readSavable(id: PaperId, facts: PageFacts): Promise<SavablePaper> {
  const outcome = await openStore();
  const entry: ListingEntry = { ...facts, paperId: id, title: facts.title ?? '' };
  const annotation = outcome.ok
    ? annotateEntry(entry, await outcome.store.get(id), annotatorOf(outcome.taxonomy))
    : undefined;
  const known = annotation ? knownPaperOf(annotation, facts) : unreadPaper(id, facts);
  return { known, terms: termsOf(known.title, { abstract: facts.abstract, summary: known.summary }) };
}

const answerWith = (outcome: LibraryOutcome<readonly PaperId[]>): Answer =>
  outcome.ok ? { ok: true, ids: outcome.value, isFirst: false } : outcome;

async function save(id: PaperId, facts: PageFacts): Promise<Answer> {
  const outcome = await savePapers([await readSavable(id, facts)]);
  if (!outcome.ok) return outcome;
  if (outcome.value.isFirst) await askForDurability();
  return { ok: true, ids: [id], isFirst: outcome.value.isFirst };
}

async function readMarks(ids: readonly PaperId[]): Promise<{ readonly marks: readonly (Marks | null)[] }> {
  const outcome = await findMarks(ids);
  // If the library cannot be read there are no marks; saving reports the failure.
  return { marks: ids.map((id) => (outcome.ok && outcome.value.get(id)) || null) };
}

let lastChange: Promise<unknown> = Promise.resolve();

/**
 * Makes changes in the order in which they were requested. Saving first looks the paper up, which is slow for the
 * first paper: without the queue, a status that the user chooses in the meantime would find no paper and be lost.
 */
function changeInOrder(work: () => Promise<Answer>): Promise<Answer> {
  const answer = lastChange.then(work);
  // The caller gets the failure; the next change is made regardless.
  lastChange = answer.catch(() => undefined);
  return answer;
}

/** Refuses changes from private windows. */
const unlessPrivate = async (sender: Sender, work: () => Promise<Answer>): Promise<Answer> =>
  sender.isPrivate === true ? fail('private') : changeInOrder(work);

/** Answers to extension pages. */
export const LIBRARY_ANSWERS: Handlers<typeof LIBRARY.messages> = {
  save: ({ id, facts }, sender) => unlessPrivate(sender, () => save(id, facts)),
  refresh: ({ id, facts }, sender) =>
    unlessPrivate(sender, async () =>
      (await isPaperSaved(id)) ? save(id, facts) : { ok: true, ids: [], isFirst: false },
    ),
  remove: ({ ids }, sender) => unlessPrivate(sender, async () => answerWith(await removePapers(ids))),
  restore: ({ ids }, sender) => unlessPrivate(sender, async () => answerWith(await restorePapers(ids))),
  update: ({ ids, change }, sender) =>
    unlessPrivate(sender, async () => answerWith(await updatePapers(ids, change))),
  readMarks: ({ ids }) => readMarks(ids),
  listMarks: async () => {
    const marks = await listSavedMarks();
    return { marks: [...marks].map(([id, mark]) => ({ id, ...mark })) };
  },
  readUserMarks: async ({ id }) => {
    const found = await findSaved(id);
    if (!found.ok || !found.value) return null;
    const { status, ownTags, note } = found.value;
    return { status, ownTags, note };
  },
};

/** Answers to scripts on pages, which may save and ask for marks, and read nothing else of my papers. */
export const PAGE_ANSWERS: Pick<Handlers<typeof BACKGROUND.messages>, 'readMarks' | 'saveEntry'> = {
  readMarks: ({ ids }) => readMarks(ids),
  saveEntry: ({ isSaved, entry }, sender) =>
    unlessPrivate(sender, async () =>
      !isPaperId(entry.paperId)
        ? fail('broken')
        : isSaved
          ? save(entry.paperId, entry)
          : answerWith(await removePapers([entry.paperId])),
    ),
};
