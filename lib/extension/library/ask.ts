/**
 * Asks the background about my papers, for panels, cards and popups; nothing is asked in a private window.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { MarksChange, UserMarks } from '@/lib/domain/library/saved-paper';
import type { PageFacts } from '@/lib/domain/page';
import type { Result } from '@/lib/domain/paper';
import type { Marks, SavedMarks } from '@/lib/domain/provenance';
import { askLibrary, askOwn } from '@/lib/messages';
import { OWN } from '@/lib/messages/own-lists';
import { isPrivate } from '@/lib/shared/private-window';
import { askForDurability } from './durability';
import { fail, succeed, type LibraryFault, type LibraryOutcome } from '@/lib/shared/library/outcome';

/** The background's answer to a change. */
type Answer =
  | { readonly ok: true; readonly ids: readonly PaperId[]; readonly isFirst: boolean }
  | { readonly ok: false; readonly reason: LibraryFault };

/** Asks again if the service worker was stopped during the question; all of these questions are safe to repeat. */
async function askTwice(ask: () => Promise<Answer | undefined>): Promise<LibraryOutcome<readonly PaperId[]>> {
  if (await isPrivate()) return fail('private');
  const answer = (await ask()) ?? (await ask());
  if (!answer) return fail('away');
  if (!answer.ok) return answer;
  // A service worker cannot ask for persistent storage
  // (https://developer.mozilla.org/docs/Web/API/StorageManager/persist).
  if (answer.isFirst) void askForDurability();
  return succeed(answer.ids);
}

/** Saves a paper, with the facts on its page where available. */
export const askToSave = (id: PaperId, facts: PageFacts = {}): Promise<LibraryOutcome<readonly PaperId[]>> =>
  askTwice(() => askLibrary('save', { id, facts }));

/** Updates the facts about a saved paper when its page is visited. */
export const askToRefresh = (id: PaperId, facts: PageFacts): Promise<LibraryOutcome<readonly PaperId[]>> =>
  askTwice(() => askLibrary('refresh', { id, facts }));

/** Removes papers; `askToRestore` restores them for thirty days. */
export const askToRemove = (ids: readonly PaperId[]): Promise<LibraryOutcome<readonly PaperId[]>> =>
  askTwice(() => askLibrary('remove', { ids }));

/** Restores removed papers. */
export const askToRestore = (ids: readonly PaperId[]): Promise<LibraryOutcome<readonly PaperId[]>> =>
  askTwice(() => askLibrary('restore', { ids }));

/** Changes status, own tags or note. */
export const askToUpdate = (
  ids: readonly PaperId[],
  change: MarksChange,
): Promise<LibraryOutcome<readonly PaperId[]>> => askTwice(() => askLibrary('update', { ids, change }));

/** Stores the numbers in a saved paper's tables; not in a private window. */
export async function askToSaveTables(id: PaperId, results: readonly Result[]): Promise<void> {
  if (!(await isPrivate())) await askOwn(OWN, 'saveTables', { id, results });
}

/** The marks of these papers; empty if the background does not answer. */
export async function askForMarks(ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, Marks>> {
  const answer = (await askLibrary('readMarks', { ids })) ?? (await askLibrary('readMarks', { ids }));
  return new Map(
    ids.flatMap((id, at) => {
      const marks = answer?.marks[at];
      return marks ? [[id, marks] as const] : [];
    }),
  );
}

/**
 * The user's tags, note and status of a saved paper; undefined if it is not saved, or the background does not
 * answer.
 */
export async function askForUserMarks(id: PaperId): Promise<UserMarks | undefined> {
  return (
    (await askLibrary('readUserMarks', { id })) ?? (await askLibrary('readUserMarks', { id })) ?? undefined
  );
}

/** The user's marks on all saved papers; empty if the background does not answer. */
export async function askForSavedMarks(): Promise<SavedMarks> {
  const answer = (await askLibrary('listMarks')) ?? (await askLibrary('listMarks'));
  return new Map(answer?.marks.map(({ id, status, ownTags }) => [id, { status, ownTags }]));
}
