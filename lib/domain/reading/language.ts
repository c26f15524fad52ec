/**
 * Whether an abstract is in English, the only language whose sentences are read. A browser translates what it shows,
 * and in another language a metric's name stands beside another number: "0,11 et une AUROC de 0,91".
 */

/** Frequent words of English that other languages with Latin letters do not have, or rarely. */
const ENGLISH =
  /\b(?:the|and|to|with|that|this|from|are|our|which|by|than|these|it|while|has|have|be|can|based|using|however)\b/gi;

/**
 * The least of these words per character. In 20,000 abstracts the fewest in an English one were .0083; one in Spanish
 * with English terms had .0044.
 */
const LEAST = 0.006;

/** Texts with fewer characters may lack these words by chance. */
const SHORT = 200;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** False if most of a text is in another language; true for short texts, unless most letters are not Latin. */
export function isEnglish(text: string): boolean {
  if (text.length < SHORT) return 2 * countOf(text, /[a-z]/gi) >= countOf(text, /\p{L}/gu);
  let left = text.length * LEAST;
  ENGLISH.lastIndex = 0;
  while (left > 0 && ENGLISH.test(text)) left -= 1;
  return left <= 0;
}
