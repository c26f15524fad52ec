/**
 * Units that are printed once for two numbers: "from 30 to 11 minutes", "by 8 and 4 points", "12 vs. 30 ms".
 */
import type { Token } from '.';

const JOINTS = /^(?:to|and|or|vs|versus|\/)$/;
/**
 * Words that may precede the first of the two, so that the digits of a name or a list are not taken for it.
 */
const OPENS =
  /^(?:from|by|of|at|in|to|is|was|are|were|than|only|just|about|roughly|approximately|over|an?|the|between|\(|~|≈)$/;

/** `tokens` with the unit of "A and B ms" given to both numbers; the same array if nothing changes. */
export function shareUnits(tokens: readonly Token[]): readonly Token[] {
  let shared: Token[] | undefined;
  for (let at = tokens.length - 1; at > 1; at -= 1) {
    const token = (shared ?? tokens)[at];
    if (token?.kind !== 'number' || !/^(?:time|measure|points|speed|times|percent)$/.test(token.number.form))
      continue;
    const joint = tokens[at - 1]?.text === '.' ? at - 2 : at - 1;
    const first = tokens[joint - 1];
    if (first?.kind !== 'number' || first.number.form !== 'bare') continue;
    // In "87/92%" the percent sign holds for both; with "and" the first number may be on another scale.
    const isPercent = token.number.form === 'percent';
    if (isPercent && tokens[joint]?.text !== '/') continue;
    if (!JOINTS.test(tokens[joint]?.lower ?? '') || !OPENS.test(tokens[joint - 2]?.lower ?? '')) continue;
    shared ??= [...tokens];
    shared[joint - 1] = {
      ...first,
      number: {
        ...first.number,
        form: token.number.form,
        unit: token.number.unit,
        value: isPercent ? `${first.number.value}%` : first.number.value,
      },
    };
  }
  return shared ?? tokens;
}
