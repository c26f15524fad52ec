/**
 * Numbers as results print them: digits with sign, spread, range and unit; powers of ten; times in two units;
 * numbers in words. A number in an unknown form is not read, since a wrong one is worse than none.
 */
import { isDigit, isInDigits, isLetter } from './characters';
import { mention, type NumberMention } from './number-form';
import { isArticleAlone, WORDED_FORMS, type WordedForm } from './number-words';
import { isPairStart, rangeHolds } from './ranges';
import { unitAt } from './units';

/** Digits as printed: "1,234.5", "12 000", "12'000", "84,25" before a unit, "0,85", ".5". */
const GROUPED = String.raw`(?!0)\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ ']\d{3})+(?![\d-]|\.\d)`;
const DECIMAL_COMMA = String.raw`\d{1,3},\d{1,2}(?=\s?(?:%|[x×]|-?fold|points?|pp|dB|[cm]m|m?s|min|h|[GM]B)(?![\p{L}\d]))|(?<!\[)0,\d{2,4}(?![\d,])`;
const CORE = String.raw`(?:${GROUPED}|${DECIMAL_COMMA}|\d+(?:\.\d+)?|\.\d+)`;

/** Units that are printed at both ends of a range: "0.06 mm to 0.09 mm". */
const END_UNIT = String.raw`\s?(?:percent|[cmµ]?m|dB|[mµ]?s|min|minutes|seconds|hours|[GM]B|Gy|-?fold)`;

const DIGITS = new RegExp(
  String.raw`([+-]?)\$?(${CORE})(?:\s?(?:%|mm|cm|dB|ms|°)?[_^]?\s?(?:±|\+\s?\/?\s?-|\splus\sor\sminus\s)\s?${CORE})?(?:(?:[%×x]|(${END_UNIT}))?(-\sto\s|\s?-{1,2}\s?\+?|\s?[~∼]\s?|\sand\s|\sto\s(?:[+-](?=\d|\.\d))?)${CORE}(?=\3)|\(\d*\.\d+%?\))?`,
  'yu',
);
const SHARE =
  /(\d+)(?:\s?\/\s?|\sout\sof\s(?:the\s|all\s)?|\sof\s(?:the\s|all\s)?)(\d+)(?![\d%×^]|[.,]\d|\s?[-/]\s?[\p{L}\d])/uy;
const ORDINAL =
  /(?:(\d{1,3})\s?(?:st|nd|rd|th)|first|second|third|fourth|fifth)(?=[\s-](?:place|rank|position|prize)\b)|\d{1,3}(?:st|nd|rd|th)(?=\s(?:in|on|among|overall)\b)/iy;
const ORDINAL_AFTER_RANK =
  /#?\s?(\d{1,3})\s?(?:st|nd|rd|th)\b|(?:first|second|third|fourth|fifth|#\s?\d{1,3})\b/iy;
const RANKED = new Set('rank ranks ranked ranking placed places placing finished place'.split(' '));
/** "1.2×10^-4", "0.5*10^-3", "10^4", "4e-3", if nothing else is glued to it. */
const POWER =
  /([+-]?)(?:(?:(\d+(?:[.,]\d+)?)\s?[×*x]\s?)?10\s?\^\s?([+-]?\d{1,3})|(\d+(?:\.\d+)?)[eE]([+-]?\d{1,3}))(?![\d^.,]\d|\d)/y;
/** "1 h 20 min", "2 minutes and 30 s", "1h20m". */
const TWO_UNITS =
  /\d+\s?(?:days?|d|hours?|hrs?|h|min(?:ute)?s?|m)(?:\s|,\s|\sand\s)?\d+(?:\.\d+)?\s?(?:hours?|hrs?|h|min(?:ute)?s?|m|sec(?:ond)?s?|s|ms)(?![\p{L}\d^/])/uy;
