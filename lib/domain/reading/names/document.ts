/** Collects the names in an abstract once for all its numbers. */
import { singular } from '../../metrics';
import type { Sentence } from '../sentence';
import { withoutPossessive } from '../sentence/characters';
import { canMeasure, isUnmeasured, measureText } from './measures';
import {
  isBracketed,
  isJoined,
  namesData,
  namingPhrases,
  placedCandidates,
  viewsOf,
  type Candidate,
  type Numbered,
  type Placed,
  type View,
} from './candidates';
import { flagsOf, flagsOfNumber } from './flags';
import { createKept, type Earlier } from './kept';
import { findOwnNames, type OwnName } from './own-names';
import { printTokens, type Phrase } from './phrase';
import { findPhrases } from './phrases';
import { evaluates, factsOf, isDataPhrase, type SentenceFacts } from './sentence-facts';
import { factsOfText } from './text-facts';
import { factsOfWord } from './word-facts';
import { headOf } from './words';

/** Most phrases of earlier sentences that are candidates for a number; the last ones are kept. */
const EARLIER = 10;

const NO_MENTIONS = new Map<number, never>();
const NO_RESULTS: ReadonlySet<number> = new Set();

interface EarlierPhrase extends Earlier {
  readonly phrase: Phrase;
  readonly hasEvaluation: boolean;
  readonly index: number;
}

/** A sentence that has results, with the phrases of earlier sentences. */
interface Opened {
  readonly facts: SentenceFacts;
  readonly index: number;
  readonly views: readonly View[];
  /** Of all phrases, for the numbers without a metric. */
  readonly unmeasured: readonly View[];
  /** The last phrases of earlier sentences that could name its numbers. */
  readonly back: readonly EarlierPhrase[];
}

/** What the whole abstract says about names. */
interface Known {
  readonly own: readonly OwnName[];
  /** Short forms that the text defines as something other than a system. */
  readonly spelledOut: ReadonlySet<string>;
  /** Words with a capital inside sentences. */
  readonly proper: ReadonlySet<string>;
  /** The dataset, if the abstract names only one. */
  readonly onlyData: string | undefined;
}

const LED_IN: ReadonlySet<string> = new Set('on in across using with from of over for'.split(' ').concat(''));

const isCarriedOn = ({ head, isName, isBare, preposition }: Phrase): boolean =>
  !isBare &&
  (head === 'data' || head === 'cases' || head === 'task' || (isName && head !== 'system')) &&
  LED_IN.has(preposition);

/** How many sentences back a name can stand. */
const FAR = 6;

/** The sentences with results, each with the last phrases of the sentences before it. */
function openSentences(
  sentences: readonly Sentence[],
  numbers: readonly Numbered[],
): { readonly opened: readonly Opened[]; readonly datasets: ReadonlySet<string> } {
  const bySentence = Map.groupBy(numbers, ({ context }) => context.index);
  const known = new Map<number, SentenceFacts>();
  for (const [index, [first, ...rest]] of bySentence)
    if (first)
      known.set(
        index,
        factsOf(
          first.context,
          [first, ...rest].map(({ at }) => at),
        ),
      );
  const carried = new Map<number, readonly EarlierPhrase[]>();
  const carriedOf = (index: number): readonly EarlierPhrase[] => {
    const before = carried.get(index);
    if (before) return before;
    const facts = known.get(index);
    const tokens = facts?.tokens ?? sentences[index]?.tokens ?? [];
    const words = facts ? [] : tokens.map(factsOfWord);
    const phrases =
      facts?.phrases ?? findPhrases({ tokens, words, mentionOf: NO_MENTIONS, results: NO_RESULTS });
    const hasEvaluation = facts?.hasEvaluation ?? evaluates(words);
    const all = phrases
      .filter(isCarriedOn)
      .map((phrase) => ({ phrase, tokens, hasEvaluation, index, kept: createKept() }));
    carried.set(index, all);
    return all;
  };
  const opened = [...known].map(([index, facts]): Opened => {
    let back: readonly EarlierPhrase[] = [];
    for (let at = index - 1; at >= 0 && index - at <= FAR && back.length < EARLIER; at -= 1)
      back = [...carriedOf(at), ...back];
    carriedOf(index);
    const all = bySentence.get(index) ?? [];
    return {
      facts,
      index,
      views: viewsOf(facts, all, namingPhrases(facts)),
      unmeasured: viewsOf(facts, all.filter(isUnmeasured), facts.phrases),
      back: back.slice(-EARLIER),
    };
  });
  const datasets = new Set(
    [...carried.values()].flatMap((all) =>
      all.flatMap(({ phrase }) => (phrase.head === 'data' && phrase.isName ? [phrase.text] : [])),
    ),
  );
  return { opened, datasets };
}

