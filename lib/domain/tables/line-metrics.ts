/** The metric of a line whose headers name none, from what caption, text and benchmark say of it or of its neighbours. */
import type { Default, Surroundings } from './shared-facts';
import { bracketMetric, cleanLabel, isAverageLabel } from './labels';
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
 * The metric that the caption gives in brackets behind a line's name. A line that the caption does not name has the
 * metric behind words that name no line either ("downstream tasks (accuracy)"), if there is one such metric.
 */
export function captionedMetric(label: string, { bracketed, axes }: Surroundings): NamedMetric | undefined {
  if (bracketed.length < 2) return undefined;
  const saying = bracketed.filter(({ before }) => holdsName(before, label));
  if (saying.length > 0) return saying.length === 1 ? saying[0]?.metric : undefined;
  const labels = new Set(
    [...axes.rows, ...axes.columns].flatMap((line) => line.labels.map(({ text }) => cleanLabel(text))),
  );
  const open = bracketed.filter(({ before }) => ![...labels].some((each) => holdsName(before, each)));
  return open.length === 1 && open.length < bracketed.length ? open[0]?.metric : undefined;
}

/** The metric of a line that averages others: their metric, or "average" where they have different ones. */
export function averagedMetric(around: Surroundings): Default | undefined {
  const { axes } = around;
  const lines = (axes.systems === 'rows' ? axes.columns : axes.rows)
    .flatMap(({ labels }) => labels.at(-1)?.text ?? [])
    .filter((text) => !isAverageLabel(text) && !bracketMetric(text));
  const metrics = lines.map((text) => lineMetric(cleanLabel(text), around) ?? conventionFor(text));
  const [first] = metrics;
  if (!first || metrics.length < 2 || metrics.includes(undefined)) return undefined;
  const isSame = metrics.every((metric) => metric?.name === first.name);
  const better = metrics.every((metric) => metric?.better === first.better) ? first.better : undefined;
  const printed = isSame ? `average ${first.printed}` : 'average';
  return { metric: { name: first.name, better, printed }, from: 'text' };
}
