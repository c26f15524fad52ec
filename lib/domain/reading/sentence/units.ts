/** Units after numbers, as papers print them. */
import type { NumberForm } from './number-form';

/** Units after a number, tried in order; each pattern starts with the gap that it allows. */
const UNITS: readonly (readonly [form: NumberForm, pattern: RegExp])[] = [
  [
    'points',
    /\s?%\s?-?(?:points?|p\.?p\.?|pts?)\b|\s?%p(?![\p{L}\d])|\s?-?(?:percentage|percentile|absolute|accuracy|F1|BLEU|mIoU|mAP|AP|ROUGE)[\s-]points?\b|\s?%?\s?(?:pp|pts|p\.p\.)(?![\p{L}\d])|[\s-]points?\b(?!\s?(?:clouds?|sets?|cloud|\/))/iuy,
  ],
  ['percent', /\s?%(?![\p{L}\d])|\s?(?:percent|per\scent|pct)\b/iuy],
  ['magnitude', /\sorders?\sof\smagnitude\b/iy],
  [
    'times',
    /\s?(?:×|x)(?![\p{L}\d]|\s?\d|-ray)|[\s-]?(?:-?fold)\b(?![\s-]?(?:cross|CV|validation|nested|stratified|split))|[\s-]?times\b/iuy,
  ],
  [
    'speed',
    /\s?(?:fps|frames?(?:\/|\sper\s)s(?:ec|econd)?|[kMG]?Hz|Hertz|tok(?:ens?)?(?:\/|\sper\s)s(?:ec|econd)?|[kMG]?(?:pixels?|voxels?)\/s(?:ec)?|(?:[KM]\s|million\s)?(?:images?|samples?|slides?|queries|requests?|sentences?|docs)(?:\/|\sper\s)s(?:ec|econd)?|[TQ]PS)\b/iy,
  ],
  [
    'time',
    /[\s-]?(?:ms(?!-\p{Lu})|µs|(?<=\d)us|ns|milliseconds?|microseconds?|msecs?|secs?|seconds?|s|mins?|minutes?|hours?|hrs?|h|days?|GPU[\s-](?:hours?|days?))(?![\p{L}\d])(?:(?:\/|\sper\s)\p{L}+)?/iuy,
  ],
  [
    'measure',
    /\s?(?:dBc|dB|mm(?:\^?[23])?|cm(?:\^?[23])?|[µu]m|nm|km|m|GB|MB|[kK]B|TB|GiB|MiB|W|mW|kW|[mµnp]J|J(?!\s?&)|kWh|HU|Gy|kPa|mmHg|bpm|°C?|deg(?:rees?)?|px|pixels?|voxels?|bits?\/\w+|bpp|kg(?:\sCO_?2(?:e|eq)?)?|mL|USD|‰)(?![\p{L}\d^])(?:\/(?:s|h|min|ha|Ha|L|mL|kg)\b|\/[ck]?m\^?[23])?/uy,
  ],
  [
    'measure',
    /\s(?:[Mm]icromet(?:er|re)s?|microns?|millimet(?:er|re)s?|centimet(?:er|re)s?|met(?:er|re)s?|kilomet(?:er|re)s?|radians?|rad|volts?|watts?|(?:milli|micro|nano|pico)?joules?|gigabytes?|megabytes?|[kMG]bps|m\/s|cm\/s|km\/h|mm\/h|[GT]OPS\/W|GMACs?\/J)(?![\p{L}\d-])/uy,
  ],
  ['count', /\s?(?:[KMBk]|million|billion)(?![\p{L}\d])/uy],
];

/** How every unit begins; most numbers are followed by something else. */
const MAY_BE_UNIT = /[\s-]{0,2}[%×°‰\p{L}]/uy;

/**
 * The unit that stands at `at`, directly after a number, and the form that it gives to the number; undefined
 * if there is none.
 */
export function unitAt(text: string, at: number): { form: NumberForm; text: string } | undefined {
  MAY_BE_UNIT.lastIndex = at;
  if (!MAY_BE_UNIT.test(text)) return undefined;
  for (const [form, pattern] of UNITS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    // "4 FPs per image" are false positives, not frames per second.
    if (found !== undefined && !found.endsWith('FPs')) return { form, text: found };
  }
  return undefined;
}
