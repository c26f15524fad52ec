/** The numbers of a table with the systems to which they belong. */
import type { Surroundings } from './shared-facts';
import {
  bracketMetric,
  cleanLabel,
  isAverageLabel,
  isMetricLabel,
  isSettingLabel,
  isStatisticLabel,
  isSymbolLabel,
} from './labels';
import type { Label } from './levels';
import { createPlaces, type Places, type System } from './places';
import type { TableResult } from './result';
import { subjectOf, type Subject } from './subject';
import type { CellValue } from './value';

/**
 * Why numbers under a header are not results: they are settings of a system, or counts if they are whole
 * numbers.
 */
function findRefusal(labels: readonly Label[], around: Surroundings): 'setting' | 'count' | undefined {
  const leaf = labels.at(-1)?.text ?? '';
  if (isMetricLabel(leaf) || isAverageLabel(leaf) || bracketMetric(leaf)) return undefined;
  // Beside columns that name their metrics, one with a symbol for a name holds what the system was built with.
  const isParameter =
    isSymbolLabel(leaf) && around.headed.size > 0 && !labels.some(({ text }) => isMetricLabel(text));
  if (isSettingLabel(leaf) || isParameter) return 'setting';
  return isStatisticLabel(leaf) ? 'count' : undefined;
}

/** Whether a number is not a result, given what `findRefusal` returned for its headers. */
/** Whether a number is no result of a system, given what `findRefusal` says of its headers. */
const isRefused = (refusal: ReturnType<typeof findRefusal>, { printed, unit = '' }: CellValue): boolean =>
  refusal === 'setting' || (refusal === 'count' && (/^[\d,]+$/.test(printed) || /^[kKMBT]$/.test(unit)));

/** A result before it is decided whether it is the paper's own and whether it is the best. */
export interface Draft extends Omit<TableResult, 'isOwn' | 'isBest'> {
  readonly isCited: boolean;
  /** The row or column of its system. */
  readonly line: number;
  /** Equal for all numbers with which it is compared. */
  readonly group: string;
  /** False for bounds and estimates, which are not compared. */
  readonly isExact: boolean;
}

/** A number of a cell with its system, and its metric if the cell holds several. */
interface PlaceNumber extends System {
  readonly number: CellValue;
  readonly metricPart?: string | undefined;
  /** What of its header's brackets is the number's own: "m" of "MNLI-(m/mm)". */
  readonly dataPart?: string | undefined;
}

/** Words by which one of two systems in a cell is called. */
const SYSTEM_PART = /\b(?:ours?|proposed|base(?:line)?|w\/o|w\/|with|without|student|teacher)\b/i;

/** Names for several numbers in one cell, separated like these: "(base / ours)", "PSNR/SSIM". */
function partsIn(text: string, count: number): readonly string[] | undefined {
  for (const written of [/\(([^()]{3,80})\)/.exec(text)?.[1] ?? '', text]) {
    const parts = cleanLabel(written)
      .split(/\s?[/|]\s?/)
      .filter(Boolean);
    if (parts.length === count && (written !== text || parts.every(isMetricLabel))) return parts;
  }
  return undefined;
}

/** The numbers of one cell; empty if it is unknown to which system they belong. */
function numbersAt(
  row: number,
  column: number,
  around: Surroundings,
  places: Places,
): readonly PlaceNumber[] {
  const content = around.body.contents[row]?.[column];
  if (content?.kind !== 'number' && content?.kind !== 'several') return [];
  const own = places.systemOf(row, column);
  if (content.kind === 'number') return [{ ...own, number: content.number }];
  const count = content.numbers.length;
  const labels = places.labelsOf(row, column).map(({ text }) => text);
  const named = [...labels, around.caption].map((text) => partsIn(text, count));
  const at = named.findIndex((found) => found !== undefined);
  const parts = named[at];
  if (!parts) return [];
  if (parts.every(isMetricLabel))
    return content.numbers.map((number, index) => ({ ...own, number, metricPart: parts[index] }));
  if (parts.some((part) => SYSTEM_PART.test(part)))
    return content.numbers.map((number, index) => ({ number, system: parts[index] ?? '', isCited: false }));
  // Else they are parts of the data, where a header names them.
  if (at === labels.length || own.system === '') return [];
  return content.numbers.map((number, index) => ({ ...own, number, dataPart: parts[index] }));
}

/** What headers say about the numbers below them. */
interface Headed {
  readonly subject: Subject;
  readonly refusal: ReturnType<typeof findRefusal>;
}

/** Returns a function that reads headers for one table, caching each combination. */
function createHeaderReader(around: Surroundings) {
  const known = new Map<string, Headed>();
  return (labels: readonly Label[], heading: string, metricPart: string | undefined): Headed => {
    const key = [
      heading,
      metricPart,
      ...labels.map(({ axis, level, text }) => `${axis} ${level} ${text}`),
    ].join('\n');
    const found = known.get(key) ?? {
      subject: subjectOf(labels, heading, around, metricPart),
      refusal: findRefusal(labels, around),
    };
    known.set(key, found);
    return found;
  };
}

/** A header with one of the parts in its brackets, or with none. */
const withPart = (text: string, part: string | undefined): string =>
  text.replace(/\s?\([^()]*[/|][^()]*\)/, part === undefined ? '' : part);

/**
 * Tells headers below those of systems that say something of the system, and not on what it was measured: what each
 * of several systems with one column has of its own ("Dense", "MoE").
 */
function createAttributeTest({ axes }: Surroundings): (label: Label) => boolean {
  if (axes.systems !== 'columns') return () => false;
  const systems = axes.columns.map(({ labels }) => labels.find(({ level }) => level === axes.level)?.text);
  const isDivided = new Set(systems).size < systems.length;
  return ({ axis, level, text }) =>
    !isDivided && axis === 'columns' && level > axes.level && !isMetricLabel(text);
}

/** The numbers of a table that are results of systems, row by row. */
export function draftsOf(around: Surroundings): readonly Draft[] {
  const { body, axes } = around;
  const readHeaders = createHeaderReader(around);
  const places = createPlaces(around);
  const isAttribute = createAttributeTest(around);
  const drafts: Draft[] = [];
  for (const { at: row } of axes.rows) {
    for (const { at: column } of axes.columns) {
      const cell = body.grid[row]?.[column];
      if (!cell || cell.row !== row || cell.column !== column) continue;
      for (const { number, system, isCited, metricPart, dataPart } of numbersAt(
        row,
        column,
        around,
        places,
      )) {
        const isSeveral = body.contents[row]?.[column]?.kind === 'several' && metricPart === undefined;
        const areSystems = isSeveral && dataPart === undefined;
        const labels = places
          .labelsOf(row, column)
          .filter((label) => areSystems || label.axis !== axes.systems || label.level !== axes.level)
          .filter((label) => !isAttribute(label))
          .map((label) => (isSeveral ? { ...label, text: withPart(label.text, dataPart) } : label));
        const { subject, refusal } = readHeaders(labels, body.headingOf[row] ?? '', metricPart);
        if (isRefused(refusal, number) || system === '') continue;
        const { error } = number;
        drafts.push({
          ...subject,
          unit: number.unit ?? subject.unit,
          row,
          column,
          value: number.value,
          printed: number.printed,
          error,
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
