/**
 * Reads what kind of thing a paper contributes, from how its title is built and from the sentences that say
 * what it proposes, builds, proves or studies.
 */
import type { PaperText } from '../../paper';
import { countWords, startOf, stemAt, wordsOf, type PaperWords, type WordList } from '../word-list';
import type { Sign } from './sign';
import { SIGNS } from './signs';

/** A sign that can match at a word, if the next word has one of these stems. */
interface Possible {
  readonly sign: Sign;
  /** Undefined if the next word may be any. */
  readonly seconds: ReadonlySet<number> | undefined;
}

interface Signs {
  /** Signs that can match at a word, by its stem. */
  readonly byHead: ReadonlyMap<number, readonly Possible[]>;
  /** 1 at the hash of each of those stems, so that most words are skipped. */
  readonly ends: Uint8Array;
  readonly anywhere: readonly Sign[];
}

const ENDS = 2 ** 14;
const endOfStem = (stem: number): number => (stem ^ (stem >> 14)) & (ENDS - 1);

/** The sign, if it can match at words with this stem. */
function possibleAt(head: number, sign: Sign): Possible[] {
  const own = sign.heads.filter(({ first }) => first === head);
  if (own.length === 0) return [];
  const isOpen = own.some(({ seconds }) => seconds === undefined);
  return [{ sign, seconds: isOpen ? undefined : new Set(own.flatMap(({ seconds = [] }) => [...seconds])) }];
}

function signsOf(where: Sign['where']): Signs {
  const own = SIGNS.filter((sign) => sign.where === where);
  const heads = new Set(own.flatMap((sign) => sign.heads.map(({ first }) => first)));
  const ends = new Uint8Array(ENDS);
  for (const head of heads) ends[endOfStem(head)] = 1;
  return {
    ends,
    byHead: new Map(Array.from(heads, (head) => [head, own.flatMap((sign) => possibleAt(head, sign))])),
    anywhere: own.filter(({ anywhere }) => anywhere),
  };
}
const NONE: readonly Possible[] = [];
const TITLE = signsOf('title');
const ABSTRACT = signsOf('abstract');

/** Adds the signs that match in the text to `found`. */
function findSigns(text: string, words: WordList, { byHead, ends, anywhere }: Signs, found: Set<Sign>): void {
  for (const sign of anywhere) if (sign.anywhere?.test(text)) found.add(sign);
  const count = countWords(words);
  for (let at = 0; at < count; at += 1) {
    const stem = stemAt(words, at);
    if (ends[endOfStem(stem)] === 0) continue;
    for (const { sign, seconds } of byHead.get(stem) ?? NONE) {
      if (seconds?.has(stemAt(words, at + 1)) === false || found.has(sign)) continue;
      sign.pattern.lastIndex = startOf(words, at);
      if (sign.pattern.test(text)) found.add(sign);
    }
  }
}

/** The weight that a contribution needs: one explicit statement, or two weak ones. */
const NEEDED: Readonly<Record<string, number>> = {
  method: 3,
  model: 3,
  dataset: 3,
  benchmark: 3,
  challenge: 4,
  survey: 5,
  evaluation: 4,
  software: 4,
  theory: 4,
};
const MAX_CONTRIBUTIONS = 3;

/**
 * The weights needed in fields that are not read: explicit, repeated or in the title, and only for
 * contributions that mean the same there.
 */
const NEEDED_PLAIN: Readonly<Record<string, number>> = { theory: 6, software: 6, dataset: 6, benchmark: 7 };

/**
 * Ids of the contributions, the weightiest first. `method` if the text gives no sign, since most papers
 * contribute one; empty for an empty text. `plain` keeps only explicit ones: a sky survey is not a survey.
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
  // If the paper contributes something else too, the method comes first, unless the title names the other.
  const named = [...weights]
    .filter(([id, weight]) => weight >= (NEEDED[id] ?? 3))
    .toSorted(([one, a], [other, b]) => b - a + (other === 'method' ? 2 : 0) - (one === 'method' ? 2 : 0))
    .map(([id]) => id);
  // A paper that proposes nothing and reports findings is a study.
  if (named.length === 0 && (weights.get('evaluation') ?? 0) > (weights.get('method') ?? 0))
    return ['evaluation'];
  return named.length === 0 ? ['method'] : named.slice(0, MAX_CONTRIBUTIONS);
}

/** Removes contradictory signs: a survey proposes no method, and every method is evaluated. */
function settle(weights: Map<string, number>): void {
  const weight = (id: string): number => weights.get(id) ?? 0;
  if (weight('survey') >= 6) weights.delete('method');
  // Every method paper evaluates: a study beside a proposal counts only if it is announced as one.
  if (weight('method') >= 5 && weight('evaluation') < 6) weights.delete('evaluation');
  else if (weight('method') >= 3 && weight('evaluation') < 5) weights.delete('evaluation');
  // "We introduce a property and prove that …" uses the verbs of proposing without naming a method.
  if (weight('theory') >= 5 && weight('method') < 5) weights.delete('method');
  // "We introduce a dataset" uses the verbs of proposing; without the word "method" it proposes none.
  const madeThing = ['dataset', 'benchmark', 'software'].some((id) => weight(id) >= 6);
  if (madeThing && weight('method') < 5) weights.delete('method');
}
