/**
 * Finds the words with which every match of a pattern begins, so that the pattern is tried only at those
 * words.
 */
import { listWords, stemAt, STEM_LETTERS } from '../word-list';

/**
 * The pattern written out once for each alternative of the `(?:…)` at its start; the pattern itself if it
 * starts with none.
 */
function alternativesOf(pattern: string): string[] {
  if (!pattern.startsWith('(?:')) return [pattern];
  const parts = [''];
  let depth = 0;
  for (const { 0: mark, index } of pattern.matchAll(/\\.|\(\?[:=!]|\[[^\]]*\]|./g)) {
    if (mark === ')' && depth === 1) {
      const rest = pattern.slice(index + 1);
      if (/^[?*{]/.test(rest)) break;
      return parts.flatMap((part) => alternativesOf(part + rest));
    }
    if (mark === '|' && depth === 1) parts.push('');
    else if (depth > 0) parts[parts.length - 1] += mark;
    if (mark.startsWith('(')) depth += 1;
    else if (mark === ')') depth -= 1;
  }
  return [pattern];
}

/** Letters with which every match begins; a letter that is optional or repeated ends them. */
const SURE = /^(?:[a-z](?![?*+{]))*/i;
/** What must not stand before the first word, of two levels of parentheses. */
const LOOKBEHIND = /^\(\?<!(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/;
/** What certainly ends a word. */
const WORD_END = /^(?:(?:[ -]|\\s)(?![?*{])|\\b)/;

/**
 * The stems (see `stemAt`) of the words with which every match of `pattern` begins. Undefined if they are
 * unknown: the pattern may match within a word, or begins with fewer letters than a stem has.
 */
export function headsOf(pattern: string): number[] | undefined {
  if (!pattern.startsWith(String.raw`\b`)) return undefined;
  const body = pattern.slice(2).replace(LOOKBEHIND, '');
  const heads = alternativesOf(body).map((alternative) => {
    const [sure = ''] = SURE.exec(alternative) ?? [];
    const isWhole = sure !== '' && WORD_END.test(alternative.slice(sure.length));
    return sure.length >= STEM_LETTERS || isWhole ? stemAt(listWords(sure), 0) : undefined;
  });
  return heads.includes(undefined) ? undefined : heads.filter((head) => head !== undefined);
}
