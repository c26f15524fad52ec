/**
 * The kind of a candidate: what it shares with so many others that whatever follows from it is worked out once
 * for all of them.
 */
import type { Candidate } from './candidates';
import type { Phrase } from './phrase';
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

/** All kinds met so far, by what tells them apart; emptied when it holds `MOST_KINDS`. */
const kinds = new Map<number, Kind>();
const MOST_KINDS = 2000;

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

const SIDES: readonly Side[] = ['after', 'before', 'back', 'own'];
const PURPOSES: readonly Phrase['purpose'][] = [undefined, 'evaluated', 'trained'];
const FLAGS = 2 ** 7;

/** The kind of a candidate: the same object for all candidates of a kind. */
export function kindOf({ facts, phrase, place, own }: Candidate): Kind {
  const side: Side = place ? (place.isAfter ? 'after' : 'before') : phrase ? 'back' : 'own';
  const flags =
    (own ? 1 : 0) +
    (phrase?.isName === true ? 2 : 0) +
    (facts.isKnownData ? 4 : 0) +
    (facts.isKnownSystem ? 8 : 0) +
    (facts.isModel ? 16 : 0) +
    (facts.isPlural ? 32 : 0) +
    (facts.hasCapitalOrDigit ? 64 : 0);
  // A number is put together and looked up faster than a text.
  let key = numberOf(phrase?.head ?? '') * MOST_NUMBERS + numberOf(phrase?.preposition ?? '');
  key = key * SIDES.length + SIDES.indexOf(side);
  key = (key * PURPOSES.length + PURPOSES.indexOf(phrase?.purpose)) * FLAGS + flags;
  const known = kinds.get(key);
  if (known) return known;
  const { isKnownData, isKnownSystem, isModel, isPlural, hasCapitalOrDigit } = facts;
  const kind: Kind = {
    side,
    head: phrase?.head,
    preposition: phrase?.preposition ?? '',
    isName: phrase?.isName === true,
    purpose: phrase?.purpose,
    isOwn: own !== undefined,
    isKnownData,
    isKnownSystem,
    isModel,
    isPlural,
    hasCapitalOrDigit,
  };
  if (kinds.size >= MOST_KINDS) kinds.clear();
  kinds.set(key, kind);
  return kind;
}
