/** Units that one of two numbers prints for both: "from 30 to 11 minutes", "by 8 and 4 points", "12 vs. 30 ms". */
import type { Token } from '.';

const JOINTS = /^(?:to|and|or|vs|versus|\/)$/;
/** What stands in front of the first of the two, so that no name's or list's number is taken for it. */
const OPENS =
  /^(?:from|by|of|at|in|to|is|was|are|were|than|only|just|about|roughly|approximately|over|an?|the|between|\(|~|≈)$/;

/** `tokens` with the unit of "A and B ms" at both numbers; the same array where there is none. */
export function shareUnits(tokens: readonly Token[]): readonly Token[] {
  let shared: Token[] | undefined;
  for (let at = tokens.length - 1; at > 1; at -= 1) {
    const token = (shared ?? tokens)[at];
    if (token?.kind !== 'number' || !/^(?:time|measure|points|speed|times|percent)$/.test(token.number.form))
      continue;
    const joint = tokens[at - 1]?.text === '.' ? at - 2 : at - 1;
    const first = tokens[joint - 1];
    if (first?.kind !== 'number' || first.number.form !== 'bare') continue;
    // "87/92%": the sign of per cent holds for both; behind "and" a figure can be of another scale.
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
