/**
 * The noun phrases of a sentence: on what numbers can be measured, what they can be for, and to whom they can
 * belong.
 */
import type { Token } from '../sentence';
import { withoutPossessive } from '../sentence/characters';
import { DOING, MEASURED, printTokens, type Phrase } from './phrase';
import { joinLists } from './phrase-lists';
import { isPart, wordAt, type Source } from './phrase-words';
import { factsOfWord, isNameWord } from './word-facts';
import { OPEN_HEADS, type Head } from './words';

/** Short forms of things that nearly every paper is about. */
const OF_A_KIND = /^(?:(?:[VM]?LL?M|VLM|AI|DL|ML|NLP|DNN|FM)s?|\S*[a-z]{3})$/;

/** True for CoDiR in "on GlaS and CRAG datasets CoDiR reaches": several sets are no part of the name of one system. */
function beginsAnother(source: Source, at: number): boolean {
  const { head, singular } = wordAt(source, at - 1);
  return (
    head === 'data' &&
    singular !== source.tokens[at - 1]?.lower &&
    wordAt(source, at).isName &&
    wordAt(source, at + 1).isReporting
  );
}

/** Where the phrase that begins with the part at `from` ends (exclusive), and the last word of its first noun. */
function endOf(source: Source, from: number): { readonly to: number; readonly last: number } {
  let to = from + 1;
  while (to - from < 9 && isPart(source, to) && !beginsAnother(source, to)) to += 1;
  // The head of "Task 1" is "Task".
  let last = to - 1;
  while (last > from && source.tokens[last]?.kind === 'number') last -= 1;
  // "dataset of 40 patients".
  if (source.tokens[to]?.lower === 'of' && OPEN_HEADS.has(wordAt(source, last).singular)) {
    let next = to + 1;
    while (wordAt(source, next).isDeterminer) next += 1;
    let end = next;
    while (end - next < 7 && isPart(source, end)) end += 1;
    if (end > next) to = end;
  }
  return { to, last };
}

/** The preposition before a phrase, skipping articles and counts; empty if there is none. */
function prepositionOf(source: Source, from: number): string {
  for (let at = from - 1; at >= 0 && from - at < 5; at -= 1) {
    const token = source.tokens[at];
    if (!token) return '';
    const { isPreposition, isPassedOver, isDoing } = wordAt(source, at);
    if (isPreposition) return token.lower;
    if (isDoing) return DOING;
    const isPassed = token.kind === 'number' ? !source.results.has(at) : isPassedOver;
    if (!isPassed) return '';
  }
  return '';
}

/** The text that is shown for a phrase. */
function shownText(
  source: Pick<Source, 'tokens'>,
  from: number,
  to: number,
  head: Head,
  isName: boolean,
): string {
  let end = to;
  // "the UAVSig dataset" is shown as "UAVSig", "the SVM model" as "SVM".
  const last = source.tokens[to - 1];
  if (
    isName &&
    to - from > 1 &&
    (head === 'data' || head === 'system') &&
    /\d|\p{Lu}/u.test(source.tokens[to - 2]?.text ?? '') &&
    !/\d|\p{Lu}/u.test(last?.text ?? '')
  )
    end -= 1;
  // "A 27M-parameter HRM" is called HRM, "a 27M-parameter variant" by its size.
  const size = sizeBefore(source.tokens, from);
  if (size !== undefined && !isName)
    return withoutPossessive(`${size}-${printTokens(source.tokens, from, end)}`);
  const first = size !== undefined && end - from > 1 ? from + 1 : from;
  return withoutPossessive(
    printTokens(source.tokens, isName ? nameFrom(source.tokens, first, end) : from, end),
  );
}

/** "27M" before the phrase of "the 27M-parameter HRM", which begins at "parameter"; undefined for other phrases. */
function sizeBefore(tokens: readonly Token[], from: number): string | undefined {
  if (tokens[from]?.lower !== 'parameter' || tokens[from - 1]?.text !== '-') return undefined;
  const before = tokens[from - 2];
  return before?.kind === 'number' ? before.text : undefined;
}

/** Where the name in "the leading open LVLM Aton-7B" begins: after the noun that says what it is. */
function nameFrom(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to - 1; at > from; at -= 1) {
    const { head, isCapitalised } = factsOfWord(tokens[at - 1]);
    if (!factsOfWord(tokens[at]).isName && tokens[at]?.kind !== 'number') return from;
    const isKind =
      (head === 'system' && !isCapitalised) || /^(?:[VM]?LL?|LV)M$/.test(tokens[at - 1]?.text ?? '');
    if (isKind) return factsOfWord(tokens[at]).isName ? at : from;
  }
  return from;
}

const ENDS_OBJECT = new Set(';.)(');

/** What the nearest verb before the phrase does with it, at most eight tokens back and in the same clause. */
function purposeOf(source: Source, from: number): Phrase['purpose'] {
  for (let at = from - 1; at >= 0 && from - at < 9; at -= 1) {
    const token = source.tokens[at];
    const isEnd = token?.kind === 'mark' ? ENDS_OBJECT.has(token.text) : source.results.has(at);
    if (isEnd) return undefined;
    const { purpose } = wordAt(source, at);
    if (purpose !== undefined) return purpose;
  }
  return undefined;
}

