/** A fast path for words of ASCII letters, digits and hyphens, which nearly all are. */
import { isDigit, isLetter } from './characters';
import { addToCheck, addToHash, hashedWord, type KnownWord } from './word-table';

const DOT = 46;
const HYPHEN = 45;
/** 1 for the character codes that may continue a word, besides letters, digits and dots: `'+/@^_`. */
const JOINTS = new Uint8Array(128);
for (const code of [39, 43, 47, 64, 94, 95]) JOINTS[code] = 1;

/**
 * The word at `at`, where a letter of ASCII stands; it is looked up by hashes that are made on the way to its end.
 * Undefined for words that other characters may continue, which a pattern decides.
 */
export function plainWordAt(text: string, at: number): KnownWord | undefined {
  let hash = 0;
  let check = 0;
  let end = at;
  let code = text.charCodeAt(at);
  let isLetters = true;
  for (;;) {
    while (isLetter(code)) {
      hash = addToHash(hash, code);
      check = addToCheck(check, code);
      code = text.charCodeAt(++end);
    }
    if (isDigit(code)) isLetters = false;
    else if (code === HYPHEN) {
      const next = text.charCodeAt(end + 1);
      if (next > 127) return undefined;
      // A hyphen that no letter or digit follows is a mark of its own.
      if (!isLetter(next) && !isDigit(next)) break;
    } else {
      // A dot continues a number ("v1.2") or single capitals ("E.T.").
      const isOpen = code === DOT && (!isLetters || end - at === 1 || !isLetter(text.charCodeAt(end - 2)));
      if (code > 127 || isOpen || JOINTS[code] === 1) return undefined;
      break;
    }
    hash = addToHash(hash, code);
    check = addToCheck(check, code);
    code = text.charCodeAt(++end);
  }
  return hashedWord(text, at, end, hash, check);
}
