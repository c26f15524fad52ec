/** Words of saved papers, as pages and listings have them. */
export { marksWord } from '@/lib/services/listing/line-words';
export { FAULT_TEXTS } from '@/lib/services/library/fault-texts';
export { STATUS_TEXTS } from '@/lib/services/library/status-texts';
