/**
 * Building blocks of the tests of candidates: where a phrase stands, which preposition it has, whose it is.
 */
import type { Kind } from './candidate-kind';
import type { Candidate, Place } from './candidates';
import type { Head } from './words';

type Holds = (candidate: Candidate) => boolean;

/**
 * Whether something holds for a candidate, in two parts: most tests are ruled out, and many are decided, by the
 * candidate's kind, for which they are tried only once.
 */
export interface Test {
  /** What must hold for its kind. */
  readonly ofKind: (kind: Kind) => boolean;
  /** What must hold besides; undefined if the kind decides. */
  readonly holds: Holds | undefined;
}

/** One test with its name. */
export interface Feature extends Test {
  readonly name: string;
}

const ANY = (): boolean => true;

/** A test of the candidate's kind alone. */
export const kindTest = (ofKind: Test['ofKind']): Test => ({ ofKind, holds: undefined });

const toTest = (test: Test | Holds): Test =>
  typeof test === 'function' ? { ofKind: ANY, holds: test } : test;

/** All of the tests hold. */
export function both(...tests: readonly (Test | Holds)[]): Test {
  const all = tests.map(toTest);
  const rest = all.flatMap(({ holds }) => holds ?? []);
  return {
    ofKind: (kind) => all.every(({ ofKind }) => ofKind(kind)),
    holds: rest.length < 2 ? rest[0] : (candidate) => rest.every((holds) => holds(candidate)),
  };
}

/** The candidate is a phrase of the number's own sentence. */
export const isHere = kindTest(({ side }) => side === 'after' || side === 'before');
/** The candidate is a phrase, not only a name of the paper's own things. */
export const isPhrase = kindTest(({ side }) => side !== 'own');

/** Holds if the candidate has a place beside the number for which `test` holds. */
export const at = (test: (place: Place, one: Candidate) => boolean): Test =>
  both(isHere, (one) => one.place !== undefined && test(one.place, one));
/** The phrase stands after the number. */
export const isAfter = kindTest(({ side }) => side === 'after');
const isBefore = kindTest(({ side }) => side === 'before');

const isNear = (low: number, high: number): Test =>
  at(({ resultsBetween, distance }) => resultsBetween === 0 && distance >= low && distance <= high);
/** The phrase stands `low` to `high` tokens after the number, without another result between. */
export const behind = (low: number, high: number): Test => both(isAfter, isNear(low, high));
/** The phrase stands `low` to `high` tokens before the number, without another result between. */
export const before = (low: number, high: number): Test => both(isBefore, isNear(low, high));
/** The phrase is in the number's sentence and has one of these prepositions. */
export const by = (...prepositions: readonly string[]): Test =>
  both(
    isHere,
    kindTest(({ preposition }) => prepositions.includes(preposition)),
  );
/** The phrase has one of these heads. */
export const headed = (...heads: readonly Head[]): Test =>
  kindTest(({ head }) => head !== undefined && heads.includes(head));
/** The phrase is in an earlier sentence, and the test holds. */
export const back = (test: Test | Holds): Test =>
  both(
    kindTest(({ side }) => side === 'back'),
    test,
  );
/**
 * The candidate is a name of the paper's own things that no phrase of the sentence holds, and the test holds.
 */
export const ownName = (test: Test | Holds): Test =>
  both(
    kindTest(({ side }) => side === 'own'),
    test,
  );
/** The phrase is a name. */
export const isName = kindTest((kind) => kind.isName);
/** The phrase begins the sentence. */
export const opens = at((place) => place.opensSentence);
/** The number belongs to a compared system. */
export const isRival = ({ number }: Candidate): boolean => number.role === 'baseline';
/** The first phrase with a place after the number. */
export const nextPlaced = both(
  behind(0, 4),
  at((place) => place.isFirstPlaced),
);

/** A test with its name. */
export const feature = (name: string, test: Test | Holds): Feature => ({ name, ...toTest(test) });

/** The tests, each tried only where `where` holds too. */
export const only = (where: Test, features: readonly Feature[]): readonly Feature[] =>
  features.map((one) => feature(one.name, both(where, one)));
