/** What a way of saying that a paper adds something is made of. */
import { headsOf } from './heads';

/** A way of saying that a paper makes a contribution; `weight` against the other ways. */
export interface Sign {
  readonly id: string;
  readonly where: 'title' | 'abstract';
  readonly weight: number;
  /** Stems of the words at which `pattern` may fit. */
  readonly heads: ReadonlySet<number>;
  /** To be tried at those words, and there alone. */
  readonly pattern: RegExp;
  /** What may fit at any place. */
  readonly anywhere: RegExp | undefined;
}

const either = (parts: readonly string[], flags: string): RegExp => new RegExp(parts.join('|'), flags);

/** One row; the parts are alternatives, tried without regard to case. */
export function sign(id: string, where: Sign['where'], weight: number, parts: readonly string[]): Sign {
  const headed = parts.filter((part) => headsOf(part) !== undefined);
  const others = parts.filter((part) => headsOf(part) === undefined);
  return {
    id,
    where,
    weight,
    heads: new Set(headed.flatMap((part) => headsOf(part) ?? [])),
    pattern: either(headed, 'iy'),
    anywhere: others.length > 0 ? either(others, 'i') : undefined,
  };
}

/** One of the words or patterns, which semicolons part. */
export const any = (words: string): string =>
  `(?:${words.trim().replace(/\s+/g, ' ').split('; ').join('|')})`;
