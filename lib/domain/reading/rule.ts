/**
 * Rules as values. A table of them is tried in order and the first that matches decides; each has a name, which
 * `npm run annotate -- --explain` prints, and an example of its own, which a test runs.
 */
import type { Aspect } from './aspect';
import type { Context } from './sentence/context';

/** One rule. `Facts` is what the table is told beside the sentence and the place of the number. */
export interface Rule<Verdict, Facts = undefined> {
  /** Unique in its table; said to people, so it names what the rule looks for: "year", "metric of the unit". */
  readonly name: string;
  /**
   * A text that this rule decides, and what is then read: of every result its value, then the table's field
   * ("0.91 level, +3% change"); for `refused` and `accepted` the values alone. Empty where nothing is read.
   */
  readonly example: readonly [text: string, expected: string];
  /** The verdict on the number at token `at`; undefined leaves it to the next rule. */
  readonly match: (context: Context, at: number, facts: Facts) => Verdict | undefined;
}

/** Rules for one aspect, in the order in which they are tried. */
export interface RuleTable<Verdict, Facts = undefined> {
  readonly aspect: Aspect;
  readonly rules: readonly Rule<Verdict, Facts>[];
}

/** What is known of a table without running it: for tests, traces and counts. */
export interface NamedRules {
  readonly aspect: Aspect;
  readonly rules: readonly Pick<Rule<unknown>, 'name' | 'example'>[];
}

/** A predicate as a match: `verdict` where it holds, no verdict where it does not. */
export const when =
  <Verdict, Facts>(
    holds: (context: Context, at: number, facts: Facts) => boolean,
    verdict: Verdict,
  ): Rule<Verdict, Facts>['match'] =>
  (context, at, facts) =>
    holds(context, at, facts) ? verdict : undefined;

/** The verdict of the first rule that matches, told to the context's trace; undefined where none does. */
export function decide<Verdict, Facts>(
  table: RuleTable<Verdict, Facts>,
  context: Context,
  at: number,
  facts: Facts,
): Verdict | undefined {
  for (const rule of table.rules) {
    const verdict = rule.match(context, at, facts);
    if (verdict === undefined) continue;
    context.trace?.(table.aspect, rule.name, context.tokens[at]?.start ?? 0);
    return verdict;
  }
  return undefined;
}
