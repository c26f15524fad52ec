/** Reasons to skip a number, as rules; their order does not matter. */
import type { NumberMention } from '../../sentence/number-form';
import type { Context } from '../../sentence/context';
import { when, type Rule } from '../../rule';

/** A rule that skips numbers. */
export type Refusal = Rule<true, NumberMention>;

/** Makes such a rule; of its example `text` only `expected` is read. */
export const refusal = (
  name: string,
  [text, expected]: Refusal['example'],
  holds: (context: Context, at: number, number: NumberMention) => boolean,
): Refusal => ({ name, example: [text, expected], match: when(holds, true) });
