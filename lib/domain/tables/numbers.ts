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
const isRefused = (refusal: ReturnType<typeof findRefusal>, printed: string): boolean =>
  refusal === 'setting' || (refusal === 'count' && /^[\d,]+$/.test(printed));

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
}

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
  const texts = [...places.labelsOf(row, column).map(({ text }) => text), around.caption];
  const parts = texts.map((text) => partsIn(text, count)).find((found) => found !== undefined);
  if (!parts) return [];
  const areMetrics = parts.every(isMetricLabel);
  return content.numbers.map((number, index) =>
    areMetrics
      ? { ...own, number, metricPart: parts[index] }
      : { number, system: parts[index] ?? '', isCited: false },
  );
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

/** The numbers of a table that are results of systems, row by row. */
export function draftsOf(around: Surroundings): readonly Draft[] {
  const { body, axes } = around;
  const readHeaders = createHeaderReader(around);
  const places = createPlaces(around);
  const drafts: Draft[] = [];
  for (const { at: row } of axes.rows) {
    for (const { at: column } of axes.columns) {
      const cell = body.grid[row]?.[column];
      if (!cell || cell.row !== row || cell.column !== column) continue;
      for (const { number, system, isCited, metricPart } of numbersAt(row, column, around, places)) {
        const areSystems = body.contents[row]?.[column]?.kind === 'several' && metricPart === undefined;
        const labels = places
          .labelsOf(row, column)
          .filter(({ axis, level }) => areSystems || axis !== axes.systems || level !== axes.level)
          .map((label) =>
            areSystems ? { ...label, text: label.text.replace(/\s?\([^()]*[/|][^()]*\)/, '') } : label,
          );
        const { subject, refusal } = readHeaders(labels, body.headingOf[row] ?? '', metricPart);
        if (isRefused(refusal, number.printed) || system === '') continue;
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
