/** What the numbers of one sentence share in the search for names: its phrases, subjects and what lies where. */
import type { Token } from '../sentence';
import type { Context } from '../sentence/context';
import { FILLERS } from '../sentence/words';
import type { Phrase } from './phrase';
import { isVerb } from './phrase-lists';
import { findPhrases } from './phrases';
import { factsOfWord } from './word-facts';

/** A sentence's phrases and, for every place between tokens, what lies before and behind it. */
export interface SentenceFacts {
  readonly tokens: readonly Token[];
  readonly phrases: readonly Phrase[];
  /** Tokens of the results, ascending. */
  readonly results: readonly number[];
  readonly subjects: readonly Phrase[];
  /** By clause the first phrase that no preposition leads in: what the clause speaks of. */
  readonly topics: ReadonlyMap<number, Phrase>;
  /** Phrases that a preposition of place leads in. */
  readonly placed: readonly Phrase[];
  /** For each token how many commas, results and closing brackets stand before it. */
  readonly commas: Int16Array;
  readonly resultsBefore: Int16Array;
  readonly closings: Int16Array;
  /** Words of the sentence as printed, owners without their ending. */
  readonly said: ReadonlySet<string>;
  /** Lists are dealt in order: "respectively". */
  readonly isRespective: boolean;
  /** Something is evaluated in it. */
  readonly hasEvaluation: boolean;
  /** It speaks of the paper's own work without naming it. */
  readonly speaksOfOwn: boolean;
  readonly context: Context;
}

/** True where the words say that something is evaluated. */
export const evaluates = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => factsOfWord(token).evaluates);

const OWN: ReadonlySet<string> = new Set(['our', 'we', 'proposed', 'its', 'it', 'this']);
const PLACES = /^(?:on|for|in|across|at|under|when|during|over|within|among|between)$/;

/** True where a preposition says that the phrase is where, for what or under what something holds. */
export const isPlaced = ({ preposition }: Phrase): boolean => PLACES.test(preposition);

/** True for a dataset, or a name by itself, which mostly is one where something was measured. */
export const isDataPhrase = ({ head, isName, isBare }: Phrase): boolean =>
  !isBare && (head === 'data' || (isName && head === 'plain'));

/** True for a phrase that a verb of reporting follows. */
function isSubject(tokens: readonly Token[], context: Context, phrase: Phrase): boolean {
  if (phrase.preposition !== '' && phrase.from > 0) return false;
  let verb = phrase.list.at(-1)?.to ?? phrase.to;
  // "DG loss falls": what the measure is of is no subject.
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
  const phrases = findPhrases({ tokens, mentionOf, results: isResult });
  const count = (holds: (token: Token, at: number) => boolean): Int16Array => {
    const sums = new Int16Array(tokens.length + 1);
    tokens.forEach((token, at) => {
      sums[at + 1] = (sums[at] ?? 0) + (holds(token, at) ? 1 : 0);
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
    said: new Set(tokens.map(({ text }) => (text.endsWith("'s") ? text.slice(0, -2) : text))),
    isRespective: tokens.some(({ lower }) => lower === 'respectively'),
    hasEvaluation: evaluates(tokens),
    speaksOfOwn: tokens.some(({ lower }) => OWN.has(lower)),
    context,
  };
}

const JOINT = /^(?:,|and|or|with|&|\/|both|an?|the|in|also|corresponding|respectively)$/;
/** Tokens between two results beyond which they are no bundle. */
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
 * Bundles of results between which nothing but their metrics is said: "99.8% precision, 99.6% recall and 99.9% NPV".
 * What stands beside a bundle is beside all of it.
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
