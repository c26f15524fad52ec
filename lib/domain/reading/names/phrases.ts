/** The noun phrases of a sentence: what numbers can be measured on, be for or belong to. */
import { singular } from '../../metrics';
import type { Token } from '../sentence';
import type { MetricMention } from '../sentence/mention';
import { CHANGE_NOUNS, CHANGE_VERBS, BEAT_VERBS, NOT_IN_NAME, REACH_VERBS } from '../sentence/words';
import {
  COMMON_SHORT_FORMS,
  DETERMINERS,
  headOf,
  OPEN_HEADS,
  OTHER_VERBS,
  PREPOSITIONS,
  SAYS_NOTHING,
  type Head,
} from './words';

/** A noun phrase without its article; `from`, `to` are token indexes, end exclusive. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** As it is shown: a short form that it defines, a dataset without the word "dataset". */
  readonly text: string;
  /** The preposition in front, lower case; empty for none. */
  preposition: string;
  head: Head;
  /** Has a word with inner capitals or digits, as names of systems and datasets do. */
  readonly isName: boolean;
  /** Says no more than its head: "three benchmarks", "our model". */
  readonly isBare: boolean;
  /** Owns what follows: "GPT-5's 21.2%". */
  readonly isOwner: boolean;
  /** What is done with it: "evaluated on X", "trained on X". */
  readonly purpose: 'evaluated' | 'trained' | undefined;
  /** The list that it stands in, first to last; itself alone where there is none. */
  list: readonly Phrase[];
}

/** What the phrases are read from: a sentence's tokens, its metrics, and which numbers are results. */
export interface PhraseSource {
  readonly tokens: readonly Token[];
  readonly mentionOf: ReadonlyMap<number, MetricMention>;
  readonly results: ReadonlySet<number>;
}

const isCapital = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return (code >= 65 && code <= 90) || code > 127;
};

/** True where a letter is no plain small one. */
function hasCapital(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 65 && code <= 90) || code > 127) return true;
  }
  return false;
}

