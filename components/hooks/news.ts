import { forgetNews as forget } from '@/lib/extension/news';

/** Records that the user has seen what is new. */
export const forgetNews = (): void => void forget();
