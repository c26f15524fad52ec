/** Builds the patterns by which the contribution of a paper is recognised. */
import { headsOf, mergedHeads, type Head } from '../heads';

/** A way of saying that a paper makes a contribution; `weight` is compared with those of other ways. */
export interface Sign {
  readonly id: string;
  readonly where: 'title' | 'abstract';
  readonly weight: number;
  /** The words at which `pattern` can match. */
  readonly heads: readonly Head[];
  /** Tried only at those words. */
  readonly pattern: RegExp;
  /** Parts that can match anywhere, and are tried on the whole text. */
  readonly anywhere: RegExp | undefined;
}

const either = (parts: readonly string[], flags: string): RegExp => new RegExp(parts.join('|'), flags);

/** Makes one sign; the parts are alternatives, matched without case. */
export function sign(id: string, where: Sign['where'], weight: number, parts: readonly string[]): Sign {
  const headed = parts.filter((part) => headsOf(part) !== undefined);
  const others = parts.filter((part) => headsOf(part) === undefined);
  return {
    id,
    where,
    weight,
    heads: mergedHeads(headed),
    pattern: either(headed, 'iy'),
    anywhere: others.length > 0 ? either(others, 'i') : undefined,
  };
}

/** A pattern for one of several words or patterns, separated by semicolons. */
export const any = (words: string): string =>
  `(?:${words.trim().replace(/\s+/g, ' ').split('; ').join('|')})`;
