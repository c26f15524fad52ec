/**
 * Tables of a full text as data: which numbers they hold, of which system, by which metric, on which data, which is
 * best and which is the paper's own. Pure; linear in the table; whatever cannot be told is left out.
 */
import type { Direction } from '../paper';
import { findAxes, type Axes } from './axes';
import { directionsByBold, findBest } from './best';
import { findBody, type Body } from './body';
import { layOut, type Grid, type GridFault } from './grid';
import { isResultTable } from './kind';
import {
  bracketMetric,
  cleanLabel,
  cornerParts,
  isAverageLabel,
  isMetricLabel,
  isNumberLabel,
  isSettingLabel,
  isStatisticLabel,
} from './labels';
import { columnLabels, cornerOf, rowLabels, type Axis, type Label } from './levels';
import { findOwnSystems, isVariantLabel, type OwnNames, type TablePaper } from './own';
import type { TableSource } from './source';
import { findSurroundings, type MetricSource, type Surroundings } from './around';
import { subjectOf } from './subject';
import type { CellValue } from './value';

export type { TablePaper } from './own';
export type { TableSource, SourceCell } from './source';

/** One number that a table reports of a system. */
export interface TableResult {
  /** From 0, with spans spread out. */
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** The number as printed. */
  readonly printed: string;
  readonly error?: number | undefined;
  readonly unit?: string | undefined;
  readonly system: string;
  readonly metric?: string | undefined;
  readonly metricFrom?: MetricSource | undefined;
  readonly data?: string | undefined;
  readonly better?: Direction | undefined;
  readonly isOwn: boolean;
  /** By the numbers; undefined where nothing is compared or nobody knows which way is better. */
  readonly isBest?: boolean | undefined;
  /** What the page shows of it. */
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
}

/** A table whose grid was read. */
export interface ReadTable {
  readonly kind: 'results' | 'other';
  readonly source: TableSource;
  readonly systems: Axis;
  readonly body: Body;
  /** Empty for tables that report no results. */
  readonly results: readonly TableResult[];
}

/** A table of which nothing is said, since its rows do not fit together, or nobody could read that much. */
export interface UnreadableTable {
  readonly kind: 'unreadable';
  readonly source: TableSource;
  readonly fault: GridFault;
}

export type PaperTable = ReadTable | UnreadableTable;

/** Captions that say that brackets behind a number hold its deviation. */
const ERRORS_IN_BRACKETS =
  /\b(?:standard (?:deviations?|errors?)|std\.?(?: dev\.?)?|s\.?d\.?|confidence intervals?)\b[^.]{0,60}\b(?:parenthes[ie]s|brackets)|\b(?:parenthes[ie]s|brackets)\b[^.]{0,60}\b(?:standard (?:deviations?|errors?)|std|confidence)|\bmean \((?:std|sd|standard deviation)\)/i;

interface Named {
  readonly system: string;
  readonly isCited: boolean;
}

/** The system of a number; its name is empty where the table does not say it. */
function systemOf(row: number, column: number, body: Body, axes: Axes): Named {
  const labels = axes.systems === 'rows' ? rowLabels(body, row) : columnLabels(body, row, column);
  const label = labels.find(({ level }) => level === axes.level);
  if (!label) return { system: axes.systems === 'rows' ? checkedParts(row, body) : '', isCited: false };
  const name = cleanLabel(label.text);
  if (!isNumberLabel(name)) return { system: name, isCited: label.isCited };
  // A number by itself names nothing: "100 queries" is called by its head too.
  const [first = '', second] = cornerParts(cornerOf(body, axes.systems === 'rows' ? axes.level : 0));
  const head = cleanLabel(axes.systems === 'rows' ? first : (second ?? first));
  return { system: isMetricLabel(head) ? name : `${head} ${name}`.trim(), isCited: label.isCited };
}

const CHECKED = /^[✓✔☑√]$/u;

