/**
 * Numbers as results print them: digits with sign, spread, range and unit, and
 * the few that are written in words ("one-sixth", "two orders of magnitude").
 */

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

export interface NumberMention {
  readonly end: number;
  /** As printed, typography evened: "83.5%", "16x", "0.16±0.13 mm". */
  readonly value: string;
  readonly form: NumberForm;
  /** The first figure; 0 for numbers in words. */
  readonly figure: number;
  readonly signed: boolean;
  readonly decimal: boolean;
  readonly range: boolean;
  /** Unit as printed, empty for none. */
  readonly unit: string;
}

const CORE = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)`;
const DIGITS = new RegExp(
  String.raw`([+-]?)\$?(${CORE})(?:\s?(?:%|mm|cm|dB|ms|°)?\s?(?:±|\+\s?\/?\s?-|\splus\sor\sminus\s)\s?${CORE})?(?:[%×x]?(\s?-{1,2}\s?\+?|\s?[~∼]\s?|\sand\s|\sto\s(?:[+-](?=\d|\.\d))?)${CORE}|\(\d*\.\d+%?\))?`,
  'y',
);
const SHARE =
  /(\d+)(?:\s?\/\s?|\sout\sof\s(?:the\s|all\s)?|\sof\s(?:the\s|all\s)?)(\d+)(?![\d%×]|[.,]\d|\s?[-/]\s?[\p{L}\d])/uy;
const ORDINAL =
  /(?:(\d{1,3})\s?(?:st|nd|rd|th)|first|second|third|fourth|fifth)(?=[\s-](?:place|rank|position|prize)\b)|\d{1,3}(?:st|nd|rd|th)(?=\s(?:in|on|among|overall)\b)/iy;
const ORDINAL_AFTER_RANK =
  /#?\s?(\d{1,3})\s?(?:st|nd|rd|th)\b|(?:first|second|third|fourth|fifth|#\s?\d{1,3})\b/iy;
const RANKED = new Set([
  'rank',
  'ranks',
  'ranked',
  'ranking',
  'placed',
  'places',
  'placing',
  'finished',
  'place',
]);

const SMALL = 'one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred';
const WORDS: readonly (readonly [form: NumberForm, pattern: RegExp])[] = [
  [
    'magnitude',
    /(?:(?:an?|one|two|three|four|five|several|multiple|many|\d+(?:-\d+)?)(?:(?:\sto\s|-|\sor\s)(?:two|three|four|five|six|\d+))?\s)?orders?[\s-]of[\s-]magnitude\b/iy,
  ],
  [
    'fraction',
    /(?:(?:one|two|three|four|five|a)[\s-](?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth)s?|half)\b(?![\s-](?:of\s(?:a\s)?(?:century|decade)|precision))/iy,
  ],
  [
    'times',
    new RegExp(
      String.raw`(?:${SMALL})(?:-?fold|[\s-]times)\b(?!\s(?:cross|stratified|nested|repeated|CV\b|validation))|twice\b(?=\sas\b|\sthe\b)|(?:two|three|four|five|ten)fold\b`,
      'iy',
    ),
  ],
  ['time', /(?:one|two|three|four|five|six|seven|eight|nine|ten)\s(?:milli|micro)?(?:seconds?|minutes?)\b/iy],
  [
    'percent',
    /(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w{3,5})?)\s(?:percent|per\scent)\b/iy,
  ],
];
/** First words of numbers in words, so that most words are passed over at once. */
const NUMBER_WORDS = new Set(
  `a an order orders several multiple many half twice first second third fourth fifth twofold threefold fourfold fivefold
   tenfold thirty forty sixty seventy eighty ninety ${SMALL.replaceAll('|', ' ')}`.split(/\s+/),
);

/** True where the lower-case word (its part before a hyphen) can begin a number in words. */
export function isNumberWord(lower: string): boolean {
  const hyphen = lower.indexOf('-');
  return NUMBER_WORDS.has(hyphen < 0 ? lower : lower.slice(0, hyphen));
}

/** What a text needs to hold a number: a digit, or a part that numbers in words are built of. */
const NUMBER_PART =
  /order|per\s?cent|twice|half|halv|fold\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred)\W{1,20}(?:times|(?:milli|micro)?seconds?|minutes?)|rank|place[sd]?\b|placing|finished|prize|position\b|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth/i;

/** False where the text, cleaned or not, surely holds no number that `numberAt` would read. */
export function mayHoldNumber(text: string): boolean {
  return /\d/.test(text) || NUMBER_PART.test(text);
}

/** Units after a number, tried in order; the pattern begins with the gap it allows. */
const UNITS: readonly (readonly [form: NumberForm, pattern: RegExp])[] = [
  [
    'points',
    /\s?%\s?-?(?:points?|p\.?p\.?|pts)\b|\s?-?(?:percentage|percentile|absolute|accuracy|F1|BLEU|mIoU|mAP|AP|ROUGE)[\s-]points?\b|\s?%?\s?(?:pp|pts|p\.p\.)(?![\p{L}\d])|[\s-]points?\b(?!\s?(?:clouds?|sets?|cloud|\/))/iuy,
  ],
  ['percent', /\s?%(?![\p{L}\d])|\s?(?:percent|per\scent)\b/iuy],
  ['magnitude', /\sorders?\sof\smagnitude\b/iy],
  [
    'times',
    /\s?(?:×|x)(?![\p{L}\d]|\s?\d)|[\s-]?(?:-?fold)\b(?![\s-]?(?:cross|CV|validation|nested|stratified|split))|[\s-]?times\b/iuy,
  ],
  [
    'speed',
    /\s?(?:fps|frames?(?:\/|\sper\s)s(?:ec|econd)?|Hz|kHz|MHz|tok(?:ens?)?(?:\/|\sper\s)s(?:ec|econd)?|(?:images?|samples?|slides?|queries|requests?|sentences?)(?:\/|\sper\s)s(?:ec|econd)?|[TQ]PS)\b/iy,
  ],
  [
    'time',
    /[\s-]?(?:ms(?!-\p{Lu})|µs|(?<=\d)us|ns|milliseconds?|microseconds?|secs?|seconds?|s|mins?|minutes?|hours?|hrs?|h|days?|GPU[\s-](?:hours?|days?))(?![\p{L}\d])(?:(?:\/|\sper\s)\p{L}+)?/iuy,
  ],
  [
    'measure',
    /\s?(?:dB|mm(?:\^?[23])?|cm(?:\^?[23])?|µm|nm|km|m|GB|MB|[kK]B|TB|GiB|MiB|W|mW|kW|[mµnp]J|J|kWh|HU|Gy|kPa|mmHg|bpm|°C?|deg(?:rees?)?|px|pixels?|voxels?|bits?\/\w+|bpp|kg(?:\sCO_?2(?:e|eq)?)?|mL|USD)(?![\p{L}\d])(?:\/(?:s|h|min|ha|Ha|L|mL|kg)\b|\/[ck]?m\^?[23])?/uy,
  ],
  [
    'measure',
    /\s(?:micromet(?:er|re)s?|microns?|millimet(?:er|re)s?|centimet(?:er|re)s?|met(?:er|re)s?|kilomet(?:er|re)s?|radians?|rad|volts?|watts?|(?:milli|micro|nano|pico)?joules?|gigabytes?|megabytes?|[kMG]bps|m\/s|cm\/s|km\/h)(?![\p{L}\d-])/uy,
  ],
  ['count', /\s?(?:[KMBk]|million|billion)(?![\p{L}\d])/uy],
];

function unitAt(text: string, at: number): { form: NumberForm; text: string } | undefined {
  for (const [form, pattern] of UNITS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    // "4 FPs per image" are false positives.
    if (found !== undefined && !found.endsWith('FPs')) return { form, text: found };
  }
  return undefined;
}

/**
 * Reads the number that begins at `at`, or undefined where none does: in the
 * middle of a word, in a version (1.2.3), a size (3D, 256×256) or a name
 * (4-bit, 2D-CNN). `before` is the lower-case token in front, which tells
 * "ranked first" from "first".
 */
export function numberAt(text: string, at: number, before: string | undefined): NumberMention | undefined {
  const previous = text.charAt(at - 1);
  if (previous !== '' && /[\p{L}\p{N}_]/u.test(previous)) return undefined;
  const rank = rankAt(text, at, before);
  if (rank) return rank;
  return /[\d.+#-]/.test(text.charAt(at)) ? digitsAt(text, at, previous) : wordsAt(text, at);
}

function mention(
  end: number,
  value: string,
  form: NumberForm,
  more: Partial<NumberMention> = {},
): NumberMention {
  return { end, value, form, figure: 0, signed: false, decimal: false, range: false, unit: '', ...more };
}

function rankAt(text: string, at: number, before: string | undefined): NumberMention | undefined {
  const pattern = before !== undefined && RANKED.has(before) ? ORDINAL_AFTER_RANK : ORDINAL;
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  if (found === undefined) return undefined;
  return mention(at + found.length, found.replace(/\s/g, ''), 'rank', { unit: 'rank' });
}

function wordsAt(text: string, at: number): NumberMention | undefined {
  for (const [form, pattern] of WORDS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return mention(at + found.length, found, form, { unit: form });
  }
  return undefined;
}

function digitsAt(text: string, at: number, previous: string): NumberMention | undefined {
  const whole = WORDS[0]?.[1];
  if (whole && /\d/.test(text.charAt(at))) {
    whole.lastIndex = at;
    const magnitude = whole.exec(text)?.[0];
    if (magnitude !== undefined)
      return mention(at + magnitude.length, magnitude, 'magnitude', { unit: 'magnitude' });
  }
  SHARE.lastIndex = at;
  const share = SHARE.exec(text);
  if (share && Number(share[1]) <= Number(share[2]) && previous !== '/' && previous !== '-')
    return mention(at + share[0].length, share[0], 'share', { figure: Number(share[1]), unit: 'share' });
  DIGITS.lastIndex = at;
  const match = DIGITS.exec(text);
  if (!match) return undefined;
  const sign = match[1] ?? '';
  if (sign !== '' && !/^[\s(=:,[/]?$/.test(previous)) return undefined;
  const core = match[2] ?? '';
  let printed = match[0];
  // "from 60.0 to 63.2" is two values; "by 10% to 50%" is one. A range needs no "from" before it.
  if (match[3]?.startsWith(' to ') && (isPairStart(text, at, printed) || !rangeHolds(printed)))
    // The sign of per cent is read as the unit below.
    printed = printed.slice(0, printed.indexOf(' to ')).replace(/%$/, '');
  // "between 0.8 and 0.9" is one range, "0.8 and 0.9" are two values.
  else if (match[3] === ' and ' && !(/\bbetween $/.test(text.slice(at - 8, at)) && rangeHolds(printed)))
    printed = printed.slice(0, printed.indexOf(' and ')).replace(/[%×x]$/, '');
  let end = at + printed.length;
  const unit = unitAt(text, end);
  const range = /\d%?(?:\s?[-~∼]\s?|\sto\s|\sand\s)[+\-\d.]/.test(printed);
  if (unit) end += unit.text.length;
  // "90%+ improvement": at least that much.
  const more = /^\+(?=\s|[,;)]|$)/.test(text.slice(end, end + 2)) ? '+' : '';
  if (unit) end += more.length;
  else if (!standsAlone(text, end, core.includes('.'))) return undefined;
  const value = (printed + (unit ? unit.text + more : ''))
    .replace(/\s?(?:±|plus or minus)\s?/g, '±')
    .replace(/\s?×/g, 'x')
    .replace(/(?<=[\d%x])-{2}(?=[\d.])/, '-')
    .replace(/\s%/g, '%');
  return mention(end, value.trim(), unit?.form ?? 'bare', {
    figure: Number(core.replaceAll(',', '')),
    signed: sign !== '',
    // What has a spread was measured, whatever its digits.
    decimal: core.includes('.') || /±|\+\s?\/?\s?-|plus/.test(printed),
    range,
    unit: unit?.text.trim() ?? '',
  });
}

const RANGE_OF_CHANGES =
  /^\S+ to \S+ (?:points? |percentage points? )?(?:lower|higher|better|worse|fewer|less|faster|slower)\b/;

/** "from 60 to 63", "from Spearman 0.35 to 0.82": two values. "ranges from 60 to 63" is one range. */
function isPairStart(text: string, at: number, printed: string): boolean {
  const before = text.slice(Math.max(0, at - 46), at);
  if (
    /\brang\w{1,3} from (?:\S+ to \S+ and [^.,;\d]{2,24} from )?$/.test(text.slice(Math.max(0, at - 80), at))
  )
    return false;
  // "(7.7 to 49.6 points lower)", "(+6% to +18%)": a range of differences.
  const after = text.slice(at, at + 60);
  if (!before.endsWith('from ') && (/^\+\S+ to \+/.test(after) || RANGE_OF_CHANGES.test(after))) return false;
  // "FAD 0.79 to 0.94 (+6.3%)": the change behind them tells that both are values.
  if (/^\S+ to \S+? ?\([+-]\d+(?:\.\d+)?%\)/.test(after)) return true;
  // "by 11.62% (49.07% to 60.69%)": the two ends of the difference in front.
  const [low = 0, high = 0] = (printed.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const difference = /(\d{1,3}(?:\.\d{1,4})?) ?(?:%|points?|pp)? \($/.exec(before)?.[1];
  if (difference !== undefined && Math.abs(Math.abs(high - low) - Number(difference)) < 0.02) return true;
  // "Aton (64.0% to 70.4%)": an interval would stand behind a number.
  if (/[\p{L})] \($/u.test(before)) return true;
  // "(Dice 0.47 to 0.82": straight behind a metric in a bracket, both ends are told.
  if (
    /\([\p{L}\d@-]{2,12} $/u.test(before) &&
    !/\b(?:by|of|about|around|over|between|range|to|with|in) $/.test(before)
  )
    return true;
  return printed.includes('%')
    ? /\bfrom (?:[a-z-]+ ){0,3}$/.test(before)
    : /\bfrom [^.,;\d]{0,40}$/.test(before);
}

/** Both ends of "A to B" are the same sort of figure: both per cent or both decimals, not "5 to 512". */
function rangeHolds(printed: string): boolean {
  const [low = '', high = ''] = printed.split(/ to | and /).map((end) => end.replace(/[×x]$/, ''));
  // "-0.27 to -0.40" runs away from nought.
  return low.endsWith('%') || Number(low) < Number(high) || (Number(low) < 0 && Number(high) < 0);
}

/** Nothing glued on that would make it a name, a version or a size. */
function standsAlone(text: string, end: number, decimal: boolean): boolean {
  // "0.69/0.64" are two values, "3/4" is one thing.
  if (decimal && /^\/\d/.test(text.slice(end, end + 2))) return true;
  // "0.583-over twice the next": a dash without spaces.
  if (decimal && /^-(?:over|an?|the|about|nearly|which|while|more|with)\s/.test(text.slice(end, end + 8)))
    return true;
  return !/^(?:\p{L}|[_@]|\.\d|-\p{L}|-\d|\/\d|\^|\s?×\s?\d|,\d{1,2}(?!\d))/u.test(text.slice(end, end + 6));
}