/** "nnU-Net", "GPT-4o", "BraTS", "CIFAR-10": inner capitals or digits; no everyday short form. */
export function isNameWord(printedWord: string): boolean {
  // Most words are plain ones, which their letters tell without the engine.
  if (!hasCapital(printedWord)) return false;
  const text = printedWord.replace(/'s$/, '');
  return (
    /^\p{Lu}[\p{L}\p{N}+.^-]*[\p{Lu}\d]|^\p{Ll}+\p{Lu}|^\p{Lu}\p{Ll}+-\p{Lu}/u.test(text) &&
    !COMMON_SHORT_FORMS.has(text)
  );
}

/** The tokens `from` to `to` as a name prints them: "Maze, TSP and Sudoku". */
export const printTokens = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(' , ', ', ');

/** Nouns that the lists of verbs hold as well; they are nouns where a phrase could end. */
const NOUN_TOO = /^(?:reports?|results|scores?|runs|images|records|estimates|leads)$/;

/** Words that no noun phrase goes on with. */
const STOPS: ReadonlySet<string> = new Set([
  ...PREPOSITIONS,
  ...NOT_IN_NAME,
  ...OTHER_VERBS,
  ...CHANGE_VERBS,
  ...BEAT_VERBS,
  ...CHANGE_NOUNS,
  'respectively',
]);

/** True where the token goes on a noun phrase. */
function isPart(source: PhraseSource, at: number): boolean {
  const token = source.tokens[at];
  if (!token) return false;
  if (token.kind === 'number') {
    if (source.results.has(at)) return false;
    const before = source.tokens[at - 1];
    // "Task 1", "Llama 3.3": behind a name; "at 560 ms": a condition; "40 patients", "10% labeled data": before its noun.
    if (before?.kind === 'word' && /\p{Lu}|\d/u.test(before.text))
      return !token.number.decimal || isPart(source, at - 1);
    if (/^(?:measure|time)$/.test(token.number.form))
      return /^(?:at|under|within)$/.test(before?.lower ?? '');
    return (
      !token.number.decimal &&
      (source.tokens[at + 1]?.kind === 'word' || before?.lower === 'size') &&
      /^(?:bare|count|percent)$/.test(token.number.form)
    );
  }
  if (token.kind === 'mark') return false;
  const { lower, text } = token;
  if (isCapital(text) && /^\p{Lu}\S*[\p{Lu}\d]/u.test(text)) return true;
  if (STOPS.has(lower) || lower.endsWith('ly')) return false;
  const next = source.tokens[at + 1]?.lower ?? '';
  if (REACH_VERBS.has(lower))
    return NOUN_TOO.test(lower) && (PREPOSITIONS.has(next) || !/^[\p{L}\p{N}(]/u.test(next));
  // "models trained on", "using the": a participle before what it governs.
  if (
    /(?:ed|ing)$/.test(lower) &&
    (DETERMINERS.has(next) || (PREPOSITIONS.has(next) && next !== 'of')) &&
    lower.endsWith('ed')
  )
    return false;
  return !(lower.endsWith('ing') && /^(?:the|a|an|our|its|their)$/.test(next));
}

const wordsFrom = (source: PhraseSource, from: number, to: number): readonly Token[] =>
  source.tokens.slice(from, to);

/** Where the phrase that begins at `from` ends, and the last word of its first noun. */
function endOf(source: PhraseSource, from: number): { readonly to: number; readonly last: number } {
  let to = from;
  while (to - from < 9 && isPart(source, to)) to += 1;
  // "Task 1" is a task.
  let last = to - 1;
  while (last > from && source.tokens[last]?.kind === 'number') last -= 1;
  // "dataset of 40 patients".
  if (source.tokens[to]?.lower === 'of' && OPEN_HEADS.has(singular(source.tokens[last]?.lower ?? ''))) {
    let next = to + 1;
    while (DETERMINERS.has(source.tokens[next]?.lower ?? '')) next += 1;
    let end = next;
    while (end - next < 7 && isPart(source, end)) end += 1;
    if (end > next) to = end;
  }
  return { to, last };
}

/** The preposition in front of a phrase, articles and counts passed over. */
function prepositionOf(source: PhraseSource, from: number): string {
  let at = from - 1;
  for (let steps = 0; steps < 4; steps += 1, at -= 1) {
    const token = source.tokens[at];
    if (!token) return '';
    if (PREPOSITIONS.has(token.lower)) return token.lower;
    const isPassed =
      token.kind === 'number'
        ? !source.results.has(at)
        : DETERMINERS.has(token.lower) || NOT_IN_NAME.has(token.lower) || token.lower.endsWith('ly');
    if (!isPassed || token.kind === 'mark') return '';
  }
  return '';
}

/** What is shown of a phrase. */
function shownText(source: PhraseSource, from: number, to: number, head: Head, isName: boolean): string {
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
  return printTokens(source.tokens, from, end).replace(/'s$/, '');
}

const EVALUATED =
  /^(?:evaluat|test|validat|experiment|benchmark|assess|verif|measur|report|result|perform|demonstrat|conduct)/;
const TRAINED = /^(?:train|pre-?train|fine-?tun|learn|sourc|build|built|construct|collect|deriv)/;

/** What the nearest verb before the phrase does with it; at most eight tokens back, in its own clause. */
function purposeOf(source: PhraseSource, from: number): Phrase['purpose'] {
  for (let at = from - 1; at >= 0 && from - at < 9; at -= 1) {
    const token = source.tokens[at];
    if (!token || /^[;.)(]$/.test(token.text) || (token.kind === 'number' && source.results.has(at)))
      return undefined;
    if (EVALUATED.test(token.lower)) return 'evaluated';
    if (TRAINED.test(token.lower)) return 'trained';
  }
  return undefined;
}

function phraseAt(source: PhraseSource, from: number): Phrase | undefined {
  if (!isPart(source, from)) return undefined;
  const { to, last } = endOf(source, from);
  const lastWord = source.tokens[last];
  const isMetric = source.mentionOf.has(to - 1) || source.mentionOf.has(last);
  const head: Head = isMetric ? 'metric' : headOf(singular(lastWord?.lower ?? ''));
  let isName = false;
  let saysNothing = true;
  for (let at = from; at < to; at += 1) {
    const token = source.tokens[at];
    if (token?.kind !== 'word') continue;
    isName ||= isNameWord(token.text);
    if (at !== last && !DETERMINERS.has(token.lower)) saysNothing &&= SAYS_NOTHING.has(singular(token.lower));
  }
  const isLone = head === 'plain' && (to - from > 1 || !SAYS_NOTHING.has(singular(lastWord?.lower ?? '')));
  const short = source.tokens[to]?.text === '(' ? source.tokens[to + 1] : undefined;
  // "Skill-Discovery Q-Learning (SD-CQL)": the short form is what the paper says from then on.
  const isDefined =
    short?.kind === 'word' && source.tokens[to + 2]?.text === ')' && /\p{Lu}.*\p{Lu}/u.test(short.text);
  const end = isDefined ? to + 3 : to;
  return {
    from,
    to: end,
    text:
      isDefined && ((head !== 'task' && head !== 'plain') || isNameWord(short.text))
        ? short.text
        : shownText(source, from, to, head, isName),
    preposition: prepositionOf(source, from),
    head,
    isName: isName || (isDefined && isNameWord(short.text)),
    isBare: !isName && saysNothing && !isLone,
    // Only data is evaluated or trained on.
    purpose: isName || head === 'data' || head === 'cases' ? purposeOf(source, from) : undefined,
    isOwner: lastWord?.text.endsWith("'s") === true,
    list: [],
  };
}

/** Verbs of reporting, by which a sentence goes on behind its subject. */
export const isVerb = (lower: string): boolean =>
  REACH_VERBS.has(lower) || CHANGE_VERBS.has(lower) || BEAT_VERBS.has(lower);

/** Between the members of a list. */
const JOINT = /^(?:,|and|or|&|\/|the|both|as|well|a|an)$/;

function joinLists(source: PhraseSource, phrases: readonly Phrase[]): void {
  let list: Phrase[] = [];
  for (const phrase of phrases) {
    const before = list.at(-1);
    const gap = before ? phrase.from - before.to : 0;
    const between = before && gap > 0 && gap < 4 ? wordsFrom(source, before.to, phrase.from) : [];
    const isJoined =
      before !== undefined &&
      between.length > 0 &&
      between.every(({ lower }) => JOINT.test(lower)) &&
      between.some(({ lower }) => /^(?:,|and|or|&|\/)$/.test(lower)) &&
      // "On MATH, DPPO achieves": behind the comma the sentence begins.
      !(
        between.every(({ text }) => text === ',') &&
        before.preposition !== '' &&
        isVerb(source.tokens[phrase.to]?.lower ?? '')
      );
    if (!isJoined) list = [];
    list.push(phrase);
    phrase.list = list;
  }
  // A list ends with "and" or a slash; phrases that only commas part stand by themselves.
  for (const phrase of phrases) {
    const [first, last] = [phrase.list[0], phrase.list.at(-1)];
    if (!first || !last || phrase.list.length < 2) continue;
    const isList = wordsFrom(source, first.to, last.from).some(({ lower }) =>
      /^(?:and|or|&|\/)$/.test(lower),
    );
    if (!isList) phrase.list = [phrase];
    else {
      // "on BTCV and AMOS22 datasets": preposition and noun of a list are those of all its members.
      if (phrase.preposition === '') phrase.preposition = first.preposition;
      if (phrase.head === 'plain') phrase.head = last.head;
    }
  }
}

/** The noun phrases of a sentence in order. Linear in its tokens. */
export function findPhrases(source: PhraseSource): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < source.tokens.length;) {
    const lower = source.tokens[at]?.lower ?? '';
    const phrase = DETERMINERS.has(lower) ? undefined : phraseAt(source, at);
    if (phrase) phrases.push(phrase);
    at = phrase?.to ?? at + 1;
  }
  joinLists(source, phrases);
  return phrases;
}
