/** Decides which headers of a table name the compared systems. */
import { boldSide } from './bold-side';
import type { Body } from './body';
import {
  cleanLabel,
  isAverageLabel,
  isDataHead,
  isMetricLabel,
  isNumberLabel,
  isSettingLabel,
  isStatisticLabel,
  isSystemHead,
} from './labels';
import { bracketMetric, cornerParts } from './label-parts';
import { bodyColumns, bodyRows, cornerOf, isOnLevel, labelsAt, type Axis, type Line } from './levels';
import { isKnownData, isKnownSystem } from './known-names';
import { CHECKED } from './value';
import type { OwnNames } from './own';

/** The side and level that name the systems, and the labels of the table's lines. */
export interface Axes {
  readonly systems: Axis;
  readonly level: number;
  /** How strong the evidence is; 0 for a guess. */
  readonly evidence: number;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** Levels of rows after the one of the systems that tell variants of these apart: "Stage", "Training". */
  readonly variants: ReadonlySet<number>;
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
  // Beside other names, a network below this head is a part of what is compared, or what it is tried with.
  const isPart =
    lines.some((line) => line.labels.length > 1) && /^(?:backbones?|encoders?|decoders?)$/i.test(head);
  return (
    (signs.includes('said') ? 4 : 0) +
    (signs.includes('named') ? 3 : 0) +
    (cited > 0.3 ? 1.5 : 0) +
    (isPart
      ? 0.5
      : isSystemHead(head)
        ? 2
        : isMadeOf(head)
          ? -2
          : isDataHead(head) || (isMetricLabel(head) && !isSettingLabel(head))
            ? -2.5
            : 0) +
    (isPart ? 0 : 1.5 * Math.min(1, 2 * share(labels, isKnownSystem))) -
    // As printed, since an arrow makes a metric of any word.
    4 * share([...new Set(entries.map(({ text }) => text))], namesMetric) -
    // What is in brackets adds to the header above it: "(us)", "(grouped)".
    3 *
      share(
        labels,
        (label) => isSettingLabel(label) || isStatisticLabel(label) || /^\([^()]{2,}\)$/.test(label),
      ) -
    2 * share(labels, isNumberLabel) -
    2 * share(labels, isKnownData) -
    // A name that all lines share does not distinguish them.
    (labels.length === 1 && lines.length > 1 ? 3 : 0)
  );
}

const isSigned = (lines: readonly Line[], level: number, own: OwnNames): boolean =>
  lines.some(({ labels }) =>
    labels.some(
      ({ level: at, text, isCited }) => at === level && own.signOf(cleanLabel(text), isCited) !== undefined,
    ),
  );

const holdData = (lines: readonly Line[]): boolean => labelsAt(lines, 0).some(isKnownData);

/**
 * Whether the corner heads the row beside it and not the rows below: it calls them methods, and the paper's own is
 * among the columns' names only ("Method | Uniform | LumNet (ours)" above rows of data); or it calls them data, and
 * known data is ("Dataset | CIFAR-10 | SVHN" above rows of systems).
 */
function headsColumns(body: Body, rows: readonly Line[], columns: readonly Line[], own: OwnNames): boolean {
  const last = body.headerRows - 1;
  const [head = ''] = cornerParts(cornerOf(body, 0));
  if (isSystemHead(head))
    return (
      body.headerColumns < 3 &&
      isSigned(columns, last, own) &&
      ![0, 1].some((level) => isSigned(rows, level, own))
    );
  return body.headerColumns === 1 && isDataHead(head) && holdData(columns) && !holdData(rows);
}

/** Whether a head says what systems are made of, and no name of them: "Backbone". */
const isMadeOf = (head: string): boolean =>
  isSettingLabel(head) && !isSystemHead(head) && !isMetricLabel(head);

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
  // A metric above all names is of systems as well as of data.
  if (above.length === 1 && columns.length > 1) return namesMetric(above[0] ?? '') ? '' : (above[0] ?? '');
  return cornerParts(cornerOf(body, 0))[1] ?? '';
}

/**
 * The level of rows that names systems if nothing tells: the first, or the second if its names repeat below each of the
 * first and no head says what either is, as methods do for each data.
 */
