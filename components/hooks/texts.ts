/** The extension's texts in the user's language. */
export { tDay } from '@/lib/shared/days';
export { t, tCount, type TextKey } from '@/lib/shared/texts';
