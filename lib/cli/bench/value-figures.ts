/** The digits of a printed value, so that spellings of one value compare as equal. */

/** A spread behind a value, which labels give or leave out: "0.77 ± 0.02", "0.77+/-0.02", "0.77(0.02)". */
const SPREAD = /(?<=[\d%\p{L}]) ?(?:±|\((?=\d*\.\d+%?\)$)|\+\/?-|pm(?=[ \d])|plus(?:\/| or |[- ]?)minus).*$/u;

/** The best possible mark behind a mark, which labels give or leave out: "4.5 out of 5", "4.5/5". */
const BEST_MARK = /(?<=\.\d+) ?(?:\/|out of) ?(?:3|4|5|7|10|100)$/;

/** A place as one word or with its noun: "first" = "first place" = "1st". */
const PLACE = /^(first|second|third)(?:[- ](?:place|rank|position))?$/;
const PLACES = ['first', 'second', 'third'];

/**
 * The digits of a value, by which two spellings of it are compared: "16 x" = "16X", "37.51 dB" = "37.51", "9 F1
 * points" = "9 points", "0.77 ± 0.02" = "0.77".
 */
export const figuresOf = (value: string): string =>
  value
    .toLowerCase()
    .replace(SPREAD, '')
    .replace(BEST_MARK, '')
    .replace(PLACE, (_, word: string) => String(PLACES.indexOf(word) + 1))
    .match(/(?<![\p{L}])\d+(?:[.,]\d+)*/gu)
    ?.join(' ') ?? value.toLowerCase().replace(/[^a-z]/g, '');
