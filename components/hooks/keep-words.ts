/** Words of saved papers, as pages and listings have them. */
export { marksWord } from '@/lib/shared/listing/line-words';
export { FAULT_TEXTS } from '@/lib/shared/library/fault-texts';
export { STATUS_TEXTS } from '@/lib/shared/library/status-texts';
