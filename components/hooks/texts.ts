/** What the extension says, in the user's language. */
export { tDay } from '@/lib/shared/days';
export { t, tCount, type TextKey } from '@/lib/shared/texts';