/** True for "test set", "held-out data": a named part of the data. */
function isSplit({ tokens }: Source, from: number, last: number): boolean {
  if (!/^(?:sets?|splits?|data|datasets?|cohorts?)$/.test(tokens[last]?.lower ?? '')) return false;
  return tokens
    .slice(from, last)
    .some(({ lower }) =>
      /^(?:test|testing|validation|held-out|internal|external|development|dev)$/.test(lower),
    );
}

const isCapital = ({ tokens }: Source, at: number): boolean => /^\p{Lu}\p{L}/u.test(tokens[at]?.text ?? '');

function phraseAt(source: Source, from: number): Phrase | undefined {
  if (!isPart(source, from)) return undefined;
  const { to, last } = endOf(source, from);
  const lastWord = source.tokens[last];
  const lastText = lastWord?.text ?? '';
  const { head: nounHead, saysNothing: isEmpty } = wordAt(source, last);
  const preposition = prepositionOf(source, from);
  // "on validation data": data after this preposition is not an amount that was used.
  const isMetric =
    (source.mentionOf.has(to - 1) || source.mentionOf.has(last)) &&
    !(
      (nounHead === 'data' || nounHead === 'cases') &&
      /^(?:on|across|for|in|over|from|within)$/.test(preposition)
    );
  let head: Head = isMetric ? 'metric' : nounHead;
  let isName = false;
  let saysNothing = true;
  for (let at = from; at < to; at += 1) {
    const token = source.tokens[at];
    if (token?.kind !== 'word') {
      // "Task 1" names one of several; "40 patients" does not.
      saysNothing &&= at < last;
      // "Claude 3.5 Sonnet": a version makes a name.
      isName ||= token?.kind === 'number' && token.number.decimal && at > from && isCapital(source, at - 1);
      continue;
    }
    const word = wordAt(source, at);
    isName ||= word.isName;
    if (at !== last && !word.isDeterminer) saysNothing &&= word.saysNothing;
  }
  const isLone = head === 'plain' && (to - from > 1 || !isEmpty);
  const short = source.tokens[to]?.text === '(' ? source.tokens[to + 1] : undefined;
  // "Skill-Discovery Q-Learning (SD-CQL)": the short form is used in the rest of the text.
  const isDefined =
    short?.kind === 'word' && source.tokens[to + 2]?.text === ')' && /\p{Lu}.*\p{Lu}/u.test(short.text);
  let end = isDefined ? to + 3 : to;
  isName ||= isDefined && isNameWord(short.text);
  // "Robust Instrument Segmentation (RIS) Challenge 2019 dataset": the noun follows the short form.
  const closing = isDefined ? closingNoun(source, end) : undefined;
  if (closing) {
    end = closing.to;
    head = closing.head;
  }
  const isCounted = source.tokens[from]?.kind === 'number' && last > from;
  return {
    from,
    to: end,
    text:
      isDefined && ((head !== 'task' && head !== 'plain') || isNameWord(short.text))
        ? short.text
        : shownText(source, from, to, head, isName),
    preposition,
    head,
    isName,
    // "SVM (0.94)": a short form in capitals is a name, unless it stands for a whole class of things.
    isBare:
      !isName &&
      saysNothing &&
      !isLone &&
      // "humans" need no qualifier; "40 patients" and "the internal test set" are what something was measured
      // on.
      !(head === 'people' || (head === 'cases' && isCounted) || isSplit(source, from, last)) &&
      (!wordAt(source, last).isCapitalised || OF_A_KIND.test(lastText)),
    // Only data is evaluated or trained on.
    purpose: isName || head === 'data' || head === 'cases' ? purposeOf(source, from) : undefined,
    isOwner: lastWord?.text.endsWith("'s") === true,
    list: [],
    code: 0,
  };
}

/** The noun of data that continues a phrase after a bracket, at most four words later, and where it ends. */
function closingNoun(source: Source, from: number): { readonly to: number; readonly head: Head } | undefined {
  let to = from;
  while (to - from < 4 && isPart(source, to)) to += 1;
  let last = to - 1;
  while (last > from && source.tokens[last]?.kind === 'number') last -= 1;
  const { head } = wordAt(source, last);
  return to > from && head === 'data' ? { to, head } : undefined;
}

/**
 * The words before a metric in the same phrase: "PD severity" in "PD severity macro-F1"; undefined if there
 * are none.
 */
export function inFrontOf(phrase: Phrase, tokens: readonly Token[], metric: number): Phrase | undefined {
  if (phrase.head !== 'metric' || phrase.from >= metric || phrase.to <= metric) return undefined;
  const words = tokens.slice(phrase.from, metric).map(factsOfWord);
  const last = words.at(-1);
  if (!last || words.every(({ saysNothing, isDeterminer }) => saysNothing || isDeterminer)) return undefined;
  const { head } = last;
  const isName = words.some((word) => word.isName);
  return {
    ...phrase,
    to: metric,
    text: shownText({ tokens }, phrase.from, metric, head, isName),
    preposition: MEASURED,
    head,
    isName,
    isBare: false,
    isOwner: tokens[metric - 1]?.text.endsWith("'s") === true,
    list: [],
    code: 0,
  };
}

/** The noun phrases of a sentence, in order. Linear in its tokens. */
export function findPhrases(source: Source): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < source.tokens.length;) {
    const phrase = wordAt(source, at).isDeterminer ? undefined : phraseAt(source, at);
    if (phrase) phrases.push(phrase);
    at = phrase?.to ?? at + 1;
  }
  joinLists(source.tokens, phrases);
  return phrases;
}
