/**
 * Reads what kind of thing a paper contributes, from how its title is built and from the sentences that say
 * what it proposes, builds, proves or studies.
 */
import type { PaperText } from '../../paper';
import { countWords, startOf, wordsOf, type PaperWords, type WordList } from '../word-list';
import { HeadTable, isHeadAt, type Head } from '../heads';
import type { Sign } from './sign';
import { SIGNS } from './signs';

/** A head of the sign with this index in `SIGNS`. */
interface SignHead extends Head {
  readonly index: number;
  readonly pattern: RegExp;
}

interface Signs {
  readonly heads: HeadTable<SignHead>;
  /** The parts of signs that can match anywhere. */
  readonly anywhere: readonly Pick<SignHead, 'index' | 'pattern'>[];
}

function signsOf(where: Sign['where']): Signs {
  const own = SIGNS.flatMap((sign, index) => (sign.where === where ? [{ ...sign, index }] : []));
  return {
    heads: new HeadTable(
      own.flatMap(({ heads, index, pattern }) => heads.map((head) => ({ ...head, index, pattern }))),
    ),
    anywhere: own.flatMap(({ anywhere, index }) => (anywhere ? [{ index, pattern: anywhere }] : [])),
  };
}
const TITLE = signsOf('title');
const ABSTRACT = signsOf('abstract');

/** Sets the indexes of the signs that match in the text to true in `found`. */
function findSigns(text: string, words: WordList, { heads, anywhere }: Signs, found: boolean[]): void {
  for (const { index, pattern } of anywhere) found[index] = pattern.test(text);
  const count = countWords(words);
  for (let at = 0; at < count; at += 1) {
    const list = heads.listAt(words, at);
    if (!list) continue;
    for (const head of list) {
      const { index, pattern } = head;
      if (found[index] === true || !isHeadAt(head, words, at)) continue;
      pattern.lastIndex = startOf(words, at);
      found[index] = pattern.test(text);
    }
  }
}

/** Less than others need: that a paper proposes something is enough, whatever it calls it. */
const NEEDED_METHOD = 2;

/** The weight that a contribution needs: one explicit statement, or two weak ones. */
const NEEDED: Readonly<Record<string, number>> = {
  method: NEEDED_METHOD,
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
  const found = SIGNS.map(() => false);
  findSigns(paper.title, words.title, TITLE, found);
  findSigns(paper.abstract, words.abstract, ABSTRACT, found);
  SIGNS.forEach(({ id, weight }, index) => {
    if (found[index] === true) weights.set(id, (weights.get(id) ?? 0) + weight);
  });
  settle(weights);
  if (which === 'plain')
    return Object.entries(NEEDED_PLAIN).flatMap(([id, least]) =>
      (weights.get(id) ?? 0) >= least ? [id] : [],
    );
  // If the paper contributes something else too, the method comes first, unless the title names the other.
  const weightOf = (id: string): number => weights.get(id) ?? 0;
  const rank = (id: string): number => weightOf(id) + (id === 'method' ? 2 : 0);
  const named = [...weights.keys()]
    .filter((id) => weightOf(id) >= (NEEDED[id] ?? 3))
    .toSorted((one, other) => rank(other) - rank(one));
  // A paper that proposes nothing and reports findings is a study.
  if (named.length === 0 && weightOf('evaluation') > weightOf('method')) return ['evaluation'];
  return named.length === 0 ? ['method'] : named.slice(0, MAX_CONTRIBUTIONS);
}

/** Removes contradictory signs: a survey proposes no method, and every method is evaluated. */
function settle(weights: Map<string, number>): void {
  const weight = (id: string): number => weights.get(id) ?? 0;
  if (weight('survey') >= 6) weights.delete('method');
  // Every method paper evaluates: a study beside a proposal counts only if it is announced as one.
  if (weight('method') >= NEEDED_METHOD && weight('evaluation') < 6) weights.delete('evaluation');
  // "We introduce a property and prove that …" uses the verbs of proposing without naming a method.
  if (weight('theory') >= 5 && weight('method') < 5) weights.delete('method');
  // "We introduce a dataset" uses the verbs of proposing; without the word "method" it proposes none.
  const madeThing = ['dataset', 'benchmark', 'software'].some((id) => weight(id) >= 6);
  if (madeThing && weight('method') < 5) weights.delete('method');
}
