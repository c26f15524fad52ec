/**
 * Candidates for what a number was measured on, is for or belongs to, with each one's relation to the number.
 */
import type { BoundedKind, ResultKind, ResultRole } from '../../paper';
import type { MetricTie } from '../metric/metric-tie';
import type { Context } from '../sentence/context';
import type { NumberMention } from '../sentence/number-form';
import { numberGroup } from '../sentence/groups';
import { BEAT_VERBS, CHANGE_NOUNS, CHANGE_VERBS, REACH_VERBS } from '../sentence/words';
import { printTokens, type Phrase } from './phrase';
import { inFrontOf } from './phrases';
import { bitIf, FLAG } from './flags';
import type { Earlier } from './kept';
import type { OwnName } from './own-names';
import type { TextFacts } from './text-facts';
import { bundlesOf, isDataPhrase, isPlaced, type SentenceFacts } from './sentence-facts';

/** A number for which names are wanted. */
export interface Numbered {
  readonly context: Context;
  readonly at: number;
  readonly role: ResultRole;
  readonly kind: ResultKind;
  readonly bounds?: BoundedKind | undefined;
  /** The tokens of its metric; absent if it has none of its own. */
  readonly metric?:
    (Pick<MetricTie, 'name' | 'from' | 'to'> & Partial<Pick<MetricTie, 'known' | 'tie'>>) | undefined;
  readonly number: Pick<NumberMention, 'form' | 'figure'>;
}

/** The place of a candidate in the number's own sentence. */
export interface Place {
  readonly isAfter: boolean;
  /** Tokens between the phrase and the number, or the bundle of which the number is part. */
  readonly distance: number;
  readonly opensSentence: boolean;
  /** "SVM (0.94)": the number is in the bracket after the phrase. */
  readonly isBeforeBracket: boolean;
  /** "0.94 (SVM)": the phrase is in the bracket after the number. */
  readonly isBracketAfter: boolean;
  readonly isSubject: boolean;
  /** It is compared with: "than X", "outperforming X". */
  readonly isCompared: boolean;
  /** It grew or shrank: "a 9% increase in X". */
  readonly isChanged: boolean;
  /** The first phrase of the clause without a preposition, before the number: the topic of the clause. */
  readonly isTopic: boolean;
  /** A colon follows, then the number or its metric: "SVM: AUC 0.94". */
  readonly isLabel: boolean;
  /** It is in one bracket with the number: "(SVM 0.94)". */
  readonly sharesBracket: boolean;
  /** It is the subject of a following participle of reaching: "with SVM reaching 0.94". */
  readonly isAbsolute: boolean;
  /** It follows the number's metric: "detection rate of X", "Dice for X". */
  readonly followsMetric: boolean;
  /** It is the object of a verb of change: "lifts X from 22.7". */
  readonly isLifted: boolean;
  /** What only tests ask of it, see `FLAG`. */
  readonly flags: number;
}

/** A candidate with all facts about it. The tests use nothing else. */
export interface Candidate {
  readonly text: string;
  readonly facts: TextFacts;
  readonly number: Numbered;
  /** Absent for a name of the paper's own things that is not in the sentence. */
  readonly phrase: Phrase | undefined;
  readonly own: OwnName | undefined;
  /** 0 in the number's own sentence. */
  readonly sentencesBack: number;
  /** The earlier sentence in which the phrase stands; absent for one of the number's own sentence. */
  readonly earlier: Earlier | undefined;
  /** Absent for a phrase of another sentence. */
  readonly place: Place | undefined;
  /** Whether a list as long as the list of numbers pairs it with this number, or with another. */
  readonly dealt: 'own' | 'other' | 'none';
  /** It is a whole list, taken as one name. */
  readonly isWhole: boolean;
  /** The candidate's sentence says that something is evaluated. */
  readonly hasEvaluation: boolean;
  /** It is the only dataset that the abstract names. */
  readonly isOnlyData: boolean;
  /** The number's own sentence contains it; of phrases of earlier sentences it is not always known. */
  readonly isSaidHere: boolean;
  /** The number's sentence speaks of "our" work. */
  readonly speaksOfOwn: boolean;
  /** The subject of the number's sentence is a system or people other than the candidate. */
  readonly hasOtherSubject: boolean;
  /** Another name is in a bracket with the number, or directly after it. */
  readonly isPassedByBracket: boolean;
  /** The number's sentence names data. */
  readonly hasDataHere: boolean;
  /** It is only trained on, while the number's sentence names other data. */
  readonly isOnlyTrained: boolean;
  /** A single word that has a capital inside sentences too. */
  readonly isProper: boolean;
  /** The number's sentence says "respectively". */
  readonly isRespective: boolean;
  /** The surest of the paper's own names. */
  readonly isFirstOwn: boolean;
  /** The last dataset that earlier sentences name. */
  readonly isLastData: boolean;
  /** A short form that the text defines as something other than a system. */
  readonly isSpelledOut: boolean;
  /** What most tests ask of it and its number, see `FLAG`. */
  readonly flags: number;
}

