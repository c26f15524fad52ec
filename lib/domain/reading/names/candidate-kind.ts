/**
 * The kind of a candidate: what it shares with so many others that whatever follows from it is worked out once
 * for all of them.
 */
import type { Candidate } from './candidates';
import type { Phrase } from './phrase';
import { TEXT_BITS } from './text-facts';
import type { Head } from './words';

/**
 * Where the candidate stands: after or before the number in its sentence, back in an earlier sentence, or
 * nowhere in particular, as a name of the paper's own things.
 */
export type Side = 'after' | 'before' | 'back' | 'own';

/** What candidates of a kind share. */
export interface Kind {
  readonly side: Side;
  /** Absent for own names without a phrase. */
  readonly head: Head | undefined;
  /** Empty for none. */
  readonly preposition: string;
  readonly isName: boolean;
  readonly purpose: Phrase['purpose'];
  readonly isOwn: boolean;
  readonly isKnownData: boolean;
  readonly isKnownSystem: boolean;
  readonly isModel: boolean;
  readonly isPlural: boolean;
  readonly hasCapitalOrDigit: boolean;
}

/** Numbers of the words that can be a phrase's head or preposition: some fifty. */
const numbers = new Map<string, number>();
/** More than there are such words. */
const MOST_NUMBERS = 2 ** 8;

function numberOf(word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  const made = numbers.size;
  numbers.set(word, made);
  return made;
}

const PURPOSES: readonly Phrase['purpose'][] = [undefined, 'evaluated', 'trained'];

/** What kinds ask of a phrase as one number above 0. */
function codeOf({ head, preposition, isName, purpose }: Phrase): number {
  const words = numberOf(head) * MOST_NUMBERS + numberOf(preposition);
  return 1 + (words * PURPOSES.length + PURPOSES.indexOf(purpose)) * 2 + Number(isName);
}

/** Numbers of the other things that kinds ask: four sides, an own name or not, and the bits of texts. */
const OTHERS = 4 * 2 * TEXT_BITS;

/** Equal for candidates of one kind. */
export function kindKeyOf({ facts, phrase, place, own }: Candidate): number {
  if (phrase && phrase.code === 0) phrase.code = codeOf(phrase);
  const side = place ? (place.isAfter ? 0 : 1) : phrase ? 2 : 3;
  return (phrase?.code ?? 0) * OTHERS + (2 * side + (own ? 1 : 0)) * TEXT_BITS + facts.bits;
}

/** The kind of a candidate. */
export const kindOf = ({ facts, phrase, place, own }: Candidate): Kind => ({
  side: place ? (place.isAfter ? 'after' : 'before') : phrase ? 'back' : 'own',
  head: phrase?.head,
  preposition: phrase?.preposition ?? '',
  isName: phrase?.isName === true,
  purpose: phrase?.purpose,
  isOwn: own !== undefined,
  isKnownData: facts.isKnownData,
  isKnownSystem: facts.isKnownSystem,
  isModel: facts.isModel,
  isPlural: facts.isPlural,
  hasCapitalOrDigit: facts.hasCapitalOrDigit,
});
