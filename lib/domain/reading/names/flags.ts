/**
 * What most tests ask of a candidate, as bits of one number: hundreds of tests are tried for each number of a text, and
 * a comparison of bits decides nearly all of them.
 */
import { isMetricFact } from '../../metrics';
import type { Candidate, Numbered, Place } from './candidates';

/** The bits. Those up to `followsMetric` are of the place, and so are not set for a candidate without one. */
export const FLAG = {
  sameClause: 1,
  comma: 2 ** 1,
  opens: 2 ** 2,
  beforeBracket: 2 ** 3,
  bracketAfter: 2 ** 4,
  subject: 2 ** 5,
  nearestSubject: 2 ** 6,
  compared: 2 ** 7,
  firstBehind: 2 ** 8,
  lastBefore: 2 ** 9,
  firstPlaced: 2 ** 10,
  lastPlaced: 2 ** 11,
  onlyPlaced: 2 ** 12,
  topic: 2 ** 13,
  label: 2 ** 14,
  sharesBracket: 2 ** 15,
  fronted: 2 ** 16,
  /** No other result stands between the phrase and the number. */
  nothingBetween: 2 ** 17,
  oneBetween: 2 ** 18,
  followsMetric: 2 ** 19,
  /** The number belongs to a compared system. */
  rival: 2 ** 20,
  change: 2 ** 21,
  /** The number is of a cost, which is seldom measured on data. */
  spent: 2 ** 22,
  factor: 2 ** 23,
  noMeasure: 2 ** 24,
  whole: 2 ** 25,
  /** A list pairs it with this number. */
  dealt: 2 ** 26,
  proper: 2 ** 27,
} as const;

/** The name of a bit. */
export type Flag = keyof typeof FLAG;

/** The bit, if the condition holds; no bit otherwise. */
export const bitIf = (holds: boolean, bit: number): number => (holds ? bit : 0);

/** The bits of a number, the same for all its candidates. */
export const flagsOfNumber = ({ role, kind, bounds, metric, number: { form } }: Numbered): number =>
  bitIf(role === 'baseline', FLAG.rival) |
  bitIf(kind === 'change' || bounds === 'change', FLAG.change) |
  bitIf(
    /^(?:time|speed|count|measure)$/.test(form) ||
      isMetricFact(metric?.name ?? undefined, 'cost') ||
      isMetricFact(metric?.name ?? undefined, 'resource'),
    FLAG.spent,
  ) |
  bitIf(/^(?:times|magnitude|fraction|share)$/.test(form), FLAG.factor) |
  bitIf(metric === undefined || metric.name === null, FLAG.noMeasure);

const flagsOfPlace = (place: Place): number =>
  place.flags |
  bitIf(place.opensSentence, FLAG.opens) |
  bitIf(place.isBeforeBracket, FLAG.beforeBracket) |
  bitIf(place.isBracketAfter, FLAG.bracketAfter) |
  bitIf(place.isSubject, FLAG.subject) |
  bitIf(place.isCompared, FLAG.compared) |
  bitIf(place.isTopic, FLAG.topic) |
  bitIf(place.isLabel, FLAG.label) |
  bitIf(place.sharesBracket, FLAG.sharesBracket) |
  bitIf(place.followsMetric, FLAG.followsMetric);

/** The bits of a candidate besides those of its number. */
export const flagsOf = (
  { place, isWhole, dealt }: Pick<Candidate, 'place' | 'isWhole' | 'dealt'>,
  isProper: boolean,
): number =>
  (place ? flagsOfPlace(place) : 0) |
  bitIf(isWhole, FLAG.whole) |
  bitIf(dealt === 'own', FLAG.dealt) |
  bitIf(isProper, FLAG.proper);
