/**
 * Values with labels in the bracket of a metric: "the Dice (CT: 0.65, PET: 0.71)", "a Dice of 0.90 (ET = 0.87, TC =
 * 0.91)".
 */
import { isCost, type Context } from '../sentence/context';
import { tied, type MetricTie } from './metric-tie';
import { leftTight } from './beside';

/** How far such a bracket extends, in tokens. */
const REACH = 70;

/** The sign between a label and its value. */
const SIGN = /^[:=]$/;

/**
 * The metric of a value that a label in a bracket introduces: the metric in front of the bracket, that of the
 * number in front of it, or that of the bracket's first value. Undefined if the label itself is a metric.
 */
export function ofLabelledItem(context: Context, at: number): MetricTie | undefined {
  const { tokens, mentionOf } = context;
  const sign = /^[~≈]$/.test(tokens[at - 1]?.text ?? '') ? at - 2 : at - 1;
  const label = tokens[sign - 1];
  if (!SIGN.test(tokens[sign]?.text ?? '') || label?.kind !== 'word' || !/^\p{Lu}/u.test(label.text))
    return undefined;
  let start = sign;
  while (start > 0 && sign - start < 6 && !/^[(,;]$/.test(tokens[start - 1]?.text ?? '')) {
    start -= 1;
    if (mentionOf.has(start)) return undefined;
  }
  let open = start - 1;
  while (open > 0 && at - open < REACH && !/^[()]$/.test(tokens[open]?.text ?? '')) open -= 1;
  if (tokens[open]?.text !== '(') return undefined;
  const before = mentionOf.get(open - 1);
  // After "=" an unknown name is more often a measure than a place: "(SSIM = 0.84, FSIM = 0.94)".
  if (before?.known === true && !isCost(before.name) && tokens[sign]?.text === ':')
    return tied(before, 'near');
  if (tokens[open - 1]?.kind === 'number') return leftTight(context, open - 1);
  // "(PSMA Dice = 0.93; FDG = 0.81)": the first item names the metric after its label.
  let place = open + 1;
  while (place < start && mentionOf.get(place)?.known !== true) place += 1;
  const first = mentionOf.get(place);
  const isLabelled =
    first !== undefined &&
    first.from > open + 1 &&
    first.to < start &&
    tokens.slice(open + 1, first.from).every(({ kind }) => kind === 'word');
  return isLabelled && SIGN.test(tokens[first.to]?.text ?? '') ? tied(first, 'near') : undefined;
}
