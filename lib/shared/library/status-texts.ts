/** How far the user has come with a saved paper, as the interface says it. */
import type { ReadingStatus } from '@/lib/domain/provenance';
import type { TextKey } from '@/lib/shared/texts';

/** The name of each status. */
export const STATUS_TEXTS: Readonly<Record<ReadingStatus, TextKey>> = {
  'to-read': 'status_toRead',
  reading: 'status_reading',
  read: 'status_read',
};
