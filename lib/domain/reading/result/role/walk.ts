/** Rules that look at the words in front of a number one by one, from the nearest: the first that matches at a word decides. */
import type { Context } from '../../sentence/context';
import type { Rule, RuleTable } from '../../rule';

/** At a word: the number is another's, nothing more is told by the words before it, or so many words are passed over. */
export type Step = 'baseline' | 'end' | { readonly to: number };

/** A rule for the word at a token; `facts` is the token of the number. */
export type WordRule = Rule<Step, number>;

/** A rule by name with its example: the roles that are read of it. */
export const atWord = (
  name: string,
  [text, expected]: WordRule['example'],
  match: WordRule['match'],
): WordRule => ({ name, example: [text, expected], match });

/** True where a rule says that the number at `at` is another's; at most `reach` words are looked at. */
export function walkBack(
  table: RuleTable<Step, number>,
  context: Context,
  at: number,
  reach: number,
): boolean {
  for (let index = at - 1; index >= 0 && at - index < reach; index -= 1) {
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
