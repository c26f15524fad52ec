/** Messages about papers that could not be saved: what happened and what to do. */
import type { TextKey } from '@/lib/shared/texts';
import type { LibraryFault } from './outcome';

/** A sentence for each reason. */
export const FAULT_TEXTS: Readonly<Record<LibraryFault, TextKey>> = {
  private: 'save_private',
  full: 'save_full',
  broken: 'save_broken',
  away: 'save_away',
};