/** The parts that a row without a name switches on, by the heads of its check marks: "TM + SV". */
function checkedParts(row: number, { grid, headerRows }: Body): string {
  const isChecked = (line: Grid[number], column: number): boolean => CHECKED.test(line[column]?.text ?? '');
  const heads = (grid[headerRows - 1] ?? []).flatMap((cell, column) =>
    grid.some((line) => isChecked(line, column)) ? [{ column, head: cleanLabel(cell.text) }] : [],
  );
  const checked = heads.filter(({ column }) => isChecked(grid[row] ?? [], column));
  if (checked.length > 0) return checked.map(({ head }) => head).join(' + ');
  return heads.length > 0 ? `without ${heads.map(({ head }) => head).join(', ')}` : '';
}

/** A number that is no result of a system: what it was given, or how much of something there is, which is whole. */
const isNoResult = (labels: readonly Label[], printed: string): boolean => {
  const leaf = labels.at(-1)?.text ?? '';
  if (isMetricLabel(leaf) || isAverageLabel(leaf) || bracketMetric(leaf)) return false;
  return isSettingLabel(leaf) || (isStatisticLabel(leaf) && /^[\d,]+$/.test(printed));
};

interface Draft extends Omit<TableResult, 'isOwn' | 'isBest'> {
  readonly isCited: boolean;
  readonly line: number;
  readonly group: string;
  readonly isExact: boolean;
}

/** A number of a place, whose it is, and what it measures where the place holds several. */
interface PlaceNumber extends Named {
  readonly number: CellValue;
  readonly metricPart?: string | undefined;
}

/** Names for the numbers that stand in one cell, parted as they are: "(base / ours)", "PSNR/SSIM". */
function partsIn(text: string, count: number): readonly string[] | undefined {
  for (const written of [/\(([^()]{3,80})\)/.exec(text)?.[1] ?? '', text]) {
    const parts = cleanLabel(written)
      .split(/\s?[/|]\s?/)
      .filter(Boolean);
    if (parts.length === count && (written !== text || parts.every(isMetricLabel))) return parts;
  }
  return undefined;
}

/** The numbers of one place; none where nobody knows whose they are. */
function numbersAt(
  row: number,
  column: number,
  { body, axes, caption }: Surroundings,
): readonly PlaceNumber[] {
  const content = body.contents[row]?.[column];
  if (content?.kind !== 'number' && content?.kind !== 'several') return [];
  const own = systemOf(row, column, body, axes);
  if (content.kind === 'number') return [{ ...own, number: content.number }];
  const count = content.numbers.length;
  const labels = [...rowLabels(body, row), ...columnLabels(body, row, column)].map(({ text }) => text);
  const parts = [...labels, caption].map((text) => partsIn(text, count)).find((found) => found !== undefined);
  if (!parts) return [];
  const areMetrics = parts.every(isMetricLabel);
  return content.numbers.map((number, index) =>
    areMetrics
      ? { ...own, number, metricPart: parts[index] }
      : { number, system: parts[index] ?? '', isCited: false },
  );
}

function draftsOf(around: Surroundings): readonly Draft[] {
  const { body, axes } = around;
  const drafts: Draft[] = [];
  for (const { at: row } of axes.rows) {
    for (const { at: column } of axes.columns) {
      const cell = body.grid[row]?.[column];
      if (!cell || cell.row !== row || cell.column !== column) continue;
      for (const { number, system, isCited, metricPart } of numbersAt(row, column, around)) {
        const areSystems = body.contents[row]?.[column]?.kind === 'several' && metricPart === undefined;
        const labels = [...rowLabels(body, row), ...columnLabels(body, row, column)]
          .filter(({ axis, level }) => areSystems || axis !== axes.systems || level !== axes.level)
          .map((label) => (areSystems ? { ...label, text: label.text.replace(/\s?\([^()]*[/|][^()]*\)/, '') } : label));
        if (isNoResult(labels, number.printed) || system === '') continue;
        const subject = subjectOf(labels, body.headingOf[row] ?? '', around, metricPart);
        drafts.push({
          ...subject,
          unit: number.unit ?? subject.unit,
          row,
          column,
          value: number.value,
          printed: number.printed,
          error: number.error,
          system,
          isCited,
          line: axes.systems === 'rows' ? row : column,
          isBold: cell.bold.includes(number.printed),
          isUnderlined: cell.underlined.includes(number.printed),
          isExact: number.qualifier === undefined,
          group: [subject.metric, subject.data, ...labels.map(({ text }) => text)].join('\n'),
        });
      }
    }
  }
  return drafts;
}

