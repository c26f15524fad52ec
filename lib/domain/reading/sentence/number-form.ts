/** The form of a number in a text. */

/**
 * What kind of quantity a number is, which decides what it can be a result of.
 * `bare` has no unit; `count` has a magnitude letter (42K); `share` is "27 of 29".
 */
export type NumberForm =
  | 'bare'
  | 'percent'
  | 'points'
  | 'times'
  | 'magnitude'
  | 'share'
  | 'fraction'
  | 'rank'
  | 'measure'
  | 'time'
  | 'speed'
  | 'count';

/** A number as it stands in a text. */
export interface NumberMention {
  readonly end: number;
  /** As printed, in one typography: "83.5%", "16x", "0.16±0.13 mm". */
  readonly value: string;
  readonly form: NumberForm;
  /** The value of the first number printed; 0 for numbers in words. */
  readonly figure: number;
  readonly signed: boolean;
  readonly decimal: boolean;
  readonly range: boolean;
  /** True for a power of ten, which may be a size as well as a result. */
  readonly power: boolean;
  /** The unit as printed; empty if there is none. */
  readonly unit: string;
}

/** A number, plain but for what `more` says of it. */
export function mention(
  end: number,
  value: string,
  form: NumberForm,
  more: Partial<NumberMention> = {},
): NumberMention {
  return {
    end,
    value,
    form,
    figure: 0,
    signed: false,
    decimal: false,
    range: false,
    power: false,
    unit: '',
    ...more,
  };
}
