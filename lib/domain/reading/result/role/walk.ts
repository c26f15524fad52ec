/**
 * Rules that examine the words before a number one by one, the nearest first. At each word, the first rule
 * that matches decides.
 */
import type { Token } from '../../sentence';
import type { Context } from '../../sentence/context';
import type { Rule, RuleTable } from '../../rule';

/**
 * What a rule says at a word: the number is a baseline's, the words before it decide nothing, or continue at
 * token `to`.
 */
export type Step = 'baseline' | 'end' | { readonly to: number };

/** A rule for the word at a token; `facts` is the token of the number. */
export type WordRule = Rule<Step, number>;

/** Rules that are tried word by word. */
export interface WordTable extends RuleTable<Step, number> {
  /**
   * False for words at which no rule can match, as most are. All rules are tried in front of the number, and where a
   * clause begins or ends.
   */
  readonly mayDecide: (token: Token) => boolean;
}

/** Makes such a rule; its example gives the roles that are read. */
export const atWord = (
  name: string,
  [text, expected]: WordRule['example'],
  match: WordRule['match'],
): WordRule => ({ name, example: [text, expected], match });

/** True if a rule says that the number at `at` is a baseline's; at most `reach` words are examined. */
export function walkBack(table: WordTable, context: Context, at: number, reach: number): boolean {
  for (let index = at - 1; index >= 0 && at - index < reach; index -= 1) {
    const token = context.tokens[index];
    const isOpen = index === at - 1 || context.clauses[index] !== context.clauses[at];
    if (!isOpen && token && !table.mayDecide(token)) continue;
    for (const rule of table.rules) {
      const step = rule.match(context, index, at);
      if (step === undefined) continue;
      context.trace?.(table.aspect, rule.name, context.tokens[at]?.start ?? 0);
      if (step === 'baseline') return true;
      if (step === 'end') return false;
      index = step.to;
      break;
    }
  }
  return false;
}
