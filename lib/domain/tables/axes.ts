/** Decides which headers of a table name the compared systems. */
import type { Body } from './body';
import {
  bracketMetric,
  cleanLabel,
  cornerParts,
  isDataHead,
  isMetricLabel,
  isNumberLabel,
  isSettingLabel,
  isStatisticLabel,
  isSystemHead,
} from './labels';
import { bodyColumns, bodyRows, cornerOf, labelsAt, type Axis, type Line } from './levels';
import { isKnownData, isKnownSystem } from './known-names';
import type { OwnNames } from './own';

/** The side and level that name the systems, and the labels of the table's lines. */
export interface Axes {
  readonly systems: Axis;
  readonly level: number;
  /** How strong the evidence is; 0 for a guess. */
  readonly evidence: number;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
}

const share = (labels: readonly string[], test: (label: string) => boolean): number =>
  labels.length === 0 ? 0 : labels.filter(test).length / labels.length;

/** Whether a label is a metric, or data with its metric in brackets: "NER (F1)". */
const namesMetric = (label: string): boolean => isMetricLabel(label) || bracketMetric(label) !== undefined;

interface Candidate {
  readonly axis: Axis;
  readonly level: number;
  readonly score: number;
}

/**
 * The evidence that a level names systems: the paper's own names, citations, the level's head; against it:
 * metrics and numbers.
 */
function scoreLevel(lines: readonly Line[], level: number, head: string, own: OwnNames): number {
  const labels = labelsAt(lines, level);
  if (labels.length === 0) return -9;
  const entries = lines.flatMap((line) => line.labels.filter((label) => label.level === level));
  const signs = entries.map(({ text, isCited }) => own.signOf(cleanLabel(text), isCited));
  const cited = entries.filter(({ isCited }) => isCited).length / entries.length;
  return (
    (signs.includes('said') ? 4 : 0) +
    (signs.includes('named') ? 3 : 0) +
    (cited > 0.3 ? 1.5 : 0) +
    (isSystemHead(head) ? 2 : isDataHead(head) || (isMetricLabel(head) && !isSettingLabel(head)) ? -2.5 : 0) +
    1.5 * Math.min(1, 2 * share(labels, isKnownSystem)) -
    // As printed, since an arrow makes a metric of any word.
    4 * share([...new Set(entries.map(({ text }) => text))], namesMetric) -
    3 * share(labels, (label) => isSettingLabel(label) || isStatisticLabel(label)) -
    2 * share(labels, isNumberLabel) -
    2 * share(labels, isKnownData) -
    // A name that all lines share does not distinguish them.
    (labels.length === 1 && lines.length > 1 ? 3 : 0)
  );
}

/** What a caption says for the first level of rows being the systems: metrics that are compared, or values. */
function rowsSaid(labels: readonly string[], level: number, caption: string): number {
  if (level > 0) return 0;
  const areMetrics = OF_METRICS.test(caption) && share(labels, namesMetric) > 0;
  const areValues = OF_VALUES.test(caption) && share(labels, isNumberLabel) > 0.5;
  return areMetrics ? 8 : areValues ? 3 : 0;
}

/**
 * The head of a level of column headers: the level above it if that spans all columns, otherwise the second
 * part of the corner.
 */
function headOfColumns(body: Body, columns: readonly Line[], level: number): string {
  const above = level > 0 ? labelsAt(columns, level - 1) : [];
  if (above.length === 1 && columns.length > 1) return above[0] ?? '';
  return cornerParts(cornerOf(body, 0))[1] ?? '';
}

/** Captions that compare metrics, by how well these agree with people, or variants, by the value of a setting. */
const OF_METRICS = /\bcorrelat\w+\b.{0,60}\b(?:human|judg|ratings?|annotat|experts?)/i;
const OF_VALUES = /\bablat\w+|\b(?:effect|impact|influence) of\b|\bsensitivity\b/i;

/** Finds the systems of a table. Rows name them unless there is evidence that columns do. */
export function findAxes(body: Body, own: OwnNames, caption: string): Axes {
  const rows = bodyRows(body);
  const columns = bodyColumns(body);
  const candidates: Candidate[] = [];
  const hasChecks = body.contents.some((row, at) =>
    row.some(
      ({ kind }, column) => kind === 'missing' && /^[✓✔☑√]$/u.test(body.grid[at]?.[column]?.text ?? ''),
    ),
  );
  for (let level = 0; level < body.headerColumns; level += 1) {
    const head = cornerParts(cornerOf(body, level))[0] ?? '';
    candidates.push({
      axis: 'rows',
      level,
      // In most tables each row is a system.
      score:
        rowsSaid(labelsAt(rows, level), level, caption) +
        (hasChecks && labelsAt(rows, level).length === 0
          ? // Rows that describe systems by check marks need no name.
            2
          : scoreLevel(rows, level, head, own) + (level === 0 ? 1 : 0)),
    });
  }
  for (let level = 0; level < body.headerRows; level += 1)
    candidates.push({
      axis: 'columns',
      level,
      score: scoreLevel(columns, level, headOfColumns(body, columns, level), own),
    });
  const nobody: Candidate = { axis: 'rows', level: 0, score: Number.NEGATIVE_INFINITY };
  const best = candidates.reduce(
    (most, candidate) => (candidate.score > most.score ? candidate : most),
    nobody,
  );
  return { systems: best.axis, level: best.level, evidence: Math.max(0, best.score), rows, columns };
}
