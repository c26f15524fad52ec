/** Texts about saved papers, shared by pages and listings. */
export { marksWord } from '@/lib/shared/listing/line-texts';
export { FAULT_TEXTS } from '@/lib/shared/library/fault-texts';
export { STATUS_TEXTS } from '@/lib/shared/library/status-texts';
