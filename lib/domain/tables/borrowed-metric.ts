/** The metric of places whose headers name none: from their line, their table, the text or a benchmark's convention. */
import type { Direction } from '../paper';
import type { Default, MetricSource, Surroundings } from './shared-facts';
import { isAverageLabel, isQualityLabel, isStatisticLabel } from './labels';
import { averagedMetric, captionedMetric, lineMetric, metricOfAverage } from './line-metrics';
import { spellOut } from './meanings';
import { conventionFor } from './named-in-text';

/** The metric of a place with its source, and what else the headers say. */
export interface FoundMetric {
  readonly metric?: string | undefined;
  readonly from: MetricSource;
  readonly better?: Direction | undefined;
  /** Headers that name the data, outermost first. */
  readonly data: readonly string[];
  /** Those of them that divide the metric's own header: "EN-DE" and "EN-FR" below "Training cost". */
  readonly within?: readonly string[];
}

/** Whether a header is a quality that people judge; beside no other quality "Overall" averages the others. */
const isJudged = (leaf: string, { axes, meanings }: Surroundings): boolean =>
  isQualityLabel(spellOut(leaf, meanings)) &&
  (!isAverageLabel(leaf) ||
    [...axes.rows, ...axes.columns].some(({ labels }) =>
      labels.some(({ text }) => !isAverageLabel(text) && isQualityLabel(text)),
    ));

/** The metric of a place whose headers name none: from its line, its table or its benchmark. */
export function borrowMetric(data: readonly string[], around: Surroundings): FoundMetric {
  const leaf = data.at(-1);
  // A metric that headers of the table name is theirs, and not that of the other lines.
  const isHeaded = around.headed.has(around.fallback?.metric.name ?? '') && !isAverageLabel(leaf ?? '');
  const fallback = isHeaded ? undefined : around.fallback;
  const said = fallback?.from === 'table' || fallback?.from === 'caption' || leaf === undefined;
  const ofCaption = said ? undefined : captionedMetric(leaf, around);
  if (ofCaption) return { metric: ofCaption.printed, from: 'caption', better: ofCaption.better, data };
  // A quality in the header is what people judged, whatever metric the text names for other tables.
  if (!said && isJudged(leaf, around))
    return { metric: leaf, from: 'table', better: 'higher', data: data.slice(0, -1) };
  const ofLine = said ? undefined : lineMetric(leaf, around);
  // A line that averages the others and names their metric says more than what their benchmarks are known for.
  const shared = leaf === undefined || isAverageLabel(leaf) ? undefined : metricOfAverage(around);
  const convention = leaf === undefined || shared ? undefined : conventionFor(leaf);
  const found: Default | undefined = ofLine
    ? { metric: ofLine, from: 'text' }
    : (fallback ?? (convention && { metric: convention, from: 'convention' }));
  if (found) {
    const { printed, better } = found.metric;
    const isAverage = leaf !== undefined && isAverageLabel(leaf);
    return { metric: isAverage ? `average ${printed}` : printed, from: found.from, better, data };
  }
  const averaged = leaf !== undefined && isAverageLabel(leaf) ? averagedMetric(around) : undefined;
  if (averaged) {
    const { printed, better } = averaged.metric;
    return { metric: printed, from: averaged.from, better, data };
  }
  if (shared && !isStatisticLabel(leaf ?? ''))
    return { metric: shared.printed, from: 'table', better: shared.better, data };
  if (leaf !== undefined && !isStatisticLabel(leaf) && isJudged(leaf, around))
    return { metric: leaf, from: 'table', data: data.slice(0, -1) };
  const { plain } = around;
  return plain
    ? { metric: plain.printed, from: 'caption', better: plain.better, data }
    : { from: 'table', data };
}
