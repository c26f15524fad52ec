/**
 * Pairs of texts that say the same thing in other words: title and abstract of a paper, and the two halves of its
 * abstract. Words are stems by number, function words left out.
 */
import { parseDocument, readRows } from '@/lib/cli/corpus';
import { STOP_WORDS } from '@/lib/domain/text/stop-words';
import { stem, tokenise } from '@/lib/domain/text/tokens';

/** Stems of a text, in order, function words and bare numbers left out. */
export const contentStems = (text: string): string[] =>
  tokenise(text).flatMap(({ text: word }) =>
    word.length > 1 && !STOP_WORDS.has(word) && !/^[\d.]+$/.test(word) ? [stem(word)] : [],
  );

/** A text as the training sees it: its stems by number, each once, and how often each stands in it. */
export interface StemCounts {
  readonly stems: Uint16Array;
  readonly counts: Uint8Array;
}

/** A paper's pairs. */
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

/** The sentences of an abstract in two halves of about as many words; the second is empty where there is but one. */
export const halveSentences = (abstract: string): readonly [string, string] => {
  const sentences = abstract.split(/(?<=[.!?])\s+(?=[\p{Lu}\d$])/u);
  let length = 0;
  const cut = sentences.findIndex((sentence) => (length += sentence.length) >= abstract.length / 2);
  const middle = Math.min(Math.max(cut + 1, 1), Math.max(1, sentences.length - 1));
  return [sentences.slice(0, middle).join(' '), sentences.slice(middle).join(' ')];
};

/** Of every so many papers one is held out, so that what was learnt can be tried on texts that were not seen. */
export const HELD_OUT = 5;

/** The words that get vectors, commonest first, how rare each is, and the papers to learn from. */
export interface TextPairs {
  readonly words: readonly string[];
  /** Natural logarithm of all papers over those that have the word, by its number. */
  readonly idf: Float64Array;
  readonly papers: readonly PaperTexts[];
}

/** Reads a corpus; the last paper of every `HELD_OUT` is left out. */
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
