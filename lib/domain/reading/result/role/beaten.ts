/**
 * Numbers in brackets after the names of what is beaten: "outperforming A (0.71), B (0.64) and other models
 * (0.62)".
 */
import type { Context } from '../../sentence/context';
import { isModifier } from '../../sentence/mention';
import { BEAT_VERBS, REACH_VERBS } from '../../sentence/words';

/** How far such a list extends, in tokens. */
const REACH = 60;
const NO_NAME = /^(?:on|in|with|across|for|at|to|when|while|but|over|than|;)$/;
const MEASURES = /^(?:metrics|measures|terms|tasks|datasets|benchmarks|settings)$/;

/**
 * The token that opens the bracket around token `at`, or the one that `at` closes; undefined if there is none
 * nearby.
 */
function openBefore({ tokens }: Context, at: number): number | undefined {
  for (let index = at - 1; index >= 0 && at - index < 20; index -= 1) {
    if (tokens[index]?.text === '(') return index;
    if (tokens[index]?.text === ')') return undefined;
  }
  return undefined;
}

/** True if the number at `at` is in a bracket of such a list. */
export function isOfBeatenList(context: Context, at: number): boolean {
  const { tokens } = context;
  const open = openBefore(context, at);
  if (open === undefined || context.mentionOf.has(open - 1) || MEASURES.test(tokens[open - 1]?.lower ?? ''))
    return false;
  for (let index = open - 1; index >= 0 && open - index < REACH; index -= 1) {
    const token = tokens[index];
    const lower = token?.lower ?? '';
    if (BEAT_VERBS.has(lower)) return index < open - 1 && !lower.startsWith('lead');
    if (lower === ')') {
      const opened = openBefore(context, index);
      if (opened === undefined) return false;
      index = opened;
    } else if (lower === ',' || lower === 'and') {
      // A list continues only after a bracket.
      if (!/^(?:\)|,)$/.test(tokens[index - 1]?.text ?? '')) return false;
    } else if (token?.kind === 'number') {
      // In "Claude 3.5 Sonnet" the number is part of the name.
      if (token.number.form !== 'bare' || !isModifier(tokens[index - 1])) return false;
    } else if (token?.kind !== 'word' || NO_NAME.test(lower) || REACH_VERBS.has(lower)) return false;
  }
  return false;
}

const RECENT = /^(?:recent|existing|current|prior|previous)$/;

/** True for "Recent tools report success rates above 80%": a sentence about other work. */
export const isReportedBefore = ({ tokens }: Context): boolean => RECENT.test(tokens[0]?.lower ?? '');
