/** Decides whether "A to B" is one range or two values. */

const RANGE_OF_CHANGES =
  /^\S+ to \S+ (?:points? |percentage points? )?(?:lower|higher|better|worse|fewer|less|faster|slower)\b/;

const RANGE_OF_GAINS =
  /^\S+ to \S+ (?:(?:relative|absolute|average|mean) )?(?:[\p{L}\d@-]+ )?(?:gains|improvements|increases|reductions|drops|savings)\b/u;

const TOLD_CHANGE = /\b(?:from|improv\w*|increas\w*|rais\w*|boost\w*|lift\w*|enhanc\w*|reduc\w*)\b/;

/**
 * True if two values begin here: "from 60 to 63", "from Spearman 0.35 to 0.82". "ranges from 60 to 63" is one
 * range.
 */
export function isPairStart(text: string, at: number, printed: string): boolean {
  const before = text.slice(Math.max(0, at - 46), at);
  if (
    /\b(?:rang\w{1,3}|var(?:y|ies|ied|ying)|differ(?:s|ed|ing)?|span(?:s|ned|ning)?|extend(?:s|ed)?) from (?:\S+ to \S+ and [^.,;\d]{2,24} from )?$/.test(
      text.slice(Math.max(0, at - 80), at),
    )
  )
    return false;
  // "(7.7 to 49.6 points lower)", "(+6% to +18%)": a range of differences.
  const after = text.slice(at, at + 60);
  if (!before.endsWith('from ') && (/^\+\S+ to \+/.test(after) || RANGE_OF_CHANGES.test(after))) return false;
  // "FAD 0.79 to 0.94 (+6.3%)": the change after them shows that both are values.
  if (/^\S+ to \S+? ?\([+-]\d+(?:\.\d+)?%\)/.test(after)) return true;
  // "by 11.62% (49.07% to 60.69%)": the values whose difference is printed in front.
  const [low = 0, high = 0] = (printed.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  // "(from 37% to 57% relative EER gains)": the differences are the ends of the range.
  if (low < high && RANGE_OF_GAINS.test(after)) return false;
  const difference = /(\d{1,3}(?:\.\d{1,4})?) ?(?:%|points?|pp)? \($/.exec(before)?.[1];
  if (difference !== undefined && isDifferenceOf(Math.abs(high - low), low, Number(difference))) return true;
  if (goesOnPairs(text, at)) return true;
  // "latency (1.3 to 1.5 times improvement)", "older systems (0.23 to 0.53)": the span over several things.
  if (/^\S+ to \S+ ?(?:times|x|×|-?fold)\b/.test(after) && before.endsWith('(')) return false;
  if (
    /\b(?:each|every|all) \p{L}+ \($|\b\p{Ll}+(?:systems|models|methods|readers|sites) \($|\b(?:systems|models|methods|readers|sites) \($/u.test(
      before,
    ) &&
    !TOLD_CHANGE.test(before)
  )
    return false;
  // "Aton (64.0% to 70.4%)" are two values: an interval would follow a number.
  if (/[\p{L})] \($/u.test(before)) return true;
  // "(Dice 0.47 to 0.82": directly after a metric in a bracket, both are values.
  if (
    /\([\p{L}\d@-]{2,12} $/u.test(before) &&
    !/\b(?:by|of|about|around|over|between|range|to|with|in) $/.test(before)
  )
    return true;
  return printed.includes('%')
    ? /\bfrom (?:(?:[a-z-]+ ){0,3}|\S{1,24}'s )$/.test(before)
    : /\bfrom [^.,;\d]{0,40}$/.test(before);
}

/**
 * True if the number in front of the bracket is the difference of the two values, in points or in per cent of
 * the first.
 */
const isDifferenceOf = (difference: number, low: number, told: number): boolean =>
  Math.abs(difference - told) < 0.02 || (low > 0 && Math.abs((100 * difference) / low - told) < 1);

/**
 * True if "A to B" can be a range: both ends per cent or both decimals, and rising; "5 to 512" is not one.
 */
export function rangeHolds(printed: string): boolean {
  const [low = '', high = ''] = printed.split(/ to | and /).map((end) => end.replace(/[^\d.%]+$/, ''));
  // "-0.27 to -0.40" moves away from zero.
  return low.endsWith('%') || Number(low) < Number(high) || (Number(low) < 0 && Number(high) < 0);
}

/** How far such a list extends, in characters. */
const LIST_REACH = 220;
const PAIR_IN_FRONT =
  / to \S{1,12} (?:for|on|in|at|under|with)(?: (?:\p{L}[^\s.;,]*|\([^()]{1,12}\))){1,6}(?:,|,? and) $/u;

/**
 * True for the second pair of "from 95% to 98% for lungs, 95% to 97% for livers": a list of pairs that "from" or a
 * bracket opens.
 */
function goesOnPairs(text: string, at: number): boolean {
  if (!/(?:,|and) $/.test(text.slice(Math.max(0, at - 4), at))) return false;
  const before = text.slice(Math.max(0, at - LIST_REACH), at);
  return (
    PAIR_IN_FRONT.test(before.slice(-90)) &&
    /(?:(?<!\brang\w{1,3} )\bfrom |\((?=\d|\.\d))[^;()]*$/.test(before)
  );
}
