/** Facts about a word that do not depend on where it stands. */
import { singular } from '../../metrics';
import type { Token } from '../sentence';
import { isDigit, withoutPossessive } from '../sentence/characters';
import { NO_SLOT, remember } from '../sentence/word-table';
import { BEAT_VERBS, CHANGE_NOUNS, CHANGE_VERBS, NOT_IN_NAME, REACH_VERBS } from '../sentence/words';
import {
  COMMON_SHORT_FORMS,
  DETERMINERS,
  headOf,
  OTHER_VERBS,
  PREPOSITIONS,
  SAYS_NOTHING,
  type Head,
} from './words';

/** The facts of a word. */
export interface WordFacts {
  /** The word as printed. */
  readonly text: string;
  readonly singular: string;
  readonly head: Head;
  /** Has inner capitals or digits, as names of systems and datasets do. */
  readonly isName: boolean;
  /** Has capitals or digits, and so continues a noun phrase whatever it means. */
  readonly isCapitalised: boolean;
  /** Ends a noun phrase: a preposition, a verb, an adverb. */
  readonly isStop: boolean;
  /** A reporting verb that can also be a noun. */
  readonly isReporting: boolean;
  /** A verb that may be a noun in front of another: "report generation", "cut detection". */
  readonly isVerbOrNoun: boolean;
  readonly isPreposition: boolean;
  readonly isDeterminer: boolean;
  /** Stands between a preposition and its noun, and is skipped. */
  readonly isPassedOver: boolean;
  readonly saysNothing: boolean;
  readonly isParticiple: boolean;
  readonly isGerund: boolean;
  readonly isArticle: boolean;
  /** Says what a task does: "segmenting", "detect". */
  readonly isDoing: boolean;
  /** The name of a split that is a verb elsewhere: "test", "train". */
  readonly isSplit: boolean;
  /** "set" or "sets", which can be verbs too. */
  readonly isSet: boolean;
  /** What a verb of this stem does with its object. */
  readonly purpose: 'evaluated' | 'trained' | undefined;
  /** Says that something is evaluated. */
  readonly evaluates: boolean;
}

const isCapital = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return (code >= 65 && code <= 90) || code > 127;
};

/** True if the text has an upper-case letter or one outside ASCII. */
function hasCapital(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 65 && code <= 90) || code > 127) return true;
  }
  return false;
}

/**
 * True for "nnU-Net", "GPT-4o", "BraTS", "CIFAR-10": inner capitals or digits, and not a common short form.
 */
export function isNameWord(printedWord: string): boolean {
  // Fast path: most words are plain ones, which need no regular expression.
  if (!hasCapital(printedWord)) return false;
  const text = withoutPossessive(printedWord);
  return (
    /^\p{Lu}[\p{L}\p{N}+.^_-]*[\p{Lu}\p{N}]|^\p{Ll}+\p{Lu}|^\p{Lu}\p{Ll}+-\p{Lu}|^\p{Script=Greek}-\p{Lu}/u.test(
      text,
    ) && !COMMON_SHORT_FORMS.has(text)
  );
}

const VERBS: ReadonlySet<string> = new Set([...REACH_VERBS, ...CHANGE_VERBS, ...BEAT_VERBS, ...CHANGE_NOUNS]);

/** Words that end a noun phrase. */
const STOPS: ReadonlySet<string> = new Set([
  ...PREPOSITIONS,
  ...NOT_IN_NAME,
  ...OTHER_VERBS,
  ...CHANGE_VERBS,
  ...BEAT_VERBS,
  ...CHANGE_NOUNS,
  'respectively',
]);

/** Nouns and adjectives that end as adverbs do. */
const NO_ADVERBS: ReadonlySet<string> = new Set(
  `anomaly assembly butterfly daily early elderly family fly hourly monthly supply weekly yearly`.split(
    /\s+/,
  ),
);

const isAdverb = (lower: string): boolean => lower.endsWith('ly') && !NO_ADVERBS.has(lower);

const DOES =
  /^(?:segment|detect|predict|classify|diagnos|identify|recogni[sz]|estimat|locali[sz]|distinguish|forecast|track|retriev|reconstruct|generat|quantify|grad|screen|translat|caption|register|adapt|discriminat|differentiat|assess)(?:e|ing)?$/;
const EVALUATED =
  /^(?:evaluat|test|validat|experiment|benchmark|assess|verif|measur|report|result|perform|demonstrat|conduct)/;
const TRAINED = /^(?:train|pre-?train|fine-?tun|learn|sourc|build|built|construct|collect|deriv)/;
const EVALUATES =
  /^(?:evaluat|experiment|test|validat|benchmark|assess|conduct|dataset|cohort|compris|demonstrat|analy|using)/;

const ofWord = remember((text): WordFacts => {
  const lower = text.toLowerCase();
  const one = singular(lower);
  const isDeterminer = DETERMINERS.has(lower);
  return {
    text,
    singular: one,
    head: headOf(one),
    isName: isNameWord(text),
    isCapitalised: isCapital(text) && /^\p{Lu}\S*[\p{Lu}\d]/u.test(text),
    isStop: STOPS.has(lower) || isAdverb(lower),
    isReporting: REACH_VERBS.has(lower),
    isPreposition: PREPOSITIONS.has(lower),
    isDeterminer,
    isPassedOver: isDeterminer || NOT_IN_NAME.has(lower) || isAdverb(lower),
    isVerbOrNoun:
      VERBS.has(lower) && !/(?:ing|ed)$/.test(lower) && !NOT_IN_NAME.has(lower) && !PREPOSITIONS.has(lower),
    saysNothing: SAYS_NOTHING.has(one),
    isParticiple: lower.endsWith('ed'),
    isGerund: lower.endsWith('ing'),
    isArticle: /^(?:the|a|an|our|its|their)$/.test(lower),
    isDoing: DOES.test(lower),
    isSplit: lower === 'test' || lower === 'train',
    isSet: lower === 'set' || lower === 'sets',
    purpose: EVALUATED.test(lower) ? 'evaluated' : TRAINED.test(lower) ? 'trained' : undefined,
    evaluates: lower.length > 4 && EVALUATES.test(lower),
  };
});

/** The facts of marks, digits and the end of a sentence. */
export const NO_WORD: WordFacts = ofWord({ slot: NO_SLOT, text: '' });

/** The facts of a token; `NO_WORD` for digits, marks and undefined. */
export const factsOfWord = (token: Token | undefined): WordFacts =>
  token === undefined ||
  token.kind === 'mark' ||
  (token.kind === 'number' && isDigit(token.text.charCodeAt(0)))
    ? NO_WORD
    : ofWord(token);
