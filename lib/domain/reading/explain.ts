/** Explains a reading: the named rules that decided each field of a result. */
import type { Located, Result } from '../paper';
import type { Aspect } from './aspect';
import { cleanText, sourceSpan } from './clean-text';
import { findResults } from './result';

/** The rule that decided a field of a result. */
export interface Reason {
  readonly aspect: Aspect;
  readonly rule: string;
}

/** A result with its reasons, one for each aspect that a rule decided, in the order of their last decision. */
export interface Explained {
  readonly result: Located<Result>;
  readonly reasons: readonly Reason[];
}

/** The results of an abstract, each with the rules that decided it. */
export function explainResults(abstract: string): readonly Explained[] {
  const clean = cleanText(abstract);
  const decided = new Map<number, Map<Aspect, string>>();
  const results = findResults(clean, (aspect, rule, start) => {
    const place = sourceSpan(clean, start, start).start;
    const reasons = decided.get(place) ?? new Map<Aspect, string>();
    reasons.delete(aspect);
    decided.set(place, reasons.set(aspect, rule));
  });
  return results.map((result) => ({
    result,
    reasons: [...(decided.get(result.span.start) ?? [])].map(([aspect, rule]) => ({ aspect, rule })),
  }));
}
