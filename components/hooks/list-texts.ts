/** Texts and marks of lists, shared by the page and the popup. */
export { markOf } from '@/lib/shared/listing/line-texts';
export { countWords, isNothingLeft, isOffered, SWITCHES } from '@/lib/shared/listing/tool-texts';
