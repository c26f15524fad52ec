/** The numbers of a table with the systems to which they belong. */
import { findMetric, isMetricFact } from '../metrics';
import type { Surroundings } from './shared-facts';
import {
  cleanLabel,
  isAverageLabel,
  isDataHead,
  isDifferenceLabel,
  isMetricLabel,
  isNumberLabel,
  isSettingLabel,
  isSpreadLabel,
  isStatisticLabel,
  isSymbolLabel,
  isUnitLabel,
} from './labels';
import { bracketMetric } from './label-parts';
import { isKnownSystem } from './known-names';
import { cornerOf, isOnLevel, type Label } from './levels';
import { spellOut } from './meanings';
import { createPlaces, type Places, type System } from './places';
import type { TableResult } from './result';
import { subjectOf, type Subject } from './subject';
import type { CellValue } from './value';

/** Mean lengths of what systems read or write: "Avg Length", "Mean answer len." */
const IS_LENGTH = /^(?:avg\.?|average|mean)\s(?:\p{L}+\s)?len(?:gths?|\.)?$/iu;

/** Whether a capital stands behind all metrics: what was set stands before them. */
const isAfterMetrics = (leaf: string, { axes }: Surroundings): boolean =>
  axes.systems === 'rows' &&
  /^\p{Lu}$/u.test(leaf) &&
  axes.columns.at(-1)?.labels.at(-1)?.text === leaf &&
  axes.columns.some(({ labels }) => isMetricLabel(labels.at(-1)?.text ?? ''));

/** Settings of a system, symbols of what it was built with, or counts if they are whole numbers. */
type Refusal = 'setting' | 'parameter' | 'count';

/** Why numbers under a header are not results. */
function findRefusal(labels: readonly Label[], around: Surroundings): Refusal | undefined {
  const below = labels.at(-1)?.text ?? '';
  const outer = labels.at(-2);
  const last = labels.at(-1);
  const isOpen =
    last && !isDifferenceLabel(last.text) && !isSpreadLabel(last.text) && !last.text.endsWith('=');
  if (isOpen && around.roleOf(last) === 'data') return undefined;
  // A unit below its metric is no parameter.
  const isUnit = isUnitLabel(below) && outer !== undefined && !isNumberLabel(outer.text);
  const leaf = spellOut((isUnit ? outer : labels.at(-1))?.text ?? '', around.meanings);
  if (isDifferenceLabel(leaf) || isSpreadLabel(leaf)) return 'setting';
  // Beside metrics, how long answers are says nothing of how good they are.
  if (around.headed.size > 0 && IS_LENGTH.test(cleanLabel(leaf))) return 'setting';
  if (isMetricLabel(leaf) || isAverageLabel(leaf) || bracketMetric(leaf)) return undefined;
  // If other columns name their metrics, one whose name is a symbol contains what the system was built with.
  const isParameter =
    isSymbolLabel(leaf) &&
    around.headed.size > 0 &&
    !labels.some(({ text }) => isMetricLabel(text)) &&
    !isAfterMetrics(leaf, around);
  if (isSettingLabel(leaf)) return 'setting';
  if (isParameter) return 'parameter';
  return isStatisticLabel(leaf) ? 'count' : undefined;
}

/** Settings that are counted, so that a fraction below them is something else: "Shot", a noise. */
const COUNTED = /^(?:epochs?|years?|batch|layers?|heads?|seeds?|folds?|shots?|steps?|iters?|queries|gpus?)$/i;

/** Whether a number is no result of a system, given what `findRefusal` says of its headers. */
const isRefused = (refusal: Refusal | undefined, { printed, unit = '', error }: CellValue): boolean =>
  refusal === 'setting' ||
  // What was set has no deviation.
  (refusal === 'parameter' && error === undefined) ||
  (refusal === 'count' && (/^[\d,]+$/.test(printed) || /^[kKMBT]$/.test(unit)));

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
  /** The system is one that a header names for this place of the cell. */
  readonly isInHeader?: boolean;
  /** The part of its header's brackets that belongs to this number: "m" of "MNLI-(m/mm)". */
  readonly dataPart?: string | undefined;
}

/** Words that name one of two systems in a cell. */
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

/** The names that a caption gives to the numbers below a header: "Spearman/Pearson correlation for STS-B". */
function partsFor(label: string, caption: string, count: number): readonly string[] | undefined {
  const at = caption.indexOf(` for ${cleanLabel(label)}`);
  const before = at === -1 ? '' : caption.slice(Math.max(0, at - 60), at);
  const [, written = ''] = /(?:^|\s)([^\s/,]+(?:\/[^\s/,]+)+)(?:\s\p{L}+)?$/u.exec(before) ?? [];
  const parts = written.split('/');
  return parts.length === count && parts.every(isMetricLabel) ? parts : undefined;
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
  const given = content.numbers.flatMap((number, index) => (number ? [{ number, index }] : []));
  const labels = places.labelsOf(row, column).map(({ text }) => text);
  const count = content.numbers.length;
  const named = [...labels, around.caption].map(
    (text) =>
      partsIn(text, count) ?? (labels.includes(text) ? partsFor(text, around.caption, count) : undefined),
  );
  const at = named.findIndex((found) => found !== undefined);
  const parts = named[at];
  // One number and a dash are one result, whatever the other would have been.
  if (!parts) return given.length === 1 ? given.map(({ number }) => ({ ...own, number })) : [];
  if (parts.every(isMetricLabel))
    return given.map(({ number, index }) => ({ ...own, number, metricPart: parts[index] }));
  if (parts.some((part) => SYSTEM_PART.test(part)))
    return given.map(({ number, index }) => ({
      number,
      system: parts[index] ?? '',
      isCited: false,
      isInHeader: true,
    }));
  // Otherwise they are parts of the data, if a header names them.
  if (at === labels.length || own.system === '') return [];
  return given.map(({ number, index }) => ({ ...own, number, dataPart: parts[index] }));
}

