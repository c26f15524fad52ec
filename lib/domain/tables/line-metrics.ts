/**
 * The metric of a line whose headers name none, from what caption, text and benchmark say about it or its
 * neighbours.
 */
import { findMetric, isMetricFact } from '../metrics';
import type { Default, Surroundings } from './shared-facts';
import { bare, cleanLabel, isAverageLabel, isCountLabel, isMetricLabel } from './labels';
import { bracketMetric } from './label-parts';
import type { Label } from './levels';
import { overClasses } from './metric-forms';
import { conventionFor, metricOfLine, type NamedMetric } from './named-in-text';

/** The metric that paragraphs about the table give for a line, cached. */
export function lineMetric(label: string, { ofLines, source, named }: Surroundings): NamedMetric | undefined {
  if (!ofLines.has(label))
    ofLines.set(label, metricOfLine(label, [...source.about, ...source.section], named));
  return ofLines.get(label);
}

/** Whether a text names a line; a long name also if its parts are spaced differently ("val past"). */
function holdsName(text: string, label: string): boolean {
  if (label.length > 5 && text.replace(/\s/g, '').includes(label.replace(/\s/g, ''))) return true;
  return label.length > 1 && ` ${text.replace(/[,;:()]/g, ' ')} `.includes(` ${label} `);
}

/**
 * The metric that the caption assigns to a line by its name. A line that the caption does not name has the metric of
 * words that name no line either ("downstream tasks (accuracy)"), if there is one such metric.
 */
export function captionedMetric(label: string, { assigned, axes }: Surroundings): NamedMetric | undefined {
  if (assigned.length < 2) return undefined;
  const saying = assigned.filter(({ of }) => holdsName(of, label));
  if (saying.length > 0) return saying.length === 1 ? saying[0]?.metric : undefined;
  if (isAverageLabel(label)) return undefined;
  const labels = new Set(
    [...axes.rows, ...axes.columns].flatMap((line) => line.labels.map(({ text }) => cleanLabel(text))),
  );
  const unnamed = assigned.filter(({ of }) => ![...labels].some((each) => holdsName(of, each)));
  // Data without a line may be named too; then the words for all others are meant.
  const others = unnamed.filter(({ of }) => /\b(?:others?|remaining|rest)\b/i.test(of));
  const open = others.length > 0 ? others : unnamed;
  return open.length === 1 && open.length < assigned.length ? open[0]?.metric : undefined;
}

/** The names of the lines on the side without systems, leaving out counts below them. */
const leafLabels = (axes: Surroundings['axes']): readonly Label[] =>
  (axes.systems === 'rows' ? axes.columns : axes.rows).flatMap(
    ({ labels }) => labels.findLast(({ text }) => !isCountLabel(text)) ?? [],
  );
const leavesOf = (axes: Surroundings['axes']): readonly string[] => leafLabels(axes).map(({ text }) => text);

/** The metric of a line that averages others: their metric, or "average" where they have different ones. */
export function averagedMetric(around: Surroundings): Default | undefined {
  const { axes, roleOf } = around;
  // Lines with a metric of their own are not averaged with those that have none.
  const lines = leafLabels(axes).filter(
    (label) =>
      !isAverageLabel(label.text) &&
      !bracketMetric(label.text) &&
      (roleOf(label) === 'data' || !isMetricLabel(label.text)),
  );
  const metrics = lines.map(({ text }) => {
    const label = cleanLabel(text);
    return captionedMetric(label, around) ?? lineMetric(label, around) ?? conventionFor(text);
  });
  const [first] = metrics;
  if (!first || metrics.length < 2 || metrics.includes(undefined)) return undefined;
  const isSame = metrics.every((metric) => metric?.name === first.name);
  const better = metrics.every((metric) => metric?.better === first.better) ? first.better : undefined;
  const printed = isSame ? `average ${first.printed}` : 'average';
  return { metric: { name: first.name, better, printed }, from: 'text' };
}

/** Whether a name is that of a share that should be high: accuracy, overlap. */
const isReached = (name: string): boolean => {
  const found = findMetric(name);
  return found?.better === 'higher' && isMetricFact(found.name, 'share');
};

/**
 * The metric of lines beside a header of averages with several metrics below it: the first, if it alone is a share
 * that should be high ("Aorta", "Spleen" beside "Average" over "DSC" and "HD95").
 */
function metricUnderAverage({ systems, columns }: Surroundings['axes']): NamedMetric | undefined {
  const below = columns.flatMap(({ labels }) => {
    const leaf = labels.at(-1);
    return leaf && labels.some((label) => label !== leaf && isAverageLabel(label.text))
      ? [bare(leaf.text)]
      : [];
  });
  const [first = ''] = below;
  const metric = findMetric(first);
  const isOnly = isReached(first) && below.filter(isReached).length === 1;
  return systems === 'rows' && metric && isOnly ? { ...metric, printed: first } : undefined;
}

/**
 * The metric of lines that another line averages and names: "Mean AUROC" beside "Edema" and "Atelectasis", "mIoU" beside
 * "Road" and "Sky".
 */
export function metricOfAverage({ axes }: Pick<Surroundings, 'axes'>): NamedMetric | undefined {
  const leaves = [...new Set(leavesOf(axes))];
  const named = leaves
    .filter(isAverageLabel)
    .map((text) => cleanLabel(text).replace(/^(?:avg\.?|average|mean|overall|macro)\s/i, ''));
  const averages = named.length > 0 ? named : leaves.flatMap((text) => overClasses(cleanLabel(text)) ?? []);
  if (averages.length === 0) return metricUnderAverage(axes);
  const metric = findMetric(averages.length === 1 ? (averages[0] ?? '') : '');
  // Beside other metrics "Macro-F1" averages classes that have no line.
  const isBeside = leaves.some(
    (text) =>
      !isAverageLabel(text) && isMetricLabel(text) && findMetric(cleanLabel(text))?.name !== metric?.name,
  );
  if (isBeside && leaves.length > 1 && named.length > 0 && /^macro\b/i.test(named[0] ?? '')) return undefined;
  // A letter alone is any other quantity too ("Avg R", a reward), and ranks and speed-ups are not what is compared.
  return metric && averages[0]?.length !== 1 && !/^ranks?\b|speed-?ups?$/i.test(averages[0] ?? '')
    ? { ...metric, printed: averages[0] ?? metric.name }
    : undefined;
}
