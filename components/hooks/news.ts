import { forgetNews as forget } from '@/lib/extension/news';

/** The user has read what is new. */
export const forgetNews = (): void => void forget();
