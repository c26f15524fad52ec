/**
 * The salient terms of a paper: what the catalogue keeps of title and abstract,
 * and what search and related papers are built from.
 */
import type { WeightedTerm } from '@/lib/domain/paper';
import { BOILERPLATE, STOP_WORDS } from './stop-words';
import { stem, tokenise } from './tokens';
import type { Token } from './tokens';

/**
 * How telling a term is, by its key (see `termKey`): a natural-log inverse
 * document frequency; undefined where the statistics do not know the term.
 */
export type InverseDocumentFrequency = (key: string) => number | undefined;

/** What is kept of a text's terms. */
export interface SalientTermsOptions {
  readonly idf?: InverseDocumentFrequency | undefined;
  /** Most terms to keep; 60 unless told. */
  readonly limit?: number | undefined;
  /**
   * Also keep the words by which every abstract speaks of itself, and do not
   * round: no reading matter, but matching full texts gains by both.
   */
  readonly boilerplate?: boolean | undefined;
}

/** Terms as counted in a text, before any weighing. */
export interface CountedTerm {
  readonly key: string;
  /** The form in which the text most often has it: "chest radiographs", "X-ray", "RetinaVLM". */
  readonly surface: string;
  /** Words it is made of: 1 or 2. */
  readonly length: 1 | 2;
  readonly inTitle: number;
  readonly inBody: number;
}

/** Key of a readable term: its words folded and stemmed. Terms that inflect one another share a key. */
export const termKey = (term: string): string =>
  tokenise(term)
    .map(({ text }) => stem(text))
    .join(' ');

// Two capitals make a name or an acronym: "MRI", "VLMs", "RetinaVLM". One may be the start of a sentence.
const TWO_CAPITALS = /\p{Lu}[^\p{Lu}]*\p{Lu}/u;
const ONE_WORD = /^[\p{L}\p{N}]+$/u;
const isName = (word: string): boolean => TWO_CAPITALS.test(word) && ONE_WORD.test(word);

/** A word as a reader would have it in a list: names as printed, all else folded. */
const readable = (token: Token, text: string): string => {
  const printed = text.slice(token.start, token.end);
  return printed.length === token.text.length && isName(printed) ? printed : token.text;
};

/** A number alone, or a letter alone, says nothing of a subject. */
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
    // "GPT-4", "T1-weighted": a number counts where a hyphen ties it to a word.
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

/** Counts words and pairs of neighbouring words of title and abstract; function words are left out. */
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

// Adverbs of manner name no subject; the endings leave "anomaly", "family" and "assembly" alone.
const ADVERB = /(?:[aeiou]lly|edly|ently|antly|arly|ously|ively|ingly|ately|ably|ibly)$/;

/** Whether a term has a word by which every abstract speaks of itself, or an adverb: it names no subject. */
export const isBoilerplate = ({ surface }: Pick<CountedTerm, 'surface'>): boolean =>
  surface.split(/[ -]/).some((word) => BOILERPLATE.has(word) || ADVERB.test(word));

/** Rarity assumed of a word, and of a pair, that the statistics do not know. */
const UNKNOWN_WORD_IDF = 8;
const UNKNOWN_PAIR_IDF = 6;
const LEAST_IDF = 0.05;

/** An occurrence in the title weighs as this many in the abstract. */
const TITLE_WEIGHT = 3;

// A pair repeats what its words already say: it counts for less, and earns its place by rarity.
const PAIR_WEIGHT = 0.7;

/** What `salientTerms` multiplies the logarithmic count of a term by, given its key: never 0. */
export const rarityOf = (key: string, idf: InverseDocumentFrequency | undefined): number => {
  const isPair = key.includes(' ');
  const rarity = idf?.(key) ?? (isPair ? UNKNOWN_PAIR_IDF : UNKNOWN_WORD_IDF);
  return Math.max(rarity, LEAST_IDF) * (isPair ? PAIR_WEIGHT : 1);
};

/** Logarithmic count of a term, its occurrences in the title counted several times: at least 1. */
export const titledCount = ({ inTitle, inBody }: CountedTerm): number =>
  1 + Math.log(inTitle * TITLE_WEIGHT + inBody);

const weigh = (term: CountedTerm, idf: InverseDocumentFrequency | undefined): number => {
  // A pair that nobody else writes and that this text writes once, outside the title, is chance.
  const isChance = idf?.(term.key) === undefined && term.inTitle === 0 && term.inBody < 2;
  return term.length === 2 && isChance ? 0 : titledCount(term) * rarityOf(term.key, idf);
};

/**
 * The most telling terms of a paper, heaviest first: readable folded words and
 * pairs of words, with TF-IDF weights that are L2-normalised over the terms
 * kept and rounded to 3 decimals. Without `idf` every term is taken as equally
 * rare and only counts decide.
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