/** "91.2^+0.3_-0.2%", "91.2 +0.3/-0.2", "91.2 (± 0.3)%": a value with its upper and lower error. */
const TWO_SPREADS = new RegExp(
  String.raw`(${CORE})\s?(?:\^\s?\+\s?${CORE}\s?_\s?-\s?${CORE}|_\s?-\s?${CORE}\s?\^\s?\+\s?${CORE}|\(?\+\s?${CORE}\s?[/,]\s?-\s?${CORE}\)?|\(\s?(?:±|\+\s?\/\s?-)\s?${CORE}\s?\))`,
  'yu',
);

/** A way of printing numbers. */
export interface PrintedForm {
  readonly name: string;
  /** A text, and the value of its first number as this form reads it. A test runs it. */
  readonly example: readonly [text: string, value: string];
  /** Characters of which one stands behind its digits; absent if any may. Saves trying most forms. */
  readonly marks?: string;
  /**
   * The number at `at`, or undefined if this form does not match; `before` is the lower-case token in front.
   */
  readonly read: (text: string, at: number, before: string | undefined) => NumberMention | undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function rankAt(text: string, at: number, before: string | undefined): NumberMention | undefined {
  const pattern = before !== undefined && RANKED.has(before) ? ORDINAL_AFTER_RANK : ORDINAL;
  const found = matchAt(pattern, text, at)?.[0];
  return found === undefined
    ? undefined
    : mention(at + found.length, found.replace(/\s/g, ''), 'rank', { unit: 'rank' });
}

function wordedAt(
  { form, pattern, behind }: WordedForm,
  text: string,
  at: number,
): NumberMention | undefined {
  const found = matchAt(pattern, text, at)?.[0];
  if (found === undefined || (behind && !behind.test(text.slice(Math.max(0, at - 32), at)))) return undefined;
  return mention(at + found.length, found, form, { unit: form });
}

function powerAt(text: string, at: number): NumberMention | undefined {
  const match = matchAt(POWER, text, at);
  // In "n × 10^-3" the power has a factor that cannot be read.
  if (!match || /[×*]\s?$/.test(text.slice(Math.max(0, at - 2), at))) return undefined;
  const [printed, sign = '', core = '', exponent, scientific, power = ''] = match;
  const unit = unitAt(text, at + printed.length);
  const end = at + printed.length + (unit?.text.length ?? 0);
  if (!unit && !standsAlone(text, end, true)) return undefined;
  const short = `${sign}${core && `${core}×`}10^${(exponent ?? '').replace('+', '')}`;
  return mention(
    end,
    (scientific === undefined ? short : printed) + tidyUnit(unit?.text),
    unit?.form ?? 'bare',
    {
      figure: Number(
        scientific === undefined ? `${core.replace(',', '.') || '1'}e${exponent}` : `${scientific}e${power}`,
      ),
      signed: sign !== '',
      decimal: true,
      power: true,
      unit: unit?.text.trim() ?? '',
    },
  );
}

function twoUnitsAt(text: string, at: number): NumberMention | undefined {
  const printed = matchAt(TWO_UNITS, text, at)?.[0];
  return printed === undefined
    ? undefined
    : mention(at + printed.length, printed, 'time', { figure: Number.parseFloat(printed), unit: 'h' });
}

function twoSpreadsAt(text: string, at: number): NumberMention | undefined {
  const match = matchAt(TWO_SPREADS, text, at);
  if (!match) return undefined;
  const unit = unitAt(text, at + match[0].length);
  const end = at + match[0].length + (unit?.text.length ?? 0);
  const core = match[1] ?? '';
  return mention(end, core + tidyUnit(unit?.text), unit?.form ?? 'bare', {
    figure: figureOf(core),
    decimal: true,
    unit: unit?.text.trim() ?? '',
  });
}

function shareAt(text: string, at: number): NumberMention | undefined {
  const share = matchAt(SHARE, text, at);
  return share && Number(share[1]) <= Number(share[2]) && !/[/-]/.test(text.charAt(at - 1))
    ? mention(at + share[0].length, share[0], 'share', { figure: Number(share[1]), unit: 'share' })
    : undefined;
}

/** True for a space that groups nothing: "12 000" is one number, "Model 50 100" is a name and a number. */
const isNameAndNumber = (text: string, at: number, core: string): boolean =>
  core.includes(' ') && /\p{Lu}\S* $/u.test(text.slice(Math.max(0, at - 24), at));

function digitsAt(text: string, at: number): NumberMention | undefined {
  const match = matchAt(DIGITS, text, at);
  if (!match) return undefined;
  const sign = match[1] ?? '';
  if (sign !== '' && !/^[\s(=:,[/]?$/.test(text.charAt(at - 1))) return undefined;
  const core = match[2] ?? '';
  if (isNameAndNumber(text, at, core)) return undefined;
  let printed = match[0];
  // "from 60.0 to 63.2" is two values; "by 10% to 50%" is one range.
  if (match[4]?.startsWith(' to ') && (isPairStart(text, at, printed) || !rangeHolds(printed)))
    printed = firstOf(printed, ' to ', match[3]);
  // "between 0.8 and 0.9" is one range, "0.8 and 0.9" are two values.
  else if (match[4] === ' and ' && !(/\bbetween $/.test(text.slice(at - 8, at)) && rangeHolds(printed)))
    printed = firstOf(printed, ' and ', match[3]);
  let end = at + printed.length;
  const unit = unitAt(text, end);
  const range = /\D(?:-?\sto\s|\sand\s)|\d%?(?:\s?[-~∼]\s?|\sto\s|\sand\s)[+\-\d.]/.test(printed);
  if (unit) end += unit.text.length;
  // "90%+ improvement" means at least that much.
  const more = /^\+(?=\s|[,;)]|$)/.test(text.slice(end, end + 2)) ? '+' : '';
  const decimal = core.includes('.') || isDecimalComma(core);
  if (unit) end += more.length;
  else if (!standsAlone(text, end, decimal)) return undefined;
  return mention(end, tidyValue(printed + (unit ? unit.text + more : '')), unit?.form ?? 'bare', {
    figure: figureOf(core),
    signed: sign !== '',
    // A number with a spread was measured, even if it has no decimals.
    decimal: decimal || /±|\+\s?\/?\s?-|plus/.test(printed),
    range,
    unit: unit?.text.trim() ?? '',
  });
}

/** The first of two printed values, without its unit, which is read again behind it. */
const firstOf = (printed: string, between: string, unit = ''): string =>
  printed.slice(0, printed.indexOf(unit + between)).replace(/[%×x]$/, '');

/** A value as it is shown to users. Most need no change. */
const tidyValue = (value: string): string =>
  /^[\d.]+%?$/.test(value)
    ? value
    : value
        .replace(/[_^]?\s?(?:±|plus or minus)\s?/g, '±')
        .replace(/\s?×/g, 'x')
        .replace(/(?<=[\d%x])-{2}(?=[\d.])/, '-')
        .replace(/\s%/g, '%')
        .trim();

const isDecimalComma = (core: string): boolean => /^\d{1,3},\d{1,2}$|^0,\d+$/.test(core);

/** The numeric value of printed digits. */
const figureOf = (core: string): number =>
  /^[\d.]+$/.test(core)
    ? Number(core)
    : Number(isDecimalComma(core) ? core.replace(',', '.') : core.replaceAll(/[,' ]/g, ''));

const tidyUnit = (unit = ''): string => unit.replace(/\s?×/, 'x').replace(/\s%/, '%');

/** True if nothing is glued to the number that makes it a name, a version or a size, or changes its value. */
function standsAlone(text: string, end: number, decimal: boolean): boolean {
  const next = text.slice(end, end + 8);
  // "1.2 x 10-4" has lost its caret, and "(1.2±0.1)×10^-3" has its power after the bracket: neither is read.
  if (/^\)?\s?[x×*]\s?10(?!\d)/.test(next)) return false;
  // "0.69/0.64" and "87/92%" are two values each, "3/4" is one.
  if ((decimal && /^\/\d/.test(next)) || /^\/\d{1,3}%/.test(next)) return true;
  // "0.583-over twice the next": a dash printed without spaces.
  if (decimal && /^-(?:over|an?|the|about|nearly|which|while|more|with)\s/.test(next)) return true;
  return !/^(?:\p{L}|[_@‰]|\.\d|-\p{L}|-\d|\/\d|\^|\s?×\s?\d|,\d{1,2}(?!\d)|['·∙⋅]\d)/u.test(
    next.slice(0, 6),
  );
}

const [magnitude] = WORDED_FORMS;

/** Forms that begin with digits, a sign or a dot. */
const DIGIT_FORMS: readonly PrintedForm[] = [
  {
    name: 'orders of magnitude in digits',
    example: ['It is 2-3 orders of magnitude faster.', '2-3 orders of magnitude'],
    marks: '-toTO',
    read: (text, at) => (magnitude && /\d/.test(text.charAt(at)) ? wordedAt(magnitude, text, at) : undefined),
  },
  {
    name: 'power of ten',
    example: ['An MSE of 1.24 × 10^-4 is reached.', '1.24×10^-4'],
    marks: '×*x^eE',
    read: powerAt,
  },
  {
    name: 'time of two units',
    example: ['Training takes 1 h 20 min on one card.', '1 h 20 min'],
    marks: 'dhm',
    read: twoUnitsAt,
  },
  {
    name: 'spread above and below',
    example: ['An accuracy of 91.2^+0.3_-0.2% is reached.', '91.2%'],
    marks: '^_(+',
    read: twoSpreadsAt,
  },
  {
    name: 'share of a count',
    example: ['It wins in 27 of 29 cases.', '27 of 29'],
    marks: '/o',
    read: shareAt,
  },
  { name: 'digits', example: ['A Dice of 0.81±0.02 is reached.', '0.81±0.02'], read: digitsAt },
];

const WORD_FORMS: readonly PrintedForm[] = WORDED_FORMS.map((form, index) => ({
  name: `${form.form} in words (${index + 1})`,
  example: form.example,
  read: (text, at) => wordedAt(form, text, at),
}));

const RANK: PrintedForm = {
  name: 'rank',
  example: ['Our team came 2nd in the challenge.', '2nd'],
  marks: 'snrtSNRT#',
  read: rankAt,
};

const DIGITS_OR_RANK = [RANK, ...DIGIT_FORMS];
const WORDS_OR_RANK = [RANK, ...WORD_FORMS];

/** The first character behind the sign, digits, separators and spaces at `at`; empty at the end of the text. */
function markBehind(text: string, at: number): string {
  let end = text.charAt(at) === '-' || text.charAt(at) === '+' ? at + 1 : at;
  while (end < text.length && isInDigits(text.charCodeAt(end))) end += 1;
  return text.charAt(end);
}

/** All forms, in the order in which they are tried. */
export const PRINTED_FORMS: readonly PrintedForm[] = [RANK, ...DIGIT_FORMS, ...WORD_FORMS];

/** What must follow a sign that begins a number. */
const BEHIND_SIGN = /[\d.$]/;

/** False only if the character at `at` can begin no number; this settles nearly all marks. */
function mayBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isDigit(code) || isLetter(code)) return true;
  const first = text.charAt(at);
  if (first === '.') return isDigit(text.charCodeAt(at + 1));
  if (first === '+' || first === '-') return BEHIND_SIGN.test(text.charAt(at + 1));
  return first === '#';
}

/**
 * Reads the number that begins at `at`; undefined if there is none: in the middle of a word, in a version
 * (1.2.3), a size (3D, 256×256) or a name (4-bit, 2D-CNN). `before` is the lower-case token in front, which
 * distinguishes "ranked first" from "first".
 */
export function numberAt(text: string, at: number, before: string | undefined): NumberMention | undefined {
  if (!mayBegin(text, at)) return undefined;
  const previous = text.charAt(at - 1);
  if (previous !== '' && previous !== ' ' && /[\p{L}\p{N}_]/u.test(previous)) return undefined;
  const isWord = isLetter(text.charCodeAt(at));
  if (isWord && isArticleAlone(text, at)) return undefined;
  const mark = isWord ? '' : markBehind(text, at);
  for (const form of isWord ? WORDS_OR_RANK : DIGITS_OR_RANK) {
    if (!isWord && form.marks?.includes(mark) === false) continue;
    const found = form.read(text, at, before);
    if (found) return found;
  }
  return undefined;
}
