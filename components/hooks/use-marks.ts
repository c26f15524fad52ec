import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PageFacts } from '@/lib/domain/page';
import type { Marks } from '@/lib/domain/provenance';
import { askForMarks, askToRefresh, askToSave, askToRemove } from '@/lib/extension/library/ask';
import { createMarksBoard } from '@/lib/pages/marks-board';
import type { LibraryFault } from '@/lib/shared/library/outcome';

/** One for each extension page. */
const board = createMarksBoard(askForMarks);

/** The user's marks on a paper, updated on every change; undefined if there are none. */
export function useMarks(id: PaperId): Marks | undefined {
  const subscribe = useCallback((onChange: () => void) => board.subscribe(id, onChange), [id]);
  return useSyncExternalStore(subscribe, () => board.get(id));
}

/** The outcome of saving or removing a paper. */
type SaveOutcome =
  { readonly ok: true; readonly isSaved: boolean } | { readonly ok: false; readonly reason: LibraryFault };

/**
 * Saves a paper, or removes it if it is saved; shown at once, and reverted if it fails. If it is saved again
 * within thirty days, it has its status, tags and note again. `facts` are those of its page, where available.
 */
export async function toggleSaved(id: PaperId, facts?: PageFacts): Promise<SaveOutcome> {
  const before = board.get(id);
  const isSaved = before === undefined;
  board.expect(id, isSaved ? { saved: true, status: 'to-read' } : undefined);
  const outcome = await (isSaved ? askToSave(id, facts) : askToRemove([id]));
  if (outcome.ok) return { ok: true, isSaved };
  board.expect(id, before);
  return outcome;
}

/**
 * Completes a saved paper when its page is visited, because an imported paper only has an id. Once for each
 * visit.
 */
export function useRefreshedPaper(id: PaperId, facts: PageFacts | undefined): void {
  useEffect(() => {
    // If this fails, the paper stays as it was saved.
    if (facts?.abstract !== undefined) void askToRefresh(id, facts);
  }, [id, facts]);
}