/** Most phrases on each side that are candidates for a number; keeps long lists linear. */
const NEAREST = 10;
/** Most tokens between a number and a phrase that can name it. */
const REACH = 60;
/** The longest list that can be one name. */
const LONGEST_LIST = 4;

const COMPARES: ReadonlySet<string> = new Set(['than', 'versus', 'vs', 'against', 'over']);
const COMPARED: ReadonlySet<string> = new Set([...BEAT_VERBS, 'compared', 'relative']);
const ENDS_OBJECT = new Set(',;.)(');

function isCompared(facts: SentenceFacts, phrase: Phrase): boolean {
  if (COMPARES.has(phrase.preposition)) return true;
  for (let at = phrase.from - 1; at >= 0 && at > phrase.from - 6; at -= 1) {
    const token = facts.tokens[at];
    if (!token || token.kind === 'number' || ENDS_OBJECT.has(token.text)) return false;
    if (COMPARED.has(token.lower)) return true;
  }
  return false;
}

const OPENS_CLAUSE = /^(?:[,;:]|and|but|while|whereas|where)$/;

/** After a preposition at the start of its clause, with a comma after it: "while on X, ours reaches 0.94". */
function isFronted({ tokens }: SentenceFacts, phrase: Phrase): boolean {
  if (phrase.preposition === '' || tokens[phrase.list.at(-1)?.to ?? phrase.to]?.text !== ',') return false;
  let at = (phrase.list[0] ?? phrase).from - 1;
  for (let steps = 0; steps < 4 && at >= 0 && tokens[at]?.lower !== phrase.preposition; steps += 1) at -= 1;
  return at <= 0 || OPENS_CLAUSE.test(tokens[at - 1]?.lower ?? '');
}

const between = (sums: readonly number[], low: number, high: number): number =>
  (sums[high] ?? 0) - (sums[low] ?? 0);

/** A number of a sentence with the phrases that it can use. */
export interface View {
  readonly facts: SentenceFacts;
  readonly number: Numbered;
  readonly bundle: readonly number[];
  readonly group: readonly number[];
  readonly nearest: readonly Phrase[];
  /** Phrases before the number's metric, in the same noun phrase. */
  readonly measured: readonly Phrase[];
  readonly firstBehind: Phrase | undefined;
  readonly lastBefore: Phrase | undefined;
  readonly firstPlaced: Phrase | undefined;
  readonly lastPlaced: Phrase | undefined;
  readonly nearestSubject: Phrase | undefined;
}

/** The phrases of a sentence that can name something. */
export const namingPhrases = ({ phrases }: SentenceFacts): readonly Phrase[] =>
  phrases.filter(({ head, isBare }) => head !== 'metric' && head !== 'junk' && !isBare);

/** The views of some of a sentence's numbers, of the phrases `named`. */
export function viewsOf(
  facts: SentenceFacts,
  numbers: readonly Numbered[],
  named: readonly Phrase[],
): readonly View[] {
  const { context } = facts;
  const bundles = numbers.length > 0 ? bundlesOf(context, facts.results) : [];
  return numbers.map((number) => {
    const { at } = number;
    const { from: start = -1, to: end = -1 } = number.metric ?? {};
    const split = named.findIndex(({ to }) => to > at);
    const middle = split === -1 ? named.length : split;
    const measured =
      start < 0 ? [] : facts.phrases.flatMap((phrase) => inFrontOf(phrase, facts.tokens, start) ?? []);
    return {
      facts,
      number,
      measured,
      bundle: bundles.find((bundle) => bundle.includes(at)) ?? [at],
      group: numberGroup(context, at),
      nearest: named.slice(Math.max(0, middle - NEAREST), middle + NEAREST).filter(
        ({ from, to }) =>
          (to <= at ? at - to : from - at) < REACH &&
          !(from <= at && to > at) &&
          // A phrase that is part of the metric's name names nothing else.
          !(from < end && to > start),
      ),
      firstBehind: named.find(({ from }) => from > at),
      lastBefore: named.findLast(({ to }) => to <= at),
      firstPlaced: facts.placed.find(({ from }) => from > at),
      lastPlaced: facts.placed.findLast(({ to }) => to <= at),
      nearestSubject: facts.subjects.findLast(({ from }) => from < at),
    };
  });
}

