/** What the extension says, in the user's language. */
export { t, tCount, type TextKey } from '@/lib/shared/texts';
