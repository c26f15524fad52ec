/** Which tokens continue a noun phrase. */
import type { Token } from '../sentence';
import type { MetricMention } from '../sentence/mention';
import type { NumberMention } from '../sentence/number-form';
import { NO_WORD, type WordFacts } from './word-facts';
import { PREPOSITIONS } from './words';

/** What phrases are read from: a sentence's tokens, words and metrics, and which numbers are results. */
export interface Source {
  readonly tokens: readonly Token[];
  /** The facts of each token. */
  readonly words: readonly WordFacts[];
  readonly mentionOf: ReadonlyMap<number, MetricMention>;
  readonly results: ReadonlySet<number>;
}

/** Nouns that are in the lists of verbs too; they count as nouns where a phrase could end. */
const NOUN_TOO = /^(?:reports?|results|scores?|runs|images|records|estimates|leads)$/;

/**
 * The facts of the word at a token; those of no word beyond the sentence. Negative indexes are told apart since they
 * make the engine slow.
 */
export const wordAt = ({ words }: Source, at: number): WordFacts =>
  at < 0 ? NO_WORD : (words[at] ?? NO_WORD);

/** True if the token continues a noun phrase. */
export function isPart(source: Source, at: number): boolean {
  const token = source.tokens[at];
  if (!token || token.kind === 'mark') return false;
  // "We present KiteNet": whatever else the word can be.
  if (at > 0 && source.tokens[at - 1]?.lower === 'we') return false;
  if (token.kind === 'number') return isPartNumber(source, at, token.number);
  const { isCapitalised, isStop, isReporting, isParticiple, isGerund } = wordAt(source, at);
  if (isCapitalised || isOfSplit(source, at) || isNounHere(source, at)) return true;
  if (isStop) return false;
  if (isReporting) {
    const next = source.tokens[at + 1]?.lower ?? '';
    return NOUN_TOO.test(token.lower) && (PREPOSITIONS.has(next) || !/^[\p{L}\p{N}(]/u.test(next));
  }
  if (!isParticiple && !isGerund) return true;
  // "models trained on", "using the": a participle before its object is not part of the phrase.
  const next = wordAt(source, at + 1);
  return isParticiple
    ? !(next.isDeterminer || (next.isPreposition && source.tokens[at + 1]?.lower !== 'of'))
    : !next.isArticle;
}

/** "for report generation": after a preposition or an article, and before a noun, the word is not a verb. */
function isNounHere(source: Source, at: number): boolean {
  if (!wordAt(source, at).isVerbOrNoun) return false;
  const { isPreposition, isDeterminer } = wordAt(source, at - 1);
  if (!(isDeterminer || (isPreposition && source.tokens[at - 1]?.lower !== 'to'))) return false;
  const next = wordAt(source, at + 1);
  return (
    source.tokens[at + 1]?.kind === 'word' &&
    next !== NO_WORD &&
    !next.isStop &&
    !next.isDeterminer &&
    !next.isReporting
  );
}

const SPLIT_HEAD = /^(?:sets?|splits?|data|datasets?|cohorts?|images?|samples?|subsets?)$/;

/**
 * True for the words of "an independent test set" that are verbs elsewhere: "test" before a noun of data, "set"
 * after the name of a split.
 */
function isOfSplit(source: Source, at: number): boolean {
  const { tokens } = source;
  const { isSplit, isSet } = wordAt(source, at);
  if (isSplit) return SPLIT_HEAD.test(tokens[at + 1]?.lower ?? '');
  return (
    isSet &&
    /^(?:test|train|training|testing|validation|data|held-out|dev|development)$/.test(
      tokens[at - 1]?.lower ?? '',
    )
  );
}

/**
 * True for a number that is part of a phrase: after a name ("Task 1", "Llama 3.3"), as a condition ("at 560
 * ms") or before its noun ("40 patients", "10% labeled data").
 */
function isPartNumber(source: Source, at: number, { decimal, form }: NumberMention): boolean {
  if (source.results.has(at)) return false;
  const before = source.tokens[at - 1];
  if (before?.kind === 'word' && /\p{Lu}|\d/u.test(before.text)) return !decimal || isPart(source, at - 1);
  if (/^(?:measure|time)$/.test(form)) return /^(?:at|under|within)$/.test(before?.lower ?? '');
  return (
    !decimal &&
    (source.tokens[at + 1]?.kind === 'word' || before?.lower === 'size') &&
    /^(?:bare|count|percent)$/.test(form)
  );
}
