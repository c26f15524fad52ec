import { cleanText } from '@/lib/domain/reading/clean-text';
import { findResults } from '@/lib/domain/reading/result';

/** The results of a text, each as `value metric kind role`, the form of the expectations in the tables. */
export const read = (text: string): string[] =>
  findResults(cleanText(text)).map((one) => `${one.value} ${one.metric ?? 'null'} ${one.kind} ${one.role}`);
