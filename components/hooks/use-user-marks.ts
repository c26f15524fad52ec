import { useCallback } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { MarksChange, UserMarks } from '@/lib/domain/library/saved-paper';
import { askForUserMarks, askToUpdate } from '@/lib/extension/library/ask';
import type { LibraryOutcome } from '@/lib/shared/library/outcome';
import { useLoaded } from './use-loaded';

/** Changes the user's status, tags or note of a saved paper. */
export const changeSaved = (id: PaperId, change: MarksChange): Promise<LibraryOutcome<readonly PaperId[]>> =>
  askToUpdate([id], change);

/** Own tags and note of a saved paper, as they were when first loaded; undefined until then. */
export function useUserMarks(id: PaperId): UserMarks | undefined {
  return useLoaded(useCallback(() => askForUserMarks(id), [id])).value;
}
