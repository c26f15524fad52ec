/** What the tests of candidates are put together from: where a phrase stands, what leads to it, whose it is. */
import type { Candidate, Place } from './candidates';
import type { Head } from './words';

/** One test. */
export interface Feature {
  readonly name: string;
  readonly holds: (candidate: Candidate) => boolean;
}

/** Whether something holds of a candidate. */
export type Test = Feature['holds'];

/** Holds where the candidate has a place beside the number, and the test holds of it. */
export const at =
  (test: (place: Place, one: Candidate) => boolean): Test =>
  (one) =>
    one.place !== undefined && test(one.place, one);
/** So many tokens behind the number, no other result between. */
export const behind = (low: number, high: number): Test =>
  at(
    ({ isAfter, resultsBetween, distance }) =>
      isAfter && resultsBetween === 0 && distance >= low && distance <= high,
  );
/** So many tokens ahead of the number, no other result between. */
export const before = (low: number, high: number): Test =>
  at(
    ({ isAfter, resultsBetween, distance }) =>
      !isAfter && resultsBetween === 0 && distance >= low && distance <= high,
  );
/** One of these prepositions leads to the phrase. */
export const by = (...prepositions: readonly string[]): Test =>
  at((_, { phrase }) => prepositions.includes(phrase?.preposition ?? ''));
/** The phrase has one of these heads. */
export const headed =
  (...heads: readonly Head[]): Test =>
  ({ phrase }) =>
    phrase !== undefined && heads.includes(phrase.head);
/** Of a phrase in an earlier sentence. */
export const back =
  (test: Test): Test =>
  (one) =>
    one.sentencesBack > 0 && test(one);
/** A name of the paper's own, as it is offered to every number. */
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
/** The phrase stands behind the number. */
export const isAfter = at((place) => place.isAfter);
/** The phrase opens the sentence. */
export const opens = at((place) => place.opensSentence);
/** The number is a compared system's. */
export const isRival: Test = ({ number }) => number.role === 'baseline';
/** The first phrase with a place behind the number. */
export const nextPlaced = both(
  behind(0, 4),
  at((place) => place.isFirstPlaced),
);

/** A test with its name. */
export const feature = (name: string, holds: Test): Feature => ({ name, holds });
