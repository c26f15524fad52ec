/** What a reason to pass over a number is: a rule without exceptions, whose order does not matter. */
import type { NumberMention } from '../../sentence/number-form';
import type { Context } from '../../sentence/context';
import { when, type Rule } from '../../rule';

/** A rule that passes over numbers. */
export type Refusal = Rule<true, NumberMention>;

/** A refusal by name; `text` is its example, of which only `expected` is read. */
export const refusal = (
  name: string,
  [text, expected]: Refusal['example'],
  holds: (context: Context, at: number, number: NumberMention) => boolean,
): Refusal => ({ name, example: [text, expected], match: when(holds, true) });
