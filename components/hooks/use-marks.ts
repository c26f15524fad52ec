import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PageFacts } from '@/lib/domain/page';
import type { Marks } from '@/lib/domain/provenance';
import { askForMarks, askToRefresh, askToSave, askToTakeOut } from '@/lib/extension/library/ask';
import { createMarksBoard } from '@/lib/pages/marks-board';
import type { LibraryFault } from '@/lib/shared/library/outcome';

/** One board a page. */
const board = createMarksBoard(askForMarks);

/** What the user did with a paper, live; undefined where they did nothing. */
export function useMarks(id: PaperId): Marks | undefined {
  const subscribe = useCallback((onChange: () => void) => board.subscribe(id, onChange), [id]);
  return useSyncExternalStore(subscribe, () => board.get(id));
}

/** What became of a wish to save a paper or to take it out. */
export type KeepOutcome =
  { readonly ok: true; readonly isSaved: boolean } | { readonly ok: false; readonly reason: LibraryFault };

/**
 * Saves a paper, or takes it out where it is saved; shown at once, and taken back where it fails. Saved again within
 * thirty days, it has its status, tags and note again. `facts`: what its page states, where available.
 */
export async function toggleSaved(id: PaperId, facts?: PageFacts): Promise<KeepOutcome> {
  const before = board.get(id);
  const isSaved = before === undefined;
  board.expect(id, isSaved ? { saved: true, status: 'to-read' } : undefined);
  const outcome = await (isSaved ? askToSave(id, facts) : askToTakeOut([id]));
  if (outcome.ok) return { ok: true, isSaved };
  board.expect(id, before);
  return outcome;
}

/** Fills in a saved paper when its page is met: one that was imported is known by its id alone. Once a visit. */
export function useRefreshedPaper(id: PaperId, facts: PageFacts | undefined): void {
  useEffect(() => {
    // Where it cannot be, it stays as it was saved.
    if (facts?.abstract !== undefined) void askToRefresh(id, facts);
  }, [id, facts]);
}
