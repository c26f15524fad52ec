/** Texts for the user's reading status of a saved paper. */
import type { ReadingStatus } from '@/lib/domain/provenance';
import type { TextKey } from '@/lib/shared/texts';

/** The name of each status. */
export const STATUS_TEXTS: Readonly<Record<ReadingStatus, TextKey>> = {
  'to-read': 'status_toRead',
  reading: 'status_reading',
  read: 'status_read',
};
