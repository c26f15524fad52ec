/** Decides whether a form is said about the paper, or about something absent, beaten or replaced. */
import { startOf, endOf, hashAt, listWords, wordAt, type WordList } from '../word-list';
import { bitOf } from './vocabulary';

interface Words {
  readonly texts: ReadonlySet<string>;
  /** Of each word, so that nearly all words of a text are ruled out without being cut out of it. */
  readonly hashes: ReadonlySet<number>;
  /** A bit for each hash, by which most words are ruled out first. */
  readonly bits: number;
}

const words = (list: string): Words => {
  const texts = list.split(/\s+/);
  const hashes = texts.map((word) => hashAt(listWords(word), 0));
  const bits = hashes.reduce((all, hash) => all | bitOf(hash), 0);
  return { texts: new Set(texts), hashes: new Set(hashes), bits };
};

const NEGATIONS = words('without no not unlike beyond non avoiding eliminating');
const ONLY = words('only');

/** "outperforms ensembles", "more than CNNs do", "replaces convolutions": the form names a rival. */
const CONTRASTS = words(
  `outperform outperforms outperformed outperforming surpass surpasses surpassed surpassing exceeds exceeding beats beating
   than versus vs unlike beyond replace replaces replaced replacing instead compared comparison`,
);
/** "Conventional CNNs": the form names earlier work. */
const OLD = words('traditional conventional classical vanilla prior previous existing');
/** "CNN baselines": the form names what is compared with. */
const RIVALS = words('baseline baselines counterpart counterparts competitors');

/** In words; longer lists of rivals are rare. */
const REACH = 5;

/** True if the word number `at` is one of the words, in any case. */
function isOneOf({ texts, hashes, bits }: Words, text: string, list: WordList, at: number): boolean {
  if (at < 0) return false;
  const hash = hashAt(list, at);
  return (bits & bitOf(hash)) !== 0 && hashes.has(hash) && texts.has(wordAt(text, list, at).toLowerCase());
}

/** True for "without reinforcement learning", "no reader study": named as absent. */
export function isAbsent(text: string, list: WordList, at: number): boolean {
  return (
    (isOneOf(NEGATIONS, text, list, at - 1) && !isOneOf(ONLY, text, list, at)) ||
    (isOneOf(NEGATIONS, text, list, at - 2) && !isOneOf(ONLY, text, list, at - 1))
  );
}

/** True if the form of `length` words at word `at` names what the paper compares itself with. */
export function isContrast(text: string, list: WordList, at: number, length: number): boolean {
  if (isOneOf(RIVALS, text, list, at + length) || isOneOf(RIVALS, text, list, at + length + 1)) return true;
  // The word before belongs to another clause: "beyond the first tier. Few-shot learning …".
  if (/[.;:]/.test(text.slice(endOf(list, at - 1), startOf(list, at)))) return false;
  for (let back = 1; back <= REACH && at - back >= 0; back += 1) {
    if (isOneOf(CONTRASTS, text, list, at - back) || (back <= 2 && isOneOf(OLD, text, list, at - back)))
      return true;
    // A word in another clause does not refer to the form.
    const gap = text.slice(endOf(list, at - back - 1), startOf(list, at - back));
    if (/[.;:()]/.test(gap)) return false;
  }
  return false;
}
