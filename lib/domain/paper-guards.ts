/** Guards of a paper's parts, for whoever reads papers that were stored: compiled, exported, or saved by the user. */
import { anyOf, isBoolean, isNumber, list, oneOf, optional, shape, text, type Guard } from './guard';
import {
  BOUNDED_KINDS,
  LINK_KINDS,
  RESULT_KINDS,
  RESULT_ROLES,
  WAYS,
  type Authors,
  type Direction,
  type PaperLink,
  type Result,
  type WeightedTerm,
} from './paper';

/** A list of nothing but strings. */
export const isStrings: Guard<readonly string[]> = list(text());

/** Names, a number of people, or an organisation. */
export const isAuthors: Guard<Authors> = anyOf(
  shape({ names: isStrings, familyNames: optional(isStrings) }),
  shape({ count: isNumber }),
  shape({ organisation: text() }),
);

/** One reported number. */
export const isResult: Guard<Result> = shape<Result>({
  metric: anyOf(text(), oneOf([null])),
  value: text(),
  kind: oneOf(RESULT_KINDS),
  role: oneOf(RESULT_ROLES),
  system: optional(text()),
  data: optional(text()),
  target: optional(text()),
  way: optional(oneOf(WAYS)),
  improves: optional(isBoolean),
  bounds: optional(oneOf(BOUNDED_KINDS)),
  comparedWith: optional(isNumber),
  better: optional(oneOf<Direction>(['higher', 'lower'])),
  anchor: text(),
});

const isSecureAddress: Guard<string> = (value): value is string =>
  typeof value === 'string' && value.startsWith('https://');

/** An outward link that passed the link rules. */
export const isLink: Guard<PaperLink> = shape<PaperLink>({
  kind: oneOf(LINK_KINDS),
  url: isSecureAddress,
  official: isBoolean,
});

/** A term of a text with its weight. */
export const isTerm: Guard<WeightedTerm> = (value): value is WeightedTerm =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && isNumber(value[1]);

/** Results, all of them whole. */
export const isResults: Guard<readonly Result[]> = list(isResult);

/** Links, all of them whole. */
export const isLinks: Guard<readonly PaperLink[]> = list(isLink);
