/** Lists of metrics with lists of numbers: "PSNR, SSIM and LPIPS of 30, 0.9 and 0.1". */
import type { Context } from './context';
import type { MetricMention } from './mention';
import { numberGroup } from './groups';
import { type MetricTie, tied, isFiller } from './metric-tie';
import { CHANGE_NOUNS } from './words';

/** "PSNR, SSIM and LPIPS of 30, 0.9 and 0.1": as many metrics as numbers, each takes its own. */
export function metricOfList(context: Context, at: number): MetricTie | undefined {
  const group = numberGroup(context, at);
  if (group.length < 2) return undefined;
  const place = group.indexOf(at);
  const first = group[0] ?? at;
  const last = group.at(-1) ?? at;
  // "predicts A and B with 95% and 91% accuracy": the metric behind the list is what both measure.
  const isServed = /^(?:with|at)$/.test(context.tokens[first - 1]?.lower ?? '');
  if (isServed && context.mentionOf.get(last + 1)?.known) return undefined;
  const before = coordinated(context, skipLeft(context, first - 1), -1);
  if (before.length === group.length) return pick(before[place]);
  const after = coordinated(context, skipRight(context, last + 1), 1);
  if (after.length === group.length) return pick(after[place]);
  return undefined;
}

function pick(mention: MetricMention | undefined): MetricTie | undefined {
  return mention && tied(mention, 'near');
}

/** Metrics joined by commas and "and", starting at token `at` and walking in direction `step`. */
function coordinated(context: Context, at: number, step: 1 | -1): MetricMention[] {
  const found: MetricMention[] = [];
  let index = at;
  for (let steps = 0; steps < 40; steps += 1) {
    const mention = context.mentionOf.get(index);
    if (mention) {
      found.push(mention);
      index = step === 1 ? mention.to : mention.from - 1;
      continue;
    }
    const word = context.tokens[index]?.lower;
    if (
      word === undefined ||
      found.length === 0 ||
      !/^(?:,|and|&|\/|scores?|values?|the|for|average|mean)$/.test(word)
    )
      break;
    index += step;
  }
  return step === 1 ? found : found.toReversed();
}

function skipLeft(context: Context, at: number): number {
  let index = at;
  while (index >= 0 && at - index < 8 && !context.mentionOf.has(index) && isFiller(context, index))
    index -= 1;
  return index;
}

function skipRight(context: Context, at: number): number {
  let index = at;
  while (
    index - at < 4 &&
    !context.mentionOf.has(index) &&
    (/^(?:,|respectively|in|for|on|of|the|terms)$/.test(context.tokens[index]?.lower ?? '') ||
      CHANGE_NOUNS.has(context.tokens[index]?.lower ?? ''))
  )
    index += 1;
  return index;
}
