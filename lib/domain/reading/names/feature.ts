/**
 * Building blocks of the tests of candidates: where a phrase stands, which preposition it has, whose it is.
 */
import type { Kind } from './candidate-kind';
import type { Candidate } from './candidates';
import { FLAG, type Flag } from './flags';
import type { Head } from './words';

type Holds = (candidate: Candidate) => boolean;

/**
 * Whether something holds for a candidate, in three parts: most tests are ruled out, and many are decided, by the
 * candidate's kind, for which they are tried only once, and nearly all others by its flags.
 */
export interface Test {
  /** What must hold for its kind. */
  readonly ofKind: (kind: Kind) => boolean;
  /** Bits that must be set, see `FLAG`. */
  readonly set: number;
  /** Bits that must not be set. */
  readonly unset: number;
  /** What must hold besides; undefined if kind and flags decide. */
  readonly holds: Holds | undefined;
}

/** One test with its name. */
export interface Feature extends Test {
  readonly name: string;
}

const ANY = (): boolean => true;

const NO_TEST: Test = { ofKind: ANY, set: 0, unset: 0, holds: undefined };

/** A test of the candidate's kind alone. */
export const kindTest = (ofKind: Test['ofKind']): Test => ({ ...NO_TEST, ofKind });

const bitsOf = (flags: readonly Flag[]): number => flags.reduce((bits, flag) => bits | FLAG[flag], 0);
/** All of the flags are set. */
export const is = (...flags: readonly Flag[]): Test => ({ ...NO_TEST, set: bitsOf(flags) });
/** None of the flags is set. */
export const isNot = (...flags: readonly Flag[]): Test => ({ ...NO_TEST, unset: bitsOf(flags) });

const toTest = (test: Test | Holds): Test =>
  typeof test === 'function' ? { ...NO_TEST, holds: test } : test;

/** All of the tests hold. */
export function both(...tests: readonly (Test | Holds)[]): Test {
  const all = tests.map(toTest);
  const rest = all.flatMap(({ holds }) => holds ?? []);
  return {
    ofKind: (kind) => all.every(({ ofKind }) => ofKind(kind)),
    set: all.reduce((bits, { set }) => bits | set, 0),
    unset: all.reduce((bits, { unset }) => bits | unset, 0),
    holds: rest.length < 2 ? rest[0] : (candidate) => rest.every((holds) => holds(candidate)),
  };
}

/** The candidate is a phrase of the number's own sentence. */
export const isHere = kindTest(({ side }) => side === 'after' || side === 'before');
/** The candidate is a phrase, not only a name of the paper's own things. */
export const isPhrase = kindTest(({ side }) => side !== 'own');

/** The phrase stands after the number. */
export const isAfter = kindTest(({ side }) => side === 'after');
/** The phrase stands before the number, in its sentence. */
export const isBefore = kindTest(({ side }) => side === 'before');

/** The phrase stands `low` to `high` tokens away from the number. */
export const isAway = (low: number, high: number): Test =>
  both(isHere, ({ place }) => place !== undefined && place.distance >= low && place.distance <= high);
const isNear = (low: number, high: number): Test => both(is('nothingBetween'), isAway(low, high));
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
/** A verb does this with the phrase. */
export const purposed = (wanted: Kind['purpose']): Test => kindTest(({ purpose }) => purpose === wanted);
/** The phrase is a name. */
export const isName = kindTest((kind) => kind.isName);
/** The phrase is no name. */
export const isNoName = both(
  isHere,
  kindTest((kind) => !kind.isName),
);
/** The phrase begins the sentence. */
export const opens = is('opens');
/** The number belongs to a compared system. */
export const isRival = is('rival');
/** The first phrase with a place after the number. */
export const nextPlaced = both(behind(0, 4), is('firstPlaced'));

/** A test with its name. */
export const feature = (name: string, test: Test | Holds): Feature => ({ name, ...toTest(test) });

/** The tests, each tried only where `where` holds too. */
export const only = (where: Test, features: readonly Feature[]): readonly Feature[] =>
  features.map((one) => feature(one.name, both(where, one)));