/** What headers say about the numbers below them. */
interface Headed {
  readonly subject: Subject;
  readonly refusal: Refusal | undefined;
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
 * Recognises headers below those of systems that describe the system, not what it was measured on: those of several
 * systems with one column each ("Dense", "MoE").
 */
function createAttributeTest({ axes }: Surroundings): (label: Label) => boolean {
  if (axes.systems !== 'columns') return () => false;
  const systems = axes.columns.map(({ labels }) => labels.find(({ level }) => level === axes.level)?.text);
  const isDivided = new Set(systems).size < systems.length;
  return ({ axis, level, text }) =>
    !isDivided && axis === 'columns' && level > axes.level && !isMetricLabel(text);
}

/**
 * Recognises outer headers that only group the systems ("Post-hoc", "Watermarking") and name no data: each system is
 * below one of them, and their own header does not name data.
 */
function createGroupTest({ axes, body }: Surroundings): (label: Label) => boolean {
  const outer = new Map<string, Set<string>>();
  for (const { labels } of axes[axes.systems]) {
    const system = labels.find((label) => isOnLevel(label, axes.systems, axes.level))?.text ?? '';
    for (const { level, text } of labels)
      if (level < axes.level) outer.set(system, (outer.get(system) ?? new Set()).add(text));
  }
  const areGroups = outer.size > 1 && [...outer.values()].every((texts) => texts.size === 1);
  return ({ axis, level, text }) =>
    areGroups &&
    axis === axes.systems &&
    level < axes.level &&
    !isMetricLabel(text) &&
    !(axis === 'rows' && isDataHead(cornerOf(body, level)));
}

/** Heads that say that what is below them is data, whatever else is said in brackets: "Retrieval task (top 10)". */
const OF_DATA = /(?:^|\s)(?:data ?sets?|tasks?|benchmarks?|test sets?|corpora)$/i;

/** Whether the rows that stand for the systems name data: only one system is measured, and on each of them. */
const areRowsData = ({ axes, body }: Surroundings): boolean =>
  axes.systems === 'rows' &&
  OF_DATA.test(cleanLabel(cornerOf(body, axes.level)).replace(/\s?\([^()]*\)$/, '')) &&
  !axes.rows.some(({ labels }) =>
    labels.some(({ level, text, isCited }) => level === axes.level && (isCited || isKnownSystem(text))),
  );

/** The numbers of a table that are results of systems, row by row. */
export function draftsOf(around: Surroundings): readonly Draft[] {
  const { body, axes } = around;
  const readHeaders = createHeaderReader(around);
  const places = createPlaces(around);
  const isAttribute = createAttributeTest(around);
  const isGroup = createGroupTest(around);
  const isNamedByData = areRowsData(around);
  const isVariant = ({ axis, level }: Label): boolean => axis === 'rows' && axes.variants.has(level);
  const drafts: Draft[] = [];
  for (const { at: row } of axes.rows) {
    for (const { at: column } of axes.columns) {
      const cell = body.grid[row]?.[column];
      if (!cell || cell.row !== row || cell.column !== column) continue;
      const found = numbersAt(row, column, around, places);
      for (const { number, system, isCited, metricPart, dataPart, isInHeader } of found) {
        const { error } = number;
        const isSeveral = body.contents[row]?.[column]?.kind === 'several' && metricPart === undefined;
        const areSystems = isInHeader === true;
        const labels = places
          .labelsOf(row, column)
          .filter((label) => areSystems || !isOnLevel(label, axes.systems, axes.level))
          .filter((label) => !isAttribute(label) && !isGroup(label) && !isVariant(label))
          .map((label) => (isSeveral ? { ...label, text: withPart(label.text, dataPart) } : label));
        const part = metricPart ?? around.endings.get(system);
        const { subject, refusal } = readHeaders(labels, body.headingOf[row] ?? '', part);
        // Differences are no systems, nor is the share of comparisons without a winner, nor a row of counts.
        const isNobody =
          system === '' ||
          (axes.systems === 'columns' && /^\p{Ll}$/u.test(system) && /^\d+$/.test(number.printed)) ||
          isDifferenceLabel(system) ||
          isSpreadLabel(system) ||
          (axes.systems === 'columns' && /^(?:gap|speed-?up)$/i.test(system)) ||
          /^(?:[Tt]ies?|TIE|[Dd]raws?)$/.test(system) ||
          (/^(?:#|no\.? of|number of)[\p{L}\s]+(?:→|:)?$/iu.test(system) && isRefused('count', number));
        // Where a share is only said of the whole table, sizes ("1.2M") are not meant.
        const isSize =
          subject.metricFrom !== 'table' &&
          /^[kKMBT]$/.test(number.unit ?? '') &&
          isMetricFact(findMetric(subject.metric ?? '')?.name, 'share');
        const isFraction =
          refusal === 'setting' &&
          COUNTED.test(cleanLabel(labels.at(-1)?.text ?? '')) &&
          /\.\d/.test(number.printed);
        if ((isRefused(refusal, number) && !isFraction) || isNobody || isSize) continue;
        drafts.push({
          ...subject,
          data: isNamedByData ? [subject.data, system].filter(Boolean).join(' / ') : subject.data,
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
          group: [
            subject.metric,
            subject.data,
            around.areHeadingsData ? (body.headingOf[row] ?? '') : '',
            ...labels.map(({ text }) => text),
          ].join('\n'),
        });
      }
    }
  }
  return drafts;
}
