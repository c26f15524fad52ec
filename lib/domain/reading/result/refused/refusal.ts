/** Reasons to skip a number, as rules; their order does not matter. */
import type { NumberForm, NumberMention } from '../../sentence/number-form';
import type { Context } from '../../sentence/context';
import { when, type Rule } from '../../rule';

/** A rule that skips numbers. */
export interface Refusal extends Rule<true, NumberMention> {
  /** The forms of numbers for which it may hold; any if undefined. */
  readonly forms?: readonly NumberForm[];
}

/** Makes such a rule; of its example `text` only `expected` is read. `needs` says when it is not tried. */
export const refusal = (
  name: string,
  [text, expected]: Refusal['example'],
  holds: (context: Context, at: number, number: NumberMention) => boolean,
  needs: Pick<Refusal, 'forms' | 'cues'> = {},
): Refusal => ({ name, example: [text, expected], match: when(holds, true), ...needs });
