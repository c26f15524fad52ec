/**
 * What the numbers of one sentence share in the search for names: its phrases, its subjects, and how they are
 * arranged.
 */
import type { Token } from '../sentence';
import type { Context } from '../sentence/context';
import { FILLERS } from '../sentence/words';
import type { Phrase } from './phrase';
import { isVerb } from './phrase-lists';
import { findPhrases } from './phrases';
import { factsOfWord, type WordFacts } from './word-facts';

/** The phrases of a sentence and, for every token, counts from which distances follow. */
export interface SentenceFacts {
  readonly tokens: readonly Token[];
  readonly phrases: readonly Phrase[];
  /** Tokens of the numbers that are results, ascending. */
  readonly results: readonly number[];
  readonly subjects: readonly Phrase[];
  /** By clause, the first phrase without a preposition: the topic of the clause. */
  readonly topics: ReadonlyMap<number, Phrase>;
  /** Phrases after a preposition of place. */
  readonly placed: readonly Phrase[];
  /** For each token, how many commas, results and closing brackets stand before it. */
  readonly commas: readonly number[];
  readonly resultsBefore: readonly number[];
  readonly closings: readonly number[];
  /** The sentence says "respectively", so lists are paired in order. */
  readonly isRespective: boolean;
  /** The sentence says that something is evaluated. */
  readonly hasEvaluation: boolean;
  /** The sentence speaks of "our" work without naming it. */
  readonly speaksOfOwn: boolean;
  readonly context: Context;
}

/** True if the words say that something is evaluated. */
export const evaluates = (words: readonly WordFacts[]): boolean => words.some((word) => word.evaluates);

const OWN: ReadonlySet<string> = new Set(['our', 'we', 'proposed', 'its', 'it', 'this']);
const PLACES: ReadonlySet<string> = new Set(
  'on for in across at under when during over within among between'.split(' '),
);

/** True if a preposition makes the phrase the place, purpose or condition of something. */
export const isPlaced = ({ preposition }: Phrase): boolean => PLACES.has(preposition);

/** True for a dataset, or for a name alone, which is usually one on which something was measured. */
export const isDataPhrase = ({ head, isName, isBare }: Phrase): boolean =>
  !isBare && (head === 'data' || (isName && head === 'plain'));

/** True for a phrase that a reporting verb follows. */
function isSubject(tokens: readonly Token[], context: Context, phrase: Phrase): boolean {
  if (phrase.preposition !== '' && phrase.from > 0) return false;
  let verb = phrase.list.at(-1)?.to ?? phrase.to;
  // In "DG loss falls" the phrase before the metric is not the subject.
  if (context.mentionOf.has(verb)) return false;
  for (let steps = 0; steps < 3 && !isVerb(tokens[verb]?.lower ?? ''); steps += 1) verb += 1;
  return isVerb(tokens[verb]?.lower ?? '');
}

function findTopics(context: Context, phrases: readonly Phrase[]): ReadonlyMap<number, Phrase> {
  const topics = new Map<number, Phrase>();
  for (const phrase of phrases) {
    const clause = context.clauses[phrase.from] ?? 0;
    if (phrase.preposition === '' && phrase.head !== 'metric' && !topics.has(clause))
      topics.set(clause, phrase);
  }
  return topics;
}

/** Reads a sentence; `results` are the tokens of its numbers that are results. Linear in its tokens. */
export function factsOf(context: Context, results: readonly number[]): SentenceFacts {
  const { tokens, mentionOf } = context;
  const isResult = new Set(results);
  const words = tokens.map(factsOfWord);
  const phrases = findPhrases({ tokens, words, mentionOf, results: isResult });
  // Short typed arrays cost more than arrays, since they lie outside the heap.
  const count = (holds: (token: Token, at: number) => boolean): readonly number[] => {
    let sum = 0;
    const sums = [sum];
    tokens.forEach((token, at) => {
      if (holds(token, at)) sum += 1;
      sums.push(sum);
    });
    return sums;
  };
  return {
    tokens,
    phrases,
    results,
    subjects: phrases.filter((phrase) => isSubject(tokens, context, phrase)),
    topics: findTopics(context, phrases),
    placed: phrases.filter((phrase) => phrase.head !== 'metric' && isPlaced(phrase)),
    commas: count(({ text }) => text === ','),
    resultsBefore: count((_, at) => isResult.has(at)),
    closings: count(({ text }) => text === ')'),
    isRespective: tokens.some(({ lower }) => lower === 'respectively'),
    hasEvaluation: evaluates(words),
    speaksOfOwn: tokens.some(({ lower }) => OWN.has(lower)),
    context,
  };
}

const JOINT = /^(?:,|and|or|with|&|\/|both|an?|the|in|also|corresponding|respectively)$/;
/** Most tokens between two results of one bundle. */
const GAP = 14;

function isOpen(context: Context, from: number, to: number): boolean {
  if (to - from >= GAP) return false;
  for (let at = from + 1; at < to; at += 1) {
    const token = context.tokens[at];
    if (!token || context.mentionOf.has(at) || JOINT.test(token.lower)) continue;
    if (token.kind !== 'word' || !FILLERS.has(token.lower) || /^(?:at|from|by)$/.test(token.lower))
      return false;
  }
  return true;
}

/**
 * Bundles of results with only their metrics between them: "99.8% precision, 99.6% recall and 99.9% NPV". A
 * phrase beside a bundle is beside each of its results.
 */
export function bundlesOf(context: Context, results: readonly number[]): readonly (readonly number[])[] {
  const bundles: number[][] = [];
  for (const at of results) {
    const last = bundles.at(-1);
    const before = last?.at(-1);
    if (last && before !== undefined && isOpen(context, before, at)) last.push(at);
    else bundles.push([at]);
  }
  return bundles;
}
