/** The levels of headers of a table, each as one that may name the systems. */
import type { Body } from '../body';
import { isKnownData } from '../known-names';
import { cornerParts } from '../label-parts';
import { cleanLabel, isDataHead, isMeasureHead, isSystemHead } from '../labels';
import { cornerOf, labelsAt, type Axis, type Label, type Line } from '../levels';
import type { OwnNames } from '../own';
import { compareLevel, placesOf } from './numbers';
import type { Level, LevelView } from './tests';
import { sharesOf } from './traits';

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

/**
 * The head of a level of column headers: the level above it if that spans all columns, otherwise the second
 * part of the corner.
 */
function headOfColumns(body: Body, columns: readonly Line[], level: number): string {
  const above = level > 0 ? labelsAt(columns, level - 1) : [];
  // A metric above all names is of systems as well as of data.
  if (above.length === 1 && columns.length > 1) return sharesOf(above).has('metric') ? '' : (above[0] ?? '');
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

/** Captions that compare metrics, by how well these agree with people. */
export const OF_METRICS = /\bcorrelat\w+\b.{0,60}\b(?:human|judg|ratings?|annotat|experts?)/i;

/** Whether the same headers of a level stand below each of the level above. */
function areCrossed(lines: readonly Line[], level: number): boolean {
  if (level === 0) return false;
  const groups = new Map<string, Set<string>>();
  for (const { labels } of lines) {
    const outer = labels.findLast((label) => label.level < level)?.text;
    const own = labels.find((label) => label.level === level)?.text;
    if (outer === undefined || own === undefined) continue;
    const group = groups.get(outer);
    if (group) group.add(own);
    else groups.set(outer, new Set([own]));
  }
  const [first, ...others] = groups.values();
  return (
    first !== undefined &&
    first.size > 1 &&
    others.length > 0 &&
    others.every((group) => group.size === first.size && [...group].every((text) => first.has(text)))
  );
}

/** The levels of one side; a header is cited if it is anywhere. */
const levelsOf = (
  axis: Axis,
  lines: readonly Line[],
  count: number,
  isHidden: ((text: string) => boolean) | undefined,
): readonly Level[] =>
  Array.from({ length: count }, (_, level) => {
    const found = new Map<string, Label>();
    for (const { labels } of lines)
      for (const label of labels)
        if (label.level === level && (label.isCited || !found.has(label.text))) found.set(label.text, label);
    return {
      axis,
      level,
      labels: [...found.values()],
      shares: sharesOf([...found.keys()], isHidden),
      isCrossed: areCrossed(lines, level),
    };
  });

/**
 * The levels of a table's headers, those of rows first. For fitting, headers for which `isHidden` holds are given as if no
 * lexicon had them.
 */
export function levelViewsOf(
  body: Body,
  rows: readonly Line[],
  columns: readonly Line[],
  own: OwnNames,
  caption: string,
  isHidden?: (text: string) => boolean,
): readonly LevelView[] {
  const usual = usualLevel(rows, body);
  const isOfColumns = headsColumns(body, rows, columns, own);
  const places = placesOf(body, rows, columns);
  const levels = {
    rows: levelsOf('rows', rows, body.headerColumns, isHidden),
    columns: levelsOf('columns', columns, body.headerRows, isHidden),
  };
  const headOf = (axis: Axis, level: number): string => {
    if (axis === 'rows') return isOfColumns ? '' : (cornerParts(cornerOf(body, level))[0] ?? '');
    return isOfColumns && level === body.headerRows - 1
      ? cornerOf(body, 0)
      : headOfColumns(body, columns, level);
  };
  // A name that all lines share does not distinguish them, and what is in brackets adds to the header above it.
  const namesNone = ({ axis, labels, shares }: Level): boolean =>
    (labels.length === 1 || shares.get('bracketed') === 1) &&
    levels[axis].some((other) => other.labels.length > 1);
  // Metrics measure systems and settings describe them; another level names these, unless the caption compares metrics.
  const measures = ({ axis, labels, shares }: Level): boolean =>
    labels.length > 1 &&
    shares.has('metric') &&
    // Where the corner calls the rows metrics, names of columns only look like some: "DiCE random".
    !(axis === 'columns' && isMeasureHead(headOf('rows', 0))) &&
    (shares.get('metric') ?? 0) + (shares.get('given') ?? 0) > 0.99 &&
    !OF_METRICS.test(caption) &&
    [...levels.rows, ...levels.columns].some((other) => (other.shares.get('metric') ?? 0) < 1);
  const views = (['rows', 'columns'] as const).flatMap((axis) => {
    const [lines, across] = axis === 'rows' ? [rows, columns] : [columns, rows];
    const heads = levels[axis].map(({ level }) => headOf(axis, level));
    return levels[axis].map((one) => ({
      ...one,
      signs: one.labels.map(({ text, isCited }) => own.signOf(cleanLabel(text), isCited)),
      head: heads[one.level] ?? '',
      besideHeads: heads.filter((_, level) => level !== one.level),
      lines,
      across,
      beside: levels[axis].filter((other) => other !== one),
      opposite: levels[axis === 'rows' ? 'columns' : 'rows'],
      numbers: compareLevel(places, body, axis, one.level, lines),
      isUsual: axis === 'rows' && one.level === usual,
      body,
      caption,
    }));
  });
  return views
    .filter((view) => !namesNone(view) && !measures(view))
    .map((view) => {
      const others = views.flatMap((other) => (other === view ? [] : [other.numbers]));
      return {
        ...view,
        leastSpread: Math.min(...others.flatMap(({ spread }) => spread ?? [])),
        mostBold: Math.max(0, ...others.map(({ oneBold }) => oneBold)),
      };
    });
}
