/** Decides whether a form is said about the paper, or about something absent, beaten or replaced. */
import { startOf, endOf, wordAt, type WordList } from '../word-list';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const NEGATIONS = words('without no not unlike beyond non avoiding eliminating');

/** "outperforms ensembles", "more than CNNs do", "replaces convolutions": the form names a rival. */
const CONTRASTS = words(
  `outperform outperforms outperformed outperforming surpass surpasses surpassed surpassing exceeds exceeding beats beating
   than versus vs unlike replace replaces replaced replacing instead compared comparison`,
);
/** "Conventional CNNs": the form names earlier work. */
const OLD = words('traditional conventional classical vanilla prior previous existing');
/** "CNN baselines": the form names what is compared with. */
const RIVALS = words('baseline baselines counterpart counterparts competitors');

/** In words; longer lists of rivals are rare. */
const REACH = 5;

const lower = (text: string, list: WordList, at: number): string =>
  at < 0 ? '' : wordAt(text, list, at).toLowerCase();

/** True for "without reinforcement learning", "no reader study": named as absent. */
export function isAbsent(text: string, list: WordList, at: number): boolean {
  return [1, 2].some(
    (back) => NEGATIONS.has(lower(text, list, at - back)) && lower(text, list, at - back + 1) !== 'only',
  );
}

/** True if the form of `length` words at word `at` names what the paper compares itself with. */
export function isContrast(text: string, list: WordList, at: number, length: number): boolean {
  if (RIVALS.has(lower(text, list, at + length)) || RIVALS.has(lower(text, list, at + length + 1)))
    return true;
  for (let back = 1; back <= REACH && at - back >= 0; back += 1) {
    const word = lower(text, list, at - back);
    if (CONTRASTS.has(word) || (back <= 2 && OLD.has(word))) return true;
    // A word in another clause does not refer to the form.
    const gap = text.slice(endOf(list, at - back - 1), startOf(list, at - back));
    if (/[.;:()]/.test(gap)) return false;
  }
  return false;
}
