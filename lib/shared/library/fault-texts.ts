/** Messages about papers that could not be saved: what happened and what to do. */
import type { TextKey } from '@/lib/shared/texts';
import type { LibraryFault } from './outcome';

/** A sentence for each reason. */
export const FAULT_TEXTS: Readonly<Record<LibraryFault, TextKey>> = {
  private: 'keep_private',
  full: 'keep_full',
  broken: 'keep_broken',
  away: 'keep_away',
};