function usualLevel(rows: readonly Line[], body: Body): number {
  if (body.headerColumns < 2 || cornerOf(body, 0) !== '' || cornerOf(body, 1) !== '') return 0;
  const groups = new Map<string, Set<string>>();
  for (const { labels } of rows) {
    const [outer = '', inner = ''] = [0, 1].map(
      (level) => labels.find((label) => label.level === level)?.text,
    );
    groups.set(outer, (groups.get(outer) ?? new Set()).add(inner));
  }
  const [first, ...others] = [...groups.values()];
  const isCrossed =
    first !== undefined &&
    first.size > 1 &&
    others.length > 0 &&
    others.every((group) => group.size === first.size && [...group].every((name) => first.has(name)));
  return isCrossed && first.size > groups.size ? 1 : 0;
}

/**
 * The levels of rows after that of the systems whose heads say neither data nor metric, and whose names are none: where
 * only they tell rows apart, they are a part of the system's name.
 */
function findVariants(rows: readonly Line[], level: number, body: Body): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = level + 1; at < body.headerColumns; at += 1) {
    const head = cornerParts(cornerOf(body, at))[0] ?? '';
    const labels = labelsAt(rows, at);
    const isOther = isDataHead(head) || isNumberHead(head) || isMetricLabel(head);
    const areNames =
      share(labels, (label) => isMetricLabel(label) || isKnownData(label) || isNumberLabel(label)) === 0;
    if (head !== '' && !isOther && areNames) found.add(at);
  }
  return found;
}

/** Whether a head stands above amounts: "Horizon", "Shots". */
const isNumberHead = (head: string): boolean =>
  /\b(?:horizons?|shots?|lengths?|sizes?|ratios?|rates?)$/i.test(head);

/** Captions that compare metrics, by how well these agree with people, or variants, by the value of a setting. */
const OF_METRICS = /\bcorrelat\w+\b.{0,60}\b(?:human|judg|ratings?|annotat|experts?)/i;
const OF_VALUES = /\bablat\w+|\b(?:effect|impact|influence) of\b|\bsensitivity\b/i;

/** Finds the systems of a table. Rows name them unless there is evidence that columns do. */
export function findAxes(body: Body, own: OwnNames, caption: string): Axes {
  const rows = bodyRows(body);
  const columns = bodyColumns(body);
  const candidates: Candidate[] = [];
  const hasChecks = body.contents.some((row, at) =>
    row.some(({ kind }, column) => kind === 'missing' && CHECKED.test(body.grid[at]?.[column]?.text ?? '')),
  );
  const usual = usualLevel(rows, body);
  const bold = 3 * boldSide(body);
  const isOfColumns = headsColumns(body, rows, columns, own);
  for (let level = 0; level < body.headerColumns; level += 1) {
    const head = isOfColumns ? '' : (cornerParts(cornerOf(body, level))[0] ?? '');
    candidates.push({
      axis: 'rows',
      level,
      // In most tables each row is a system.
      score:
        rowsSaid(labelsAt(rows, level), level, caption) +
        (hasChecks && labelsAt(rows, level).length === 0
          ? // Rows that describe systems by check marks need no name.
            2
          : scoreLevel(rows, level, head, own) + (level === usual ? 1 : 0)) -
        // Every row has a system, so a level that some rows leave empty names none, but for averages: "S1 | —", "S2 | ViT".
        (level > 0 &&
        rows.some(
          (line) =>
            !line.labels.some((label) => isOnLevel(label, 'rows', level) || isAverageLabel(label.text)),
        )
          ? 3
          : 0) -
        Math.min(0, bold),
    });
  }
  for (let level = 0; level < body.headerRows; level += 1)
    candidates.push({
      axis: 'columns',
      level,
      score:
        scoreLevel(
          columns,
          level,
          isOfColumns && level === body.headerRows - 1
            ? cornerOf(body, 0)
            : headOfColumns(body, columns, level),
          own,
        ) + Math.max(0, bold),
    });
  const nobody: Candidate = { axis: 'rows', level: 0, score: Number.NEGATIVE_INFINITY };
  const best = candidates.reduce(
    (most, candidate) => (candidate.score > most.score ? candidate : most),
    nobody,
  );
  return {
    systems: best.axis,
    level: best.level,
    evidence: Math.max(0, best.score),
    rows,
    columns,
    variants: best.axis === 'rows' ? findVariants(rows, best.level, body) : new Set(),
  };
}
