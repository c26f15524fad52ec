/** Words and marks of lists, as the page and the popup have them. */
export { markOf } from '@/lib/shared/listing/line-words';
export { countWords, isNothingLeft, isOffered, SWITCHES } from '@/lib/shared/listing/tool-words';
