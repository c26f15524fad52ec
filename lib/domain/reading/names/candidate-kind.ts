/**
 * The kind of a candidate: what it shares with so many others that whatever follows from it is worked out once
 * for all of them.
 */
import type { Candidate } from './candidates';
import type { Phrase } from './phrase';
import { factsOfText } from './text-facts';
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
const kinds = new Map<string, Kind>();
const MOST_KINDS = 2000;

/** The kind of a candidate: the same object for all candidates of a kind. */
export function kindOf({ text, phrase, place, own }: Candidate): Kind {
  const side = place ? (place.isAfter ? 'after' : 'before') : phrase ? 'back' : 'own';
  const facts = factsOfText(text);
  const flags =
    (own ? 1 : 0) +
    (phrase?.isName === true ? 2 : 0) +
    (facts.isKnownData ? 4 : 0) +
    (facts.isKnownSystem ? 8 : 0) +
    (facts.isModel ? 16 : 0) +
    (facts.isPlural ? 32 : 0) +
    (facts.hasCapitalOrDigit ? 64 : 0);
  const key = `${side} ${phrase?.head ?? ''} ${phrase?.preposition ?? ''} ${phrase?.purpose ?? ''} ${flags}`;
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
