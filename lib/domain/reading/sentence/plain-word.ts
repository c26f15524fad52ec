/** A fast path for words of ASCII letters, digits and hyphens, which nearly all are. */
import { isDigit, isLetter } from './characters';
import { addToCheck, addToHash, hashedWord, type KnownWord } from './word-table';

/** What a character is to a word; 0 for those that end it. */
const LETTER = 1;
const DIGIT = 2;
const HYPHEN = 3;
const DOT = 4;
/** May continue a word as a pattern tells. */
const JOINT = 5;

const KINDS = new Uint8Array(2 ** 16).fill(JOINT, 128);
for (let code = 0; code < 128; code += 1) {
  const place = "-.'+/@^_".indexOf(String.fromCharCode(code));
  if (isLetter(code)) KINDS[code] = LETTER;
  else if (isDigit(code)) KINDS[code] = DIGIT;
  else if (place >= 0) KINDS[code] = Math.min(HYPHEN + place, JOINT);
}

/**
 * The word at `at`, where a letter of ASCII stands; it is looked up by hashes that are made on the way to its end.
 * Undefined for words that other characters may continue, which a pattern decides. `codes` are those of the text, with
 * a 0 behind them.
 */
export function plainWordAt(text: string, codes: Uint16Array, at: number): KnownWord | undefined {
  let hash = 0;
  let check = 0;
  let end = at;
  let code = codes[at] ?? 0;
  let kind: number | undefined = LETTER;
  let isLetters = true;
  for (;;) {
    while (kind === LETTER) {
      hash = addToHash(hash, code);
      check = addToCheck(check, code);
      end += 1;
      code = codes[end] ?? 0;
      kind = KINDS[code];
    }
    if (kind === JOINT) return undefined;
    if (kind === DIGIT) isLetters = false;
    else if (kind === HYPHEN) {
      const next = codes[end + 1] ?? 0;
      if (next > 127) return undefined;
      // A hyphen that no letter or digit follows is a mark of its own.
      if (!isLetter(next) && !isDigit(next)) break;
    } else {
      // A dot continues a number ("v1.2") or single capitals ("E.T.").
      if (kind === DOT && (!isLetters || end - at === 1 || !isLetter(codes[end - 2] ?? 0))) return undefined;
      break;
    }
    hash = addToHash(hash, code);
    check = addToCheck(check, code);
    end += 1;
    code = codes[end] ?? 0;
    kind = KINDS[code];
  }
  return hashedWord(text, at, end, hash, check);
}
