/** Guards for parts of papers that were stored: compiled, exported, or saved by the user. */
import { list, text, type Guard } from './guard';
import { AUTHORS, LINK, RESULT, WEIGHTED_TERM } from './paper';
import type { PaperLink, Result } from './paper';
import { guardOf } from './schema';

/** A list of strings only. */
export const isStrings: Guard<readonly string[]> = list(text());

/** Names, a number of people, or an organisation. */
export const isAuthors = guardOf(AUTHORS);

/** One reported number. */
export const isResult: Guard<Result> = guardOf(RESULT);

/** A link that passed the rules for links. */
export const isLink: Guard<PaperLink> = guardOf(LINK);

/** A term of a text with its weight. */
export const isTerm = guardOf(WEIGHTED_TERM);
