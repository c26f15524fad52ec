/** Tells sentences about the works of others: "Existing methods rely on …". */
import type { Span } from '../../paper';

/** In characters; longer sentences are rarely about one thing from beginning to end. */
const REACH = 250;

/** How a sentence begins whose subject are other works. */
const SUBJECT = new RegExp(
  [
    String.raw`^\s*(?:(?:however|while|although|though|whereas|unlike|in contrast to|compared (?:to|with))\b,?\s+)?`,
    String.raw`(?:the\s+)?(?:(?:many|most|some)\s+)?(?:of\s+the\s+)?`,
    String.raw`(?:conventional|traditional|existing|previous|prior|current|earlier|most|many|other|typical|standard)\s`,
    String.raw`(?:[\w-]+\s){0,4}?`,
    String.raw`(?:approaches|methods|works?|models|techniques|studies|solutions|systems|pipelines|algorithms|frameworks|efforts|reviews|research|literature|strategies|paradigms?|practices?|detectors|architectures)\b`,
  ].join(''),
  'i',
);

const SENTENCE_END = /[.!?]\s+(?=\p{Lu})/gu;

/**
 * True for a place behind the subject of a sentence about other works; on 3,000 abstracts, five in six methods
 * and qualities that are named nowhere else are not the paper's own.
 */
export function isOfOtherWorks(abstract: string, { start }: Span): boolean {
  const before = abstract.slice(Math.max(0, start - REACH), start);
  let from = 0;
  for (const end of before.matchAll(SENTENCE_END)) from = end.index + end[0].length;
  // The sentence must begin within reach, or its subject is unknown.
  if (from === 0 && start > REACH) return false;
  return SUBJECT.test(before.slice(from));
}