/** The lines of the paper's own systems: by name, with what varies them; else the last if it is set off from the others. */
function findOwnLines(drafts: readonly Draft[], around: Surroundings, own: OwnNames): (draft: Draft) => boolean {
  const signs = new Map<string, boolean>();
  for (const { system, isCited } of drafts)
    if (!signs.has(system)) signs.set(system, own.signOf(system, isCited) !== undefined);
  const isAblation = /\bablat/i.test(around.caption);
  const hasRivals = drafts.some(({ isCited, system }) => isCited && !signs.get(system));
  if (isAblation && !hasRivals) return () => true;
  if ([...signs.values()].includes(true))
    return ({ system, isCited }) => signs.get(system) === true || (!isCited && isVariantLabel(system));
  const lines = [...new Set(drafts.map(({ line }) => line))];
  const last = lines.at(-1);
  const isSetOff = (line: number): boolean => {
    const own = drafts.filter((draft) => draft.line === line);
    return own.length > 0 && own.filter(({ isBold }) => isBold).length * 2 > own.length;
  };
  const shaded = lines.filter((line) => {
    const cells = around.axes.systems === 'rows' ? (around.body.grid[line] ?? []) : around.body.grid.map((row) => row[line]);
    return cells.every((cell) => cell?.isShaded === true);
  });
  if (shaded.length === 1) return ({ line }) => line === shaded[0];
  if (last === undefined || lines.length < 2 || !hasRivals || !isSetOff(last) || lines.filter(isSetOff).length > 1)
    return () => false;
  return ({ line, isCited }) => line === last && !isCited;
}

function resultsOf(around: Surroundings, own: OwnNames): readonly TableResult[] {
  const read = draftsOf(around);
  const shown = directionsByBold(read);
  const drafts = read.map((draft) => ({ ...draft, better: draft.better ?? shown.get(draft.group) }));
  const isOwn = findOwnLines(drafts, around, own);
  const best = findBest(drafts);
  return drafts.map((draft, index) => {
    const { isCited: _cited, line: _line, group: _group, isExact: _exact, ...result } = draft;
    return { ...result, isOwn: isOwn(draft), isBest: best[index] };
  });
}

/** Reads one table of a paper. */
export function readTable(source: TableSource, own: OwnNames): PaperTable {
  const grid = layOut(source.rows);
  if (typeof grid === 'string') return { kind: 'unreadable', source, fault: grid };
  const body = findBody(grid, ERRORS_IN_BRACKETS.test(`${source.caption} ${source.outerCaption}`));
  const axes = findAxes(body, own);
  const around = findSurroundings(source, body, axes);
  const signed = [...axes.rows, ...axes.columns].some(({ labels }) =>
    labels.some(({ text, isCited }) => own.signOf(cleanLabel(text), isCited) !== undefined),
  );
  const isResult = isResultTable({ body, axes, source, hasOwn: signed });
  return {
    kind: isResult ? 'results' : 'other',
    source,
    systems: axes.systems,
    body,
    results: isResult ? resultsOf(around, own) : [],
  };
}

/** Reads the tables of a paper's page. */
export function readTables(sources: readonly TableSource[], paper: TablePaper): readonly PaperTable[] {
  const own = findOwnSystems(paper);
  return sources.map((source) => readTable(source, own));
}
