/** What a candidate must be to be thought of at all: what no weight could make up for. */
import type { Candidate } from './candidates';
import { KNOWN_SYSTEMS } from './known-names';
import type { Slot } from './model';
import { MEASURED } from './phrase';

/** What something runs on: "a single A100 GPU". */
const HARDWARE = /\b(?:[CGT]PUs?|A100s?|H100s?|V100s?|RTX\S*|NVIDIA|Jetson|FPGAs?)\b/;

/** Data is a dataset, a group of cases or a name; never what a list deals to another number. */
function isData({ text, phrase, own, dealt, place, isOnlyTrained, isSpelledOut }: Candidate): boolean {
  if (dealt === 'other') return false;
  if (phrase === undefined) return own?.isData === true;
  if (phrase.isBare || isOnlyTrained || HARDWARE.test(text)) return false;
  if (phrase.head === 'data' || phrase.head === 'cases') return true;
  // A lone name of an earlier sentence is as often a system's: there something must be measured on it.
  if (
    place === undefined &&
    phrase.head === 'plain' &&
    phrase.purpose !== 'evaluated' &&
    phrase.preposition !== 'on'
  )
    return false;
  return phrase.isName && phrase.head !== 'system' && !isSpelledOut;
}

/** Prepositions behind which stands what, where or when a number is for. */
const LED_IN = /^(?:on|for|in|at|across|under|when|during|between|over|using|doing)$/;

/** A target stands behind a preposition, or in front of the number's bracket. */
function isTarget({ text, phrase, own, dealt, place, sentencesBack, isProper }: Candidate): boolean {
  if (phrase === undefined || own !== undefined || dealt === 'other' || phrase.isBare) return false;
  if (/^(?:junk|metric|people|system)$/.test(phrase.head)) return false;
  // "an improvement for Qwen3-8B": whose it is, not what it is for.
  if (phrase.isName && text.split(' ').some((word) => KNOWN_SYSTEMS.has(word))) return false;
  if (place === undefined)
    return sentencesBack > 0 && phrase.head === 'task' && phrase.from < 4 && LED_IN.test(phrase.preposition);
  if (place.isCompared || place.isChanged) return false;
  if (phrase.preposition === MEASURED) return phrase.head === 'task' || !isProper;
  // "with 10% labels": a condition that is counted.
  if (phrase.preposition === 'with' || phrase.preposition === 'without') return /^\d/.test(text);
  if (place.isBracketAfter) return !phrase.isName;
  if (phrase.preposition === 'of') return place.followsMetric;
  // "is intermediate (0.4)", "improves robustness (0.9)": what a bracket gives the value of, behind a verb.
  if (place.isBeforeBracket && phrase.preposition === '' && !text.includes(' ')) return false;
  const isLoneName = phrase.isName && phrase.head === 'plain';
  if (isLoneName && place.isSubject) return false;
  return place.isBeforeBracket ? !phrase.isName && phrase.head !== 'cases' : LED_IN.test(phrase.preposition);
}

/** Prepositions behind which no system stands. */
const PLACES = /^(?:on|across|in|over|from|under|at)$/;

/** A system is one of the paper's own by name, or a name, people or a system that stands where systems are named. */
function isSystem(candidate: Candidate): boolean {
  const { phrase, own, number, place, dealt, isProper, isPassedByBracket } = candidate;
  if (isPassedByBracket || dealt === 'other') return false;
  const isRival = number.role === 'baseline';
  if (own !== undefined) return !own.isData && !isRival;
  if (phrase === undefined || place === undefined || phrase.isBare) return false;
  if (/^(?:junk|metric|data|cases)$/.test(phrase.head)) return false;
  // What is beaten, or told in the number's own bracket, is one by where it stands.
  const isTold =
    (place.isCompared && place.isBeforeBracket && isRival) ||
    place.isBracketAfter ||
    place.isTopic ||
    place.isSubject ||
    place.isLabel;
  if (phrase.head === 'task' && !isTold) return false;
  if (!phrase.isName && !isProper && phrase.head === 'plain' && !isTold) return false;
  if (place.isCompared ? !isRival : PLACES.test(phrase.preposition)) return false;
  if (phrase.preposition === MEASURED || place.isLifted) return phrase.isName || phrase.head === 'system';
  return (
    place.isSubject ||
    place.isBracketAfter ||
    place.isBeforeBracket ||
    place.isCompared ||
    place.isTopic ||
    place.isLabel ||
    place.sharesBracket ||
    place.isAbsolute ||
    dealt === 'own' ||
    (phrase.isOwner && !place.isAfter) ||
    (place.isAfter && /^(?:for|by|with|using)$/.test(phrase.preposition))
  );
}

/** Who may name what. */
export const ELIGIBLE: Readonly<Record<Slot, (candidate: Candidate) => boolean>> = {
  data: isData,
  target: isTarget,
  system: isSystem,
};
