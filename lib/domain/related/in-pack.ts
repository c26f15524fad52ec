/**
 * Related papers within a pack: one pass over its postings of salient terms and its papers' vectors, then the
 * best are compared by tags as well, and those are kept for which there is a reason. Pure functions over
 * typed arrays, so that it runs wherever the pack is.
 */
import type { SearchIndex } from '@/lib/domain/search';
import { addTerm, forEachHolder, holdersOf } from '@/lib/domain/search/terms';
import { countOfValue } from '@/lib/domain/search/values';
import type { RelatedModel } from './model';
import { MOST_RELATED } from './most-related';
import type { TagLookup } from './paper-index';
import { tagWeights } from './paper-index';
import { compareAll, type PaperVectors } from './paper-vectors';
import type { Reason } from './reason';
import { explainNearness } from './reasons';
import { findSharedTags, isName, isDistinctive, stemsOfTag } from './shared';
import type { QueryPaper } from './query-paper';
import type { SharedTerm } from './term-reasons';
import { takeBest } from './top';
import { normalise } from './vectors';

/** How many surveys are shown beside a paper that is not one; they also count less. */
const MOST_SURVEYS = 2;
const SURVEY_FACTOR = 0.85;
/** How many papers are compared by tags and explained. */
const WEIGHED = 300;
/**
 * The exponent of rarity in the weights of terms that packs keep. At 1, a rare word used once would come
 * before a topic named three times; at 0.4, of two words of the topic chosen by three rules (used twice;
 * heaviest by TF-IDF; rarest) both are kept in 0.9 to 0.98 of 2,000 abstracts. The search applies rarity
 * itself.
 */
export const TERM_RARITY = 0.4;
/** Shares of vectors and tags in the similarity; `data/model/README.md` says how they were chosen. */
export const PACK_SHARES = { dense: 0.2, tags: 0.15 } as const;

/** The parts of a pack in which related papers are found. */
export interface PackParts {
  readonly index: SearchIndex;
  /** Absent if the pack has none that can be read; then only words and tags are compared. */
  readonly vectors?: PaperVectors | undefined;
  readonly model: RelatedModel;
  readonly look: TagLookup;
  /**
   * The rarity of a tag in nats, for packs too small to measure it: among three saved papers on one subject no
   * tag of it is rare. The rarity of words is then taken from the literature's table.
   */
  readonly rarityOfTag?: ((id: string) => number) | undefined;
}

/** A near paper of the pack. */
interface NearPaper {
  /** Its number in the pack. */
  readonly paper: number;
  /** 0 to 1. */
  readonly score: number;
  /** Never empty. */
  readonly reasons: readonly Reason[];
}

/** Which papers to return. */
interface NearOptions {
  /** The number of the paper itself, which is left out. */
  readonly self?: number | undefined;
  /** The least similarity. */
  readonly threshold?: number | undefined;
}

interface WeighedWord {
  readonly key: string;
  readonly surface: string;
  readonly isTitled: boolean;
  readonly weight: number;
  readonly holders: number;
}

/** The rarity of a stem in nats: in the literature if known, otherwise in the pack. */
const rarityIn = ({ index, model }: PackParts, key: string, holders: number): number =>
  Math.max(0.05, model.idf(key) ?? Math.log((index.size + 1) / (holders + 0.5)));

const weighWords = (parts: PackParts, { words }: QueryPaper): WeighedWord[] => {
  const held = words.map(({ key }) => holdersOf(parts.index, key));
  const weights = normalise(
    words.map(({ key, count }, at) => count * rarityIn(parts, key, held[at] ?? 0) ** TERM_RARITY),
  );
  return words.map(({ key, surface, isTitled }, at) => ({
    key,
    surface,
    isTitled,
    weight: weights[at] ?? 0,
    holders: held[at] ?? 0,
  }));
};

/** The similarity of all papers' texts to the given one, 0 to 1. */
export const scoreTexts = (
  parts: PackParts,
  sought: QueryPaper,
  share: number = PACK_SHARES.dense,
  words: readonly WeighedWord[] = weighWords(parts, sought),
): Float32Array => {
  const { index, vectors } = parts;
  const dense = vectors === undefined || sought.vector.every((x) => x === 0) ? 0 : share;
  const scores = new Float32Array(index.size);
  for (const { key, weight } of words) addTerm(index, key, weight * (1 - dense), scores);
  if (vectors === undefined || dense === 0) return scores;
  const likeness = new Float32Array(index.size);
  compareAll(vectors, sought.vector, likeness);
  for (let paper = 0; paper < index.size; paper += 1)
    scores[paper] = (scores[paper] ?? 0) + dense * Math.max(0, likeness[paper] ?? 0);
  return scores;
};

interface Tagging {
  readonly tagsOf: (paper: number) => readonly string[];
  readonly heldBy: (id: string) => number;
}

const taggings = new WeakMap<SearchIndex, Tagging>();

