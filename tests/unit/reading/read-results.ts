import { cleanText } from '@/lib/domain/reading/clean-text';
import { findResults } from '@/lib/domain/reading/result';

/** The results of a text, each as `value metric kind role`, which is how the tables state what they expect. */
export const read = (text: string): string[] =>
  findResults(cleanText(text)).map((one) => `${one.value} ${one.metric ?? 'null'} ${one.kind} ${one.role}`);
