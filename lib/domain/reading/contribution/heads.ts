/** The words with which a pattern's fits begin, read from the pattern itself: only where one stands need it be tried. */
import { listWords, stemAt, STEM_LETTERS } from '../word-list';

/** What the pattern is with each alternative of the `(?:…)` at its start; itself where it starts with none. */
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

/** Letters that every fit begins with; a letter that may be missing, or come again, is none of them. */
const SURE = /^(?:[a-z](?![?*+{]))*/i;
/** What ends a word for certain. */
const WORD_END = /^(?:(?:[ -]|\\s)(?![?*{])|\\b)/;

/**
 * The stems (see `stemAt`) of the words with which every fit of `pattern` begins; undefined where that is
 * not known: a pattern that may fit within a word, or one that begins with fewer letters than a stem has.
 */
export function headsOf(pattern: string): number[] | undefined {
  if (!pattern.startsWith(String.raw`\b`)) return undefined;
  const heads = alternativesOf(pattern.slice(2)).map((alternative) => {
    const [sure = ''] = SURE.exec(alternative) ?? [];
    const isWhole = sure !== '' && WORD_END.test(alternative.slice(sure.length));
    return sure.length >= STEM_LETTERS || isWhole ? stemAt(listWords(sure), 0) : undefined;
  });
  return heads.includes(undefined) ? undefined : heads.filter((head) => head !== undefined);
}