const taggingOf = (index: SearchIndex): Tagging => {
  const known = taggings.get(index);
  if (known !== undefined) return known;
  const { values, starts, numbers } = index.table;
  const counts = new Map<string, number>();
  for (const [value, { kind, text }] of values.entries())
    if (kind === 'tags') counts.set(text, countOfValue(index.table, value));
  const made: Tagging = {
    tagsOf: (paper) =>
      Array.from(numbers.subarray(starts[paper], starts[paper + 1])).flatMap((value) => {
        const each = values[value];
        return each?.kind === 'tags' ? [each.text] : [];
      }),
    heldBy: (id) => counts.get(id) ?? 0,
  };
  taggings.set(index, made);
  return made;
};

/** The similarity of tags, 0 to 1; undefined if one of the two has none. */
const compareTags = (
  parts: PackParts,
  tagging: Tagging,
  sought: QueryPaper,
): ((tags: readonly string[]) => number | undefined) => {
  const weigh = (tags: readonly string[]): ReadonlyMap<string, number> => {
    const weights = tagWeights(tags, tagging.heldBy, parts.index.size, parts.look);
    return new Map(tags.map((id, at) => [id, weights[at] ?? 0]));
  };
  const own = weigh(sought.tags);
  return (tags) => {
    if (own.size === 0 || tags.length === 0) return undefined;
    let sum = 0;
    for (const [id, weight] of weigh(tags)) sum += weight * (own.get(id) ?? 0);
    return sum;
  };
};

/** By paper, the salient words that it shares with the given one. */
const findSharedTerms = (
  parts: PackParts,
  words: readonly WeighedWord[],
  papers: ReadonlySet<number>,
): ReadonlyMap<number, readonly SharedTerm[]> => {
  const { index, model, rarityOfTag } = parts;
  const found = new Map<number, SharedTerm[]>();
  for (const { key, surface, isTitled, weight, holders } of words) {
    if (!isDistinctive(key, model.idf)) continue;
    const rarity = rarityOfTag ? rarityIn(parts, key, holders) : Math.log(index.size / Math.max(1, holders));
    const weights = new Map<number, { weight: number; isTitled: boolean }>();
    forEachHolder(index, key, (paper, own, isInTitle) => {
      if (!papers.has(paper)) return;
      const before = weights.get(paper);
      weights.set(paper, {
        weight: Math.max(own, before?.weight ?? 0),
        isTitled: isInTitle || before?.isTitled === true,
      });
    });
    for (const [paper, own] of weights) {
      const isSubject = isTitled || own.isTitled || isName(surface);
      const term = { key, surface, rarity, contribution: weight * own.weight, isSubject };
      found.set(paper, [...(found.get(paper) ?? []), term]);
    }
  }
  return found;
};

/** The nearest papers of a pack, nearest first, each with a reason. Empty if nothing is near. */
export const findNearPapers = (
  parts: PackParts,
  sought: QueryPaper,
  { self, threshold = 0 }: NearOptions = {},
): NearPaper[] => {
  const { index, look, rarityOfTag } = parts;
  const words = weighWords(parts, sought);
  const texts = scoreTexts(parts, sought, PACK_SHARES.dense, words);
  const counted = taggingOf(index);
  const tagging: Tagging = rarityOfTag
    ? { ...counted, heldBy: (id) => index.size * Math.exp(-rarityOfTag(id)) }
    : counted;
  const compare = compareTags(parts, tagging, sought);
  const best = takeBest(texts, WEIGHED);
  const weighed = best
    .map((paper) => {
      const tags = tagging.tagsOf(paper);
      const likeness = compare(tags);
      const text = texts[paper] ?? 0;
      const mixed = likeness === undefined ? text : text + PACK_SHARES.tags * (likeness - text);
      const isSurveyFor = !sought.isSurvey && tags.includes('survey');
      return { paper, tags, isSurveyFor, score: Math.min(1, mixed * (isSurveyFor ? SURVEY_FACTOR : 1)) };
    })
    .filter(({ paper, score }) => paper !== self && score > 0 && score >= threshold)
    .toSorted((a, b) => b.score - a.score || a.paper - b.paper);
  const terms = findSharedTerms(parts, words, new Set(weighed.map(({ paper }) => paper)));
  const rarityOf =
    rarityOfTag ?? ((id: string): number => Math.log(index.size / Math.max(1, tagging.heldBy(id))));
  const near: NearPaper[] = [];
  let surveys = 0;
  for (const { paper, tags, isSurveyFor, score } of weighed) {
    if (near.length === MOST_RELATED) break;
    if (isSurveyFor && surveys === MOST_SURVEYS) continue;
    const shared = findSharedTags(sought.tags, tags, rarityOf, look);
    const reasons = explainNearness(shared, terms.get(paper) ?? [], stemsOfTag);
    if (reasons.length === 0) continue;
    if (isSurveyFor) surveys += 1;
    near.push({ paper, score: Math.round(score * 1000) / 1000, reasons });
  }
  return near;
};
