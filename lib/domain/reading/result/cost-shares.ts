/** Shares of a cost: "with 12% of the memory", "cuts the training time to just 8%". */
import { isCost, phrase, type Context } from '../sentence/context';
import { beforeGroup } from '../sentence/groups';
import type { MetricTie } from '../metric/metric-tie';

/** True for "cuts the training time to just 8%": a share of the time, which has no per cent of its own. */
export const isCutTo = (context: Context, at: number, metric: MetricTie | undefined): boolean =>
  /(?:time|cost|costs|latency|memory|parameters|flops|size|storage|consumption|footprint)$/i.test(
    metric?.name ?? '',
  ) &&
  /\b(?:cut|cuts|cutting|reduc\w+|lower\w*|shrink\w*|decreas\w+)\b.* to(?: just| only| about| around| merely| under| below| less than)?$/.test(
    beforeGroup(context, at, 14),
  );

const LITTLE = /\b(?:only|just|merely|less than|fewer than|as little as|under|below)$/;
const SPENDING = /\b(?:with|using|uses?|used|requir\w+|needs?|needing|train\w*|consum\w+|cut\w*|reduc\w*)\b/;

/** True for "with 12% of the original memory", "using only 5% labelled data", "trained on just 10% of the images". */
export function isSpent(context: Context, at: number, metric: MetricTie | undefined): boolean {
  if (
    metric?.better === 'lower' &&
    isCost(metric.name) &&
    /^of (?:the |its |our |their )?(?:original|full|total|model|overall)?\b/.test(
      phrase(context, at + 1, at + 5),
    )
  )
    return true;
  if (isCutTo(context, at, metric)) return true;
  return LITTLE.test(phrase(context, at - 3, at)) && SPENDING.test(phrase(context, at - 6, at));
}
