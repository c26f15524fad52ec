/** Composite measures, named only by "score" or "mean": "a total score of 87%", "a harmonic mean of 0.78". */
import type { Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import { isModifier } from '../sentence/mention';
import { asPrinted, isFiller, type MetricTie } from './metric-tie';

/** Qualifiers of a score that do not belong to the name of another measure. */
const QUALIFIER = /^(?:overall|total|average|mean|final|harmonic|geometric|composite|median|combined)$/;

/** "achieves a VBench total score of 87%", "harmonic mean scores of 0.75 and 0.80": the name of the score. */
export function scoreOf(context: Context, at: number): MetricTie | undefined {
  const { tokens } = context;
  const first = numberGroup(context, at)[0] ?? at;
  let of = first - 1;
  while (of > first - 4 && tokens[of]?.lower !== 'of' && isFiller(context, of)) of -= 1;
  if (tokens[of]?.lower !== 'of') return undefined;
  const head = tokens[of - 1]?.lower ?? '';
  const isMean = head === 'mean' && /^(?:harmonic|geometric)$/.test(tokens[of - 2]?.lower ?? '');
  if (!isMean && !/^scores?$/.test(head)) return undefined;
  let from = of - 1;
  while (of - from < 5 && (isModifier(tokens[from - 1]) || QUALIFIER.test(tokens[from - 1]?.lower ?? ''))) {
    // A known metric before the score is read by another rule.
    if (context.mentionOf.get(from - 1)?.known) return undefined;
    from -= 1;
  }
  return from < of - 1 ? asPrinted(context, from, of) : undefined;
}
