/**
 * Rules as values. The rules of a table are tried in order and the first that matches decides. Each has a
 * name, printed by `npm run annotate -- --explain`, and an example, which a test runs.
 */
import type { Aspect } from './aspect';
import type { Context } from './sentence/context';

/** One rule. `Facts` is what the table is given in addition to the sentence and the number's place. */
export interface Rule<Verdict, Facts = undefined> {
  /**
   * Unique in its table. Shown to people, so it names what the rule looks for: "year", "metric of the unit".
   */
  readonly name: string;
  /**
   * A text that this rule decides, and what is read from it: for each result its value and the table's field
   * ("0.91 level, +3% change"); for `refused` and `accepted` only the values. Empty if nothing is read.
   */
  readonly example: readonly [text: string, expected: string];
  /** The verdict on the number at token `at`; undefined leaves the decision to the next rule. */
  readonly match: (context: Context, at: number, facts: Facts) => Verdict | undefined;
  /**
   * Traits (see `TRAIT`) of which some word of the sentence must have one for the rule to match: without them it is not
   * tried, which takes much less time. Undefined if it may match in any sentence.
   */
  readonly cues?: number;
}

/** Rules for one aspect, in the order in which they are tried. */
export interface RuleTable<Verdict, Facts = undefined> {
  readonly aspect: Aspect;
  readonly rules: readonly Rule<Verdict, Facts>[];
}

/** The part of a table that can be listed without running it: for tests, traces and counts. */
export interface NamedRules {
  readonly aspect: Aspect;
  readonly rules: readonly Pick<Rule<unknown>, 'name' | 'example'>[];
}

/** Turns a predicate into a `match`: gives `verdict` if it holds, otherwise undefined. */
export const when =
  <Verdict, Facts>(
    holds: (context: Context, at: number, facts: Facts) => boolean,
    verdict: Verdict,
  ): Rule<Verdict, Facts>['match'] =>
  (context, at, facts) =>
    holds(context, at, facts) ? verdict : undefined;

/** False only if the sentence has none of the cues that the rule needs. */
export const mayMatch = ({ cues }: Pick<Rule<unknown>, 'cues'>, { traits }: Context): boolean =>
  cues === undefined || (cues & traits) !== 0;

/**
 * The verdict of the first rule that matches, also reported to the context's trace; undefined if no rule
 * matches.
 */
export function decide<Verdict, Facts>(
  table: RuleTable<Verdict, Facts>,
  context: Context,
  at: number,
  facts: Facts,
): Verdict | undefined {
  for (const rule of table.rules) {
    if (!mayMatch(rule, context)) continue;
    const verdict = rule.match(context, at, facts);
    if (verdict === undefined) continue;
    context.trace?.(table.aspect, rule.name, context.tokens[at]?.start ?? 0);
    return verdict;
  }
  return undefined;
}