function readKnown(
  title: string,
  abstract: string,
  sentences: readonly Sentence[],
  datasets: ReadonlySet<string>,
): Known {
  const own = findOwnNames(title, abstract, sentences);
  const spelledOut = new Set<string>();
  const proper = new Set<string>();
  for (const { tokens } of sentences)
    tokens.forEach(({ text, kind }, at) => {
      const code = text.charCodeAt(0);
      if (kind !== 'word' || at === 0 || (code > 90 && code < 128)) return;
      const before = at > 1 ? tokens[at - 2] : undefined;
      if (
        tokens[at - 1]?.text === '(' &&
        tokens[at + 1]?.text === ')' &&
        before?.kind === 'word' &&
        headOf(singular(before.lower)) !== 'system' &&
        !own.some((name) => name.text === text)
      )
        spelledOut.add(text).add(text.replace(/s$/, ''));
      if (/^\p{Lu}\p{Ll}{2,}(?:'s)?$/u.test(text) && !/^[:.(]$/.test(tokens[at - 1]?.text ?? ''))
        proper.add(text.replace(/'s$/, ''));
    });
  const [onlyData] = datasets.size === 1 ? datasets : [];
  return { own, spelledOut, proper, onlyData };
}

type Bare = Pick<
  Candidate,
  'text' | 'phrase' | 'own' | 'sentencesBack' | 'earlier' | 'place' | 'dealt' | 'isWhole' | 'hasEvaluation'
>;

/**
 * Candidates from earlier sentences and from the paper's own names, the same for all numbers of a sentence.
 */
function offered({ own }: Known, { facts, index, back }: Opened): readonly Bare[] {
  const ofOwn = (text: string): OwnName | undefined => own.find((name) => name.text === text);
  const away = { place: undefined, dealt: 'none' } as const;
  return [
    ...back.flatMap((earlier): Bare[] => {
      const { phrase, tokens, hasEvaluation, index: before } = earlier;
      const common = { ...away, phrase, sentencesBack: index - before, earlier, hasEvaluation };
      const one = { ...common, text: phrase.text, own: ofOwn(phrase.text), isWhole: false };
      if (!isJoined(phrase) || phrase.list[0] !== phrase) return [one];
      const text = printTokens(tokens, phrase.from, phrase.list.at(-1)?.to ?? phrase.to);
      return [one, { ...common, text, own: undefined, isWhole: true }];
    }),
    ...own.map((name) => ({
      ...away,
      text: name.text,
      phrase: undefined,
      own: name,
      sentencesBack: 0,
      earlier: undefined,
      isWhole: false,
      hasEvaluation: facts.hasEvaluation,
    })),
  ];
}

/** The candidates for a number's names, and for its metric if no rule finds one. */
export interface Candidates {
  readonly names: readonly Candidate[];
  readonly measures: readonly Candidate[];
}

function candidatesOfSentence(known: Known, opened: Opened): readonly (readonly [Numbered, Candidates])[] {
  const { facts, views, unmeasured, back } = opened;
  const { own, onlyData, proper, spelledOut } = known;
  const lastData = back.findLast(({ phrase }) => isDataPhrase(phrase))?.phrase;
  const hasDataHere = namesData(facts);
  const hasUntrained = namesData(facts, true);
  const subjects = facts.subjects.filter(
    ({ isName, head }) => isName || head === 'system' || head === 'people',
  );
  const others = offered(known, opened);
  // Only the paper's own names are asked whether the sentence has them.
  const said = new Set(own.length > 0 ? facts.tokens.map(({ text }) => withoutPossessive(text)) : []);
  const completing = ({ number }: View, placed: readonly Placed[]): ((one: Bare) => Candidate) => {
    const ofNumber = flagsOfNumber(number);
    const bracketed = placed.filter(isBracketed).map(({ phrase }) => phrase);
    // All fields are written out, so that all candidates have them in one order: the tests read these objects faster.
    return (one) => {
      const isProper = proper.has(one.text);
      return {
        text: one.text,
        facts: factsOfText(one.text),
        phrase: one.phrase,
        own: one.own,
        sentencesBack: one.sentencesBack,
        earlier: one.earlier,
        place: one.place,
        dealt: one.dealt,
        isWhole: one.isWhole,
        hasEvaluation: one.hasEvaluation,
        number,
        isOnlyData: onlyData === one.text,
        isSaidHere: one.place !== undefined || said.has(one.text),
        speaksOfOwn: facts.speaksOfOwn,
        hasOtherSubject: subjects.some((subject) => subject !== one.phrase),
        isPassedByBracket:
          bracketed.length > 0 && !(one.place && one.phrase && bracketed.includes(one.phrase)),
        hasDataHere,
        isOnlyTrained: one.phrase?.purpose === 'trained' && hasUntrained,
        isProper,
        isRespective: facts.isRespective,
        isFirstOwn: one.own !== undefined && one.own === own[0],
        isLastData: one.phrase !== undefined && one.phrase === lastData,
        isSpelledOut: spelledOut.has(one.text),
        flags: ofNumber | flagsOf(one, isProper),
      };
    };
  };
  const here = (one: Placed): Bare => ({
    ...one,
    own: one.isWhole ? undefined : own.find((name) => name.text === one.text),
    sentencesBack: 0,
    earlier: undefined,
    hasEvaluation: facts.hasEvaluation,
  });
  const measures = new Map(
    unmeasured.map((view) => {
      const placed = placedCandidates(view).filter(
        ({ isWhole, phrase }) => !isWhole && canMeasure(view.number, phrase),
      );
      const complete = completing(view, placed);
      return [
        view.number,
        placed.map((one) => complete(here({ ...one, text: measureText(facts.context, one.phrase) }))),
      ];
    }),
  );
  return views.map((view) => {
    const placed = placedCandidates(view);
    // A name that a list pairs with another number is not a candidate for this one, wherever else the text
    // has it.
    const dealtAway = new Set(
      placed.flatMap(({ dealt, text, isWhole }) => (dealt === 'other' && !isWhole ? [text] : [])),
    );
    for (const { dealt, text } of placed) if (dealt === 'own') dealtAway.delete(text);
    const complete = completing(view, placed);
    const away = others.filter(({ text }) => !dealtAway.has(text));
    const names = [...placed.map((one) => complete(here(one))), ...away.map(complete)];
    return [view.number, { names, measures: measures.get(view.number) ?? [] }] as const;
  });
}

/**
 * The candidates of every number, in order. Linear in the text, since each number has a bounded number of
 * phrases.
 */
export function findCandidates(
  title: string,
  abstract: string,
  sentences: readonly Sentence[],
  numbers: readonly Numbered[],
): readonly Candidates[] {
  if (numbers.length === 0) return [];
  const { opened, datasets } = openSentences(sentences, numbers);
  const known = readKnown(title, abstract, sentences, datasets);
  const found = new Map(opened.flatMap((one) => candidatesOfSentence(known, one)));
  return numbers.map((number) => found.get(number) ?? { names: [], measures: [] });
}
