/**
 * Requirements that a candidate must meet before it is scored, because no weight could make up for them, and
 * how the text usually names data, targets and systems: evidence among others.
 */
import type { Candidate } from './candidates';
import { FLAG } from './flags';
import type { Slot } from './model';
import { MEASURED } from './phrase';

/**
 * True for a dataset, a group of cases or a name that can be data; never for one that a list pairs with
 * another number.
 */
function isData({ facts, phrase, own, dealt, place, isOnlyTrained, isSpelledOut }: Candidate): boolean {
  if (dealt === 'other') return false;
  if (phrase === undefined) return own?.isData === true;
  if (phrase.isBare || isOnlyTrained || facts.isHardware) return false;
  if (phrase.head === 'data' || phrase.head === 'cases') return true;
  // A name alone in an earlier sentence is as often a system's, so its sentence must say that something is
  // evaluated on it.
  if (
    place === undefined &&
    phrase.head === 'plain' &&
    phrase.purpose !== 'evaluated' &&
    phrase.preposition !== 'on'
  )
    return false;
  return phrase.isName && phrase.head !== 'system' && !isSpelledOut;
}

/** Prepositions of phrases that say for what, where or when a number holds. */
const LED_IN = /^(?:on|for|in|at|across|under|when|during|between|over|using|doing)$/;

/** True for a phrase that can be a target: after a preposition, or before the number's bracket. */
function isTarget({ text, facts, phrase, own, dealt, place, sentencesBack, isProper }: Candidate): boolean {
  if (phrase === undefined || own !== undefined || dealt === 'other' || phrase.isBare) return false;
  if (/^(?:junk|metric|people|system)$/.test(phrase.head)) return false;
  // In "an improvement for Qwen3-8B" the name is the owner, not the target.
  if (phrase.isName && facts.isKnownSystem) return false;
  if (place === undefined)
    return sentencesBack > 0 && phrase.head === 'task' && phrase.from < 4 && LED_IN.test(phrase.preposition);
  if (place.isCompared || place.isChanged) return false;
  if (phrase.preposition === MEASURED) return phrase.head === 'task' || !isProper;
  // "with 10% labels": a condition with a count.
  if (phrase.preposition === 'with' || phrase.preposition === 'without') return /^\d/.test(text);
  if (place.isBracketAfter) return !phrase.isName;
  if (phrase.preposition === 'of') return place.followsMetric;
  // In "is intermediate (0.4)" and "improves robustness (0.9)" the word before the bracket is what is
  // measured.
  if (place.isBeforeBracket && phrase.preposition === '' && !text.includes(' ')) return false;
  // "stenosis detection achieves a precision of 0.97".
  if (place.isSubject && phrase.head === 'task') return true;
  const isLoneName = phrase.isName && phrase.head === 'plain';
  if (isLoneName && place.isSubject) return false;
  return place.isBeforeBracket ? !phrase.isName && phrase.head !== 'cases' : LED_IN.test(phrase.preposition);
}

/** Prepositions that never precede a system. */
const PLACES = /^(?:on|across|in|over|from|under|at)$/;

/** True for one of the paper's own names, and for names, people and systems where systems are named. */
function isSystem(candidate: Candidate): boolean {
  const { phrase, own, number, place, dealt, isProper, isPassedByBracket } = candidate;
  if (isPassedByBracket || dealt === 'other') return false;
  const isRival = number.role === 'baseline';
  if (own !== undefined) return !own.isData && !isRival;
  if (phrase === undefined || place === undefined || phrase.isBare) return false;
  if (/^(?:junk|metric|data|cases)$/.test(phrase.head)) return false;
  // A phrase that is beaten, or in the number's own bracket, is a system by its place.
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

/** By slot, whether the candidate stands where the text usually names such a thing. */
export const isNamedByPlace: Readonly<Record<Slot, (candidate: Candidate) => boolean>> = {
  data: isData,
  target: isTarget,
  system: isSystem,
};

/** A phrase that can name something, and that no list pairs with another number. */
const isOpen = ({ phrase, dealt }: Candidate): boolean =>
  phrase !== undefined &&
  dealt !== 'other' &&
  !phrase.isBare &&
  phrase.head !== 'junk' &&
  phrase.head !== 'metric';

/** What something runs on is a target only of what it costs there ("12 ms on an A100"). */
const isIdleHardware = ({ facts, flags }: Candidate): boolean =>
  facts.isHardware && (flags & (FLAG.spent | FLAG.factor)) === 0;

/** By slot, whether a candidate can fill it. */
export const ELIGIBLE: Readonly<Record<Slot, (candidate: Candidate) => boolean>> = {
  data: (one) =>
    isData(one) ||
    (isOpen(one) &&
      !one.isOnlyTrained &&
      !one.facts.isHardware &&
      one.phrase?.preposition !== '' &&
      (one.phrase?.isName === true || /^(?:plain|task)$/.test(one.phrase?.head ?? ''))),
  target: (one) => isOpen(one) && one.phrase?.head !== 'people' && !isIdleHardware(one),
  system: (one) => isSystem(one) || (isOpen(one) && !/^(?:data|cases)$/.test(one.phrase?.head ?? '')),
};
