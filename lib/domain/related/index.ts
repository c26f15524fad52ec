/**
 * Related papers: one engine for the catalogue at build time and for a reading when a page is opened.
 * Similarity combines weighted terms, short trained vectors and tags; `data/model/README.md` says how they
 * were chosen.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { RelatedPaper } from '@/lib/domain/paper';
import type { Posting, RelatedIndex, RelatedInput } from './paper-index';
import { weightIn } from './paper-index';
import type { Reason } from './reason';
import { explainNearness } from './reasons';
import { findSharedTags, isName, isDistinctive, stemsOf, stemsOfTag } from './shared';
import type { SharedTerm } from './term-reasons';
import { readQuery, scoreRelated } from './score';
import type { RelatedQuery } from './score';

export { buildRelatedIndex } from './paper-index';
export type { RelatedIndex, RelatedInput } from './paper-index';

/** How many related papers to return, and which to leave out. */
interface RelatedOptions<Id extends string = PaperId> {
  /** Most papers to return, default 8. */
  readonly top?: number | undefined;
  /** Papers to leave out: the query's own id, and other forms of it. */
  readonly exclude?: readonly Id[] | undefined;
  /** The least score, default 0; `NOTHING_NEAR` for readings. */
  readonly threshold?: number | undefined;
}

/** How many surveys are shown beside a paper that is not one. */
export const MOST_SURVEYS = 2;

/** True for two words that are often neighbours in the literature. */
const isPhrase = ({ model }: RelatedIndex<string>, key: string): boolean =>
  key.includes(' ') && model.idf(key) !== undefined;

/**
 * One or two reasons why the paper at a place of the index is near to the query; empty if there is no good
 * one, and then it is not shown. With `anyWill`, for papers linked by hand, the best available reason.
 */
export const explainRelated = (
  index: RelatedIndex<string>,
  query: RelatedQuery,
  paper: number,
  anyWill = false,
): Reason[] => {
  const size = index.ids.length;
  const rarity = (posting: Posting | undefined): number => Math.log(size / (posting?.papers.length ?? size));
  const tags = findSharedTags(
    query.tags.map(({ key }) => key),
    index.tagged[paper] ?? [],
    (id) => rarity(index.tags.get(id)),
    index.tag,
  );
  const titled = new Set([...stemsOf(query.title), ...stemsOf(index.titles[paper] ?? '')]);
  const terms: SharedTerm[] = [];
  for (const { key, surface, weight } of query.terms) {
    const posting = index.terms.get(key);
    const contribution = weight * weightIn(posting, paper);
    if (contribution === 0) continue;
    const isNamed = titled.has(key) || isName(surface) || isPhrase(index, key);
    const isSubject = isNamed && isDistinctive(key, index.model.idf);
    terms.push({ key, surface, contribution, isSubject, rarity: rarity(posting) });
  }
  return explainNearness(tags, terms, stemsOfTag, anyWill);
};

const rankPapers = <Id extends string>(
  index: RelatedIndex<Id>,
  scores: Float64Array,
  { exclude = [], threshold = 0 }: RelatedOptions<Id>,
): number[] => {
  const barred = new Set<string>(exclude);
  return Array.from(scores.keys())
    .filter(
      (at) => (scores[at] ?? 0) > 0 && (scores[at] ?? 0) >= threshold && !barred.has(index.ids[at] ?? ''),
    )
    .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
};

/**
 * The papers nearest to `paper`, nearest first, each with one or two reasons; papers without a good reason
 * are left out, and so is the paper itself by its id. Empty if nothing reaches the threshold.
 */
export const findRelated = <Id extends string>(
  index: RelatedIndex<Id>,
  paper: RelatedInput<Id>,
  options: RelatedOptions<Id> = {},
): (Omit<RelatedPaper, 'id'> & { readonly id: Id })[] => {
  const { top = 8, exclude = [] } = options;
  const query = readQuery(index, paper);
  const scores = scoreRelated(index, query);
  const ranked = rankPapers(index, scores, { ...options, exclude: [paper.id, ...exclude] });
  let surveys = 0;
  const chosen = ranked.filter(
    (at) => query.isSurvey || index.surveys[at] !== true || (surveys += 1) <= MOST_SURVEYS,
  );
  const found: (Omit<RelatedPaper, 'id'> & { readonly id: Id })[] = [];
  for (const at of chosen) {
    if (found.length === top) break;
    const id = index.ids[at];
    const reasons = explainRelated(index, query, at);
    const score = Math.round((scores[at] ?? 0) * 1000) / 1000;
    if (id !== undefined && reasons.length > 0) found.push({ id, score, reasons });
  }
  return found;
};
