/**
 * The salient terms of a paper, which the catalogue keeps of title and abstract, and with which search and
 * related papers work.
 */
import type { WeightedTerm } from '@/lib/domain/paper';
import { BOILERPLATE, STOP_WORDS } from './stop-words';
import { stem, tokenise } from './tokens';
import type { Token } from './tokens';

/**
 * How rare a term is, by its key (see `termKey`): a natural-logarithm inverse document frequency; undefined
 * if the statistics do not have the term.
 */
export type InverseDocumentFrequency = (key: string) => number | undefined;

/** Which terms of a text are kept. */
interface SalientTermsOptions {
  readonly idf?: InverseDocumentFrequency | undefined;
  /** Most terms to keep, default 60. */
  readonly limit?: number | undefined;
  /**
   * Also keep words that abstracts use about themselves, and do not round weights: useless for people, but
   * better for matching full texts.
   */
  readonly boilerplate?: boolean | undefined;
}

/** A term as counted in a text, before it is weighted. */
interface CountedTerm {
  readonly key: string;
  /** The form most frequent in the text: "chest radiographs", "X-ray", "RetinaVLM". */
  readonly surface: string;
  /** Number of words: 1 or 2. */
  readonly length: 1 | 2;
  readonly inTitle: number;
  readonly inBody: number;
}

/** The key of a term: its words folded and stemmed, so that inflected forms share it. */
export const termKey = (term: string): string =>
  tokenise(term)
    .map(({ text }) => stem(text))
    .join(' ');

// Two capitals make a name or an acronym: "MRI", "VLMs", "RetinaVLM". A single one may start a sentence.
const TWO_CAPITALS = /\p{Lu}[^\p{Lu}]*\p{Lu}/u;
const ONE_WORD = /^[\p{L}\p{N}]+$/u;
const isName = (word: string): boolean => TWO_CAPITALS.test(word) && ONE_WORD.test(word);

/** A word as it is shown in a list: names as printed, everything else folded. */
const readable = (token: Token, text: string): string => {
  const printed = text.slice(token.start, token.end);
  return printed.length === token.text.length && isName(printed) ? printed : token.text;
};

/** A single number or letter names no subject. */
const isSubjectWord = (word: string): boolean =>
  word.length > 1 && !/^[\d.]+$/.test(word) && !STOP_WORDS.has(word);

const SENTENCE_GAP = /[.;:!?()[\]\n]|,\s/;

interface Tally {
  key: string;
  length: 1 | 2;
  surfaces: Map<string, number>;
  inTitle: number;
  inBody: number;
}

const tally = (
  counts: Map<string, Tally>,
  key: string,
  surface: string,
  length: 1 | 2,
  title: boolean,
): void => {
  let entry = counts.get(key);
  if (entry === undefined) {
    entry = { key, length, surfaces: new Map(), inTitle: 0, inBody: 0 };
    counts.set(key, entry);
  }
  entry.surfaces.set(surface, (entry.surfaces.get(surface) ?? 0) + 1);
  if (title) entry.inTitle += 1;
  else entry.inBody += 1;
};

const countText = (counts: Map<string, Tally>, text: string, title: boolean): void => {
  let before: Token | undefined;
  for (const token of tokenise(text)) {
    const isSubject = isSubjectWord(token.text);
    if (isSubject) tally(counts, stem(token.text), readable(token, text), 1, title);
    // "GPT-4", "T1-weighted": a number counts if a hyphen joins it to a word.
    const pairs = isSubject || (token.glued && /^\d/.test(token.text));
    if (pairs && before !== undefined && !SENTENCE_GAP.test(text.slice(before.end, token.start))) {
      const surface = `${readable(before, text)}${token.glued ? '-' : ' '}${readable(token, text)}`;
      tally(counts, `${stem(before.text)} ${stem(token.text)}`, surface, 2, title);
    }
    before = isSubject ? token : undefined;
  }
};

const commonest = (surfaces: ReadonlyMap<string, number>): string => {
  let best = '';
  let most = 0;
  for (const [surface, count] of surfaces) {
    if (count > most || (count === most && surface.length < best.length)) [best, most] = [surface, count];
  }
  return best;
};

/** Counts the words and pairs of neighbouring words of title and abstract, without function words. */
export const countTerms = (title: string, abstract: string): CountedTerm[] => {
  const counts = new Map<string, Tally>();
  countText(counts, title, true);
  countText(counts, abstract, false);
  return Array.from(counts.values(), ({ key, length, surfaces, inTitle, inBody }) => ({
    key,
    length,
    surface: commonest(surfaces),
    inTitle,
    inBody,
  }));
};

// Adverbs of manner name no subject; the endings do not match "anomaly", "family" and "assembly".
const ADVERB = /(?:[aeiou]lly|edly|ently|antly|arly|ously|ively|ingly|ately|ably|ibly)$/;

/**
 * True if a term contains an adverb or a word that abstracts use about themselves, and so names no subject.
 */
export const isBoilerplate = ({ surface }: Pick<CountedTerm, 'surface'>): boolean =>
  surface.split(/[ -]/).some((word) => BOILERPLATE.has(word) || ADVERB.test(word));

/** The rarity assumed for a word and for a pair that the statistics do not have. */
const UNKNOWN_WORD_IDF = 8;
const UNKNOWN_PAIR_IDF = 6;
const LEAST_IDF = 0.05;

/** How many occurrences in the abstract one in the title is worth. */
const TITLE_WEIGHT = 3;

// A pair repeats what its words already say, so it needs rarity to count.
const PAIR_WEIGHT = 0.7;

/** The factor by which `salientTerms` multiplies the logarithmic count of a term; never 0. */
export const rarityOf = (key: string, idf: InverseDocumentFrequency | undefined): number => {
  const isPair = key.includes(' ');
  const rarity = idf?.(key) ?? (isPair ? UNKNOWN_PAIR_IDF : UNKNOWN_WORD_IDF);
  return Math.max(rarity, LEAST_IDF) * (isPair ? PAIR_WEIGHT : 1);
};

/** The logarithmic count of a term with its occurrences in the title multiplied; at least 1. */
export const titledCount = ({ inTitle, inBody }: CountedTerm): number =>
  1 + Math.log(inTitle * TITLE_WEIGHT + inBody);

const weigh = (term: CountedTerm, idf: InverseDocumentFrequency | undefined): number => {
  // An unknown pair that occurs once, outside the title, is chance.
  const isChance = idf?.(term.key) === undefined && term.inTitle === 0 && term.inBody < 2;
  return term.length === 2 && isChance ? 0 : titledCount(term) * rarityOf(term.key, idf);
};

/**
 * The most salient terms of a paper, heaviest first: folded words and pairs of words in readable form, with
 * TF-IDF weights that are L2-normalised over the kept terms and rounded to 3 decimals. Without `idf` all
 * terms count as equally rare, so only frequency decides.
 */
export const salientTerms = (
  title: string,
  abstract: string,
  { idf, limit = 60, boilerplate = false }: SalientTermsOptions = {},
): WeightedTerm[] => {
  const weighed = countTerms(title, abstract)
    .filter((term) => boilerplate || !isBoilerplate(term))
    .map((term) => ({ surface: term.surface, weight: weigh(term, idf) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || (a.surface < b.surface ? -1 : 1))
    .slice(0, limit);
  const norm = Math.hypot(...weighed.map(({ weight }) => weight));
  return weighed.map(({ surface, weight }) => {
    const share = weight / norm;
    return [surface, boilerplate ? share : Math.round(share * 1000) / 1000] as const;
  });
};
