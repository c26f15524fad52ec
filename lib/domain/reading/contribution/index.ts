/**
 * What kind of thing a paper adds: read from how its title is built and from
 * the sentences in which it says what it proposes, builds, proves or studies.
 */
import type { PaperText } from '../../paper';
import { countWords, startOf, stemAt, wordsOf, type PaperWords, type WordList } from '../word-list';
import type { Sign } from './sign';
import { SIGNS } from './signs';

interface Signs {
  /** Those that may fit at a word, by its stem. */
  readonly byHead: ReadonlyMap<number, readonly Sign[]>;
  /** 1 at the ends of those stems: most words are passed over by it. */
  readonly ends: Uint8Array;
  readonly anywhere: readonly Sign[];
}

const ENDS = 2 ** 14;
const endOfStem = (stem: number): number => (stem ^ (stem >> 14)) & (ENDS - 1);

function signsOf(where: Sign['where']): Signs {
  const own = SIGNS.filter((sign) => sign.where === where);
  const heads = new Set(own.flatMap((sign) => [...sign.heads]));
  const ends = new Uint8Array(ENDS);
  for (const head of heads) ends[endOfStem(head)] = 1;
  return {
    ends,
    byHead: new Map(Array.from(heads, (head) => [head, own.filter((sign) => sign.heads.has(head))])),
    anywhere: own.filter(({ anywhere }) => anywhere),
  };
}
const TITLE = signsOf('title');
const ABSTRACT = signsOf('abstract');

/** Takes up the signs that the text shows. */
function findSigns(text: string, words: WordList, { byHead, ends, anywhere }: Signs, found: Set<Sign>): void {
  for (const sign of anywhere) if (sign.anywhere?.test(text)) found.add(sign);
  const count = countWords(words);
  for (let at = 0; at < count; at += 1) {
    const stem = stemAt(words, at);
    if (ends[endOfStem(stem)] === 0) continue;
    for (const sign of byHead.get(stem) ?? []) {
      if (found.has(sign)) continue;
      sign.pattern.lastIndex = startOf(words, at);
      if (sign.pattern.test(text)) found.add(sign);
    }
  }
}

/** What a contribution needs to be named: a way of saying it outright, or two faint ones. */
const NEEDED: Readonly<Record<string, number>> = {
  method: 3,
  model: 3,
  dataset: 3,
  benchmark: 3,
  challenge: 4,
  survey: 5,
  evaluation: 4,
  software: 4,
  theory: 3,
};
const MAX_CONTRIBUTIONS = 3;

/** In a field that is not read: said outright, more than once or in the title, and of kinds that mean there what they mean here. */
const NEEDED_PLAIN: Readonly<Record<string, number>> = { theory: 6, software: 6, dataset: 6, benchmark: 7 };

/**
 * Ids of the contributions, the weightiest first; a method where the text says
 * nothing at all, since that is what most papers add. Empty for an empty text.
 * `plain` leaves out whatever is not said outright: a sky survey is no survey.
 */
export function findContribution(
  paper: PaperText,
  words: PaperWords = wordsOf(paper),
  which: 'all' | 'plain' = 'all',
): string[] {
  if (paper.abstract.trim() === '' && paper.title.trim() === '') return [];
  const weights = new Map<string, number>();
  const found = new Set<Sign>();
  findSigns(paper.title, words.title, TITLE, found);
  findSigns(paper.abstract, words.abstract, ABSTRACT, found);
  for (const sign of SIGNS)
    if (found.has(sign)) weights.set(sign.id, (weights.get(sign.id) ?? 0) + sign.weight);
  settle(weights);
  if (which === 'plain')
    return Object.entries(NEEDED_PLAIN).flatMap(([id, least]) =>
      (weights.get(id) ?? 0) >= least ? [id] : [],
    );
  // Beside another thing the method is the main one, unless the title is the other's.
  const named = [...weights]
    .filter(([id, weight]) => weight >= (NEEDED[id] ?? 3))
    .toSorted(([one, a], [other, b]) => b - a + (other === 'method' ? 2 : 0) - (one === 'method' ? 2 : 0))
    .map(([id]) => id);
  // A paper that proposes nothing and finds something is a study.
  if (named.length === 0 && (weights.get('evaluation') ?? 0) > (weights.get('method') ?? 0))
    return ['evaluation'];
  return named.length === 0 ? ['method'] : named.slice(0, MAX_CONTRIBUTIONS);
}

/** Ways of saying that speak against each other: a survey proposes no method, a method is evaluated in every paper. */
function settle(weights: Map<string, number>): void {
  const weight = (id: string): number => weights.get(id) ?? 0;
  if (weight('survey') >= 6) weights.delete('method');
  // Every method paper evaluates: a study beside a proposal must be announced in so many words.
  if (weight('method') >= 5 && weight('evaluation') < 6) weights.delete('evaluation');
  else if (weight('method') >= 3 && weight('evaluation') < 5) weights.delete('evaluation');
  // "We introduce a property and prove that …": the verbs of proposing without a method in words.
  if (weight('theory') >= 5 && weight('method') < 5) weights.delete('method');
  // "We introduce a dataset" uses the verbs of proposing; without "method" in words, it proposes none.
  const madeThing = ['dataset', 'benchmark', 'software'].some((id) => weight(id) >= 6);
  if (madeThing && weight('method') < 5) weights.delete('method');
}