function placeOf(view: View, phrase: Phrase, end: number): Place {
  const { facts, number, bundle } = view;
  const first = bundle[0] ?? number.at;
  const last = bundle.at(-1) ?? number.at;
  const isAfter = phrase.from > number.at;
  // For a phrase inside a bundle, distance counts from the number itself; outside, from the bundle's edge.
  const low = !isAfter ? end : (phrase.from > last ? last : number.at) + 1;
  const high = isAfter ? phrase.from : Math.max(end, end <= first ? first : number.at);
  const metricEnd = number.metric?.to;
  const opens = facts.tokens[end]?.text === '(';
  const before = phrase.from > 0 ? facts.tokens[phrase.from - 1] : undefined;
  const opened = before?.text === '(';
  const results = between(facts.resultsBefore, low, high);
  return {
    flags:
      bitIf(number.context.clauses[phrase.from] === number.context.clauses[number.at], FLAG.sameClause) |
      bitIf(between(facts.commas, low, high) > 0, FLAG.comma) |
      bitIf(results === 0, FLAG.nothingBetween) |
      bitIf(results === 1, FLAG.oneBetween) |
      bitIf(view.nearestSubject === phrase, FLAG.nearestSubject) |
      bitIf(view.firstBehind === phrase, FLAG.firstBehind) |
      bitIf(view.lastBefore === phrase, FLAG.lastBefore) |
      bitIf(view.firstPlaced === phrase, FLAG.firstPlaced) |
      bitIf(view.lastPlaced === phrase, FLAG.lastPlaced) |
      bitIf(facts.placed.length === 1 && facts.placed[0] === phrase, FLAG.onlyPlaced) |
      bitIf(isFronted(facts, phrase), FLAG.fronted),
    isAfter,
    distance: high - low,
    opensSentence: (phrase.list[0] ?? phrase).from < 4 && phrase.preposition !== '',
    isBeforeBracket: opens && !isAfter && between(facts.closings, low, high) === 0,
    isBracketAfter: opened && isAfter && facts.tokens[end]?.text === ')' && high - low < 3,
    isSubject: !isAfter && facts.subjects.includes(phrase),
    isCompared: isCompared(facts, phrase),
    isChanged: before?.lower === 'in' && CHANGE_NOUNS.has(facts.tokens[phrase.from - 2]?.lower ?? ''),
    followsMetric: metricEnd !== undefined && phrase.from > metricEnd && phrase.from - metricEnd < 4,
    isTopic: !isAfter && facts.topics.get(number.context.clauses[number.at] ?? 0) === phrase,
    isLabel: !isAfter && facts.tokens[end]?.text === ':' && high - low < 5,
    sharesBracket: high - low < 3 && (isAfter ? facts.tokens[end]?.text === ')' : opened),
    isAbsolute:
      !isAfter &&
      phrase.preposition === 'with' &&
      facts.tokens[end]?.lower.endsWith('ing') === true &&
      (REACH_VERBS.has(facts.tokens[end]?.lower ?? '') || CHANGE_VERBS.has(facts.tokens[end]?.lower ?? '')),
    isLifted: !isAfter && CHANGE_VERBS.has(before?.lower ?? ''),
  };
}

/** A phrase that could name the number, with its place and how lists pair it. */
export type Placed = Pick<Candidate, 'text' | 'phrase' | 'place' | 'dealt' | 'isWhole'> & {
  readonly phrase: Phrase;
  readonly place: Place;
};

/** True for a list that one number can belong to as a whole. */
export const isJoined = ({ list }: Phrase): boolean => list.length > 1 && list.length <= LONGEST_LIST;

/** The phrases of the number's own sentence that could name it. */
export function placedCandidates(view: View): readonly Placed[] {
  const { facts, number, group, bundle } = view;
  const found: Placed[] = [];
  for (const phrase of [...view.nearest, ...view.measured]) {
    const { list } = phrase;
    const dealing = [group, bundle].find((numbers) => numbers.length > 1 && numbers.length === list.length);
    const isOwn = dealing !== undefined && list[dealing.indexOf(number.at)] === phrase;
    found.push({
      text: phrase.text,
      phrase,
      place: placeOf(view, phrase, phrase.to),
      dealt: dealing === undefined ? 'none' : isOwn ? 'own' : 'other',
      isWhole: false,
    });
    if (!isJoined(phrase) || list[0] !== phrase) continue;
    const end = list.at(-1)?.to ?? phrase.to;
    found.push({
      text: printTokens(facts.tokens, phrase.from, end),
      phrase,
      place: placeOf(view, phrase, end),
      dealt: dealing === undefined ? 'none' : 'other',
      isWhole: true,
    });
  }
  return found;
}

/** True if the number is in the bracket after the name, or the name in the bracket after the number. */
export const isBracketed = ({ phrase, place }: Placed): boolean =>
  phrase.isName && (place.isBracketAfter || (place.isBeforeBracket && place.distance < 8));

/**
 * True if the number's sentence names data at a place; with `untrained`, data that is not only trained on.
 */
export const namesData = ({ phrases }: SentenceFacts, untrained = false): boolean =>
  phrases.some(
    (phrase) => isDataPhrase(phrase) && isPlaced(phrase) && !(untrained && phrase.purpose === 'trained'),
  );
