/**
 * Building blocks of the tests of candidates: where a phrase stands, which preposition it has, whose it is.
 */
import type { Candidate, Place } from './candidates';
import type { Head } from './words';

/** One test. */
export interface Feature {
  readonly name: string;
  readonly holds: (candidate: Candidate) => boolean;
}

/** Whether something holds for a candidate. */
export type Test = Feature['holds'];

/** Holds if the candidate has a place beside the number for which `test` holds. */
export const at =
  (test: (place: Place, one: Candidate) => boolean): Test =>
  (one) =>
    one.place !== undefined && test(one.place, one);
/** The phrase stands `low` to `high` tokens after the number, without another result between. */
export const behind = (low: number, high: number): Test =>
  at(
    ({ isAfter, resultsBetween, distance }) =>
      isAfter && resultsBetween === 0 && distance >= low && distance <= high,
  );
/** The phrase stands `low` to `high` tokens before the number, without another result between. */
export const before = (low: number, high: number): Test =>
  at(
    ({ isAfter, resultsBetween, distance }) =>
      !isAfter && resultsBetween === 0 && distance >= low && distance <= high,
  );
/** The phrase has one of these prepositions. */
export const by = (...prepositions: readonly string[]): Test =>
  at((_, { phrase }) => prepositions.includes(phrase?.preposition ?? ''));
/** The phrase has one of these heads. */
export const headed =
  (...heads: readonly Head[]): Test =>
  ({ phrase }) =>
    phrase !== undefined && heads.includes(phrase.head);
/** The phrase is in an earlier sentence, and the test holds. */
export const back =
  (test: Test): Test =>
  (one) =>
    one.sentencesBack > 0 && test(one);
/**
 * The candidate is a name of the paper's own things that no phrase of the sentence holds, and the test holds.
 */
export const ownName =
  (test: Test): Test =>
  (one) =>
    one.own !== undefined && one.phrase === undefined && test(one);
/** All of the tests hold. */
export const both =
  (...tests: readonly Test[]): Test =>
  (one) =>
    tests.every((test) => test(one));
/** The phrase is a name. */
export const isName: Test = ({ phrase }) => phrase?.isName === true;
/** The phrase stands after the number. */
export const isAfter = at((place) => place.isAfter);
/** The phrase begins the sentence. */
export const opens = at((place) => place.opensSentence);
/** The number belongs to a compared system. */
export const isRival: Test = ({ number }) => number.role === 'baseline';
/** The first phrase with a place after the number. */
export const nextPlaced = both(
  behind(0, 4),
  at((place) => place.isFirstPlaced),
);

/** A test with its name. */
export const feature = (name: string, holds: Test): Feature => ({ name, holds });
