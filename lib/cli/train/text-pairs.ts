/**
 * Pairs of texts with the same meaning in different words: title and abstract of a paper, and the two halves of
 * its abstract. Words are numbered stems, without function words.
 */
import { parseDocument, readRows } from '@/lib/cli/corpus';
import { STOP_WORDS } from '@/lib/domain/text/stop-words';
import { stem, tokenise } from '@/lib/domain/text/tokens';

/** The stems of a text in order, without function words and bare numbers. */
export const contentStems = (text: string): string[] =>
  tokenise(text).flatMap(({ text: word }) =>
    word.length > 1 && !STOP_WORDS.has(word) && !/^[\d.]+$/.test(word) ? [stem(word)] : [],
  );

/** A text for training: the numbers of its distinct stems, and how often each occurs. */
export interface StemCounts {
  readonly stems: Uint16Array;
  readonly counts: Uint8Array;
}

/** The texts of a paper that form its pairs. */
export interface PaperTexts {
  readonly title: StemCounts;
  readonly abstract: StemCounts;
  readonly firstHalf: StemCounts;
  readonly secondHalf: StemCounts;
}

/** Counts the stems that have a number. */
export const countStems = (stems: readonly string[], numberOf: ReadonlyMap<string, number>): StemCounts => {
  const counts = new Map<number, number>();
  for (const each of stems) {
    const number = numberOf.get(each);
    if (number !== undefined) counts.set(number, Math.min(255, (counts.get(number) ?? 0) + 1));
  }
  return { stems: Uint16Array.from(counts.keys()), counts: Uint8Array.from(counts.values()) };
};

/**
 * Splits an abstract's sentences into two halves of about equal length; the second is empty if there is only
 * one sentence.
 */
export const halveSentences = (abstract: string): readonly [string, string] => {
  const sentences = abstract.split(/(?<=[.!?])\s+(?=[\p{Lu}\d$])/u);
  let length = 0;
  const cut = sentences.findIndex((sentence) => (length += sentence.length) >= abstract.length / 2);
  const middle = Math.min(Math.max(cut + 1, 1), Math.max(1, sentences.length - 1));
  return [sentences.slice(0, middle).join(' '), sentences.slice(middle).join(' ')];
};

/** One in this many papers is held out, so that vectors can be evaluated on unseen texts. */
export const HELD_OUT = 5;

/**
 * The words that get vectors, commonest first, their inverse document frequencies, and the papers to train on.
 */
export interface TextPairs {
  readonly words: readonly string[];
  /** The natural logarithm of all papers over those with the word, by the word's number. */
  readonly idf: Float64Array;
  readonly papers: readonly PaperTexts[];
}

/** Reads a corpus; the last of every `HELD_OUT` papers is held out. */
export const readTextPairs = async (path: string, most: number): Promise<TextPairs> => {
  const texts: { readonly title: readonly string[]; readonly halves: readonly (readonly string[])[] }[] = [];
  const frequencies = new Map<string, number>();
  let papers = 0;
  for await (const row of readRows(path)) {
    const document = row.fault === undefined ? parseDocument(row.value) : row.fault;
    if (typeof document === 'string') continue;
    papers += 1;
    if (papers % HELD_OUT === 0) continue;
    const title = contentStems(document.title);
    const halves = halveSentences(document.abstract).map(contentStems);
    texts.push({ title, halves });
    for (const each of new Set([...title, ...halves.flat()]))
      frequencies.set(each, (frequencies.get(each) ?? 0) + 1);
  }
  const commonest = [...frequencies].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, most);
  const numberOf = new Map(commonest.map(([word], number) => [word, number]));
  return {
    words: commonest.map(([word]) => word),
    idf: Float64Array.from(commonest, ([, frequency]) => Math.log(texts.length / frequency)),
    papers: texts.map(({ title, halves: [first = [], second = []] }) => ({
      title: countStems(title, numberOf),
      abstract: countStems([...first, ...second], numberOf),
      firstHalf: countStems(first, numberOf),
      secondHalf: countStems(second, numberOf),
    })),
  };
};
