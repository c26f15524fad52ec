/** The facts by which a table is weighed as one of results: its numbers, the words of its headers, and its caption. */
import type { Axes } from '../axes';
import type { Body } from '../body';
import {
  cleanLabel,
  isAverageLabel,
  isCostLabel,
  isDataHead,
  isMetricLabel,
  isSettingLabel,
  isStatisticLabel,
  isSystemHead,
  statedDirection,
} from '../labels';
import { isKnownData, isKnownSystem } from '../known-names';
import { cornerOf, labelsAt, type Axis, type Label } from '../levels';
import { metricsIn } from '../named-in-text';
import type { TableSource } from '../source';
import type { CellContent } from '../value';

/** What a table's numbers are, as shares of them or of its cells. */
export interface BodyFacts {
  readonly numbers: number;
  readonly words: number;
  /** The share of cells with words. */
  readonly ofWords: number;
  readonly whole: number;
  /** Whole numbers of a thousand and more. */
  readonly large: number;
  readonly bold: number;
  readonly errors: number;
  readonly negative: number;
  /** Numbers with an equal count of decimals, one at least. */
  readonly alike: number;
  /** Columns and rows of words only. */
  readonly wordColumns: number;
  /** Columns with equal numbers only, as settings have. */
  readonly constant: number;
}

/** What the words of some headers say. */
export interface HeaderFacts {
  readonly count: number;
  readonly metrics: number;
  readonly costs: number;
  readonly described: number;
  readonly settings: number;
  readonly splits: number;
  readonly data: number;
  readonly systems: number;
  readonly averages: number;
  readonly hasArrow: boolean;
}

/** A table as it is weighed. */
export interface KindView {
  readonly body: BodyFacts;
  /** The headers of the numbers beside their systems, and the systems. */
  readonly headers: HeaderFacts;
  readonly names: HeaderFacts;
  readonly headerTexts: readonly string[];
  readonly nameTexts: readonly string[];
  readonly corner: string;
  readonly isSystemCorner: boolean;
  readonly isDataCorner: boolean;
  readonly hasCited: boolean;
  readonly hasOwn: boolean;
  /** How sure the axis is, from 0 to 1. */
  readonly evidence: number;
  readonly systems: Axis;
  readonly caption: string;
  /** Its first sentence, which says what the table is. */
  readonly first: string;
  readonly captionMetrics: number;
}

/** The facts from which a table is seen. */
export interface KindEvidence {
  readonly body: Body;
  readonly axes: Axes;
  readonly source: Pick<TableSource, 'caption' | 'outerCaption'>;
  /** A system has a name of the paper's own. */
  readonly hasOwn: boolean;
}

const isNumber = (content: CellContent | undefined): boolean =>
  content !== undefined && content.kind !== 'text' && content.kind !== 'missing';

/** Rows and columns beyond these say nothing new. */
const MOST_LINES = 60;

function findBodyFacts({ contents, headersOf, headerColumns, grid }: Body): BodyFacts {
  const count = { numbers: 0, words: 0, whole: 0, large: 0, bold: 0, errors: 0, negative: 0 };
  const decimals = new Map<number, number>();
  const columns = new Map<number, { numbers: Set<string>; count: number; words: number }>();
  let rows = 0;
  for (const [row, cells] of contents.entries()) {
    if (!headersOf[row]) continue;
    rows += 1;
    if (rows > MOST_LINES) break;
    for (const [column, content] of cells.entries()) {
      const cell = grid[row]?.[column];
      if (column < headerColumns || column > headerColumns + MOST_LINES) continue;
      if (cell?.row !== row || cell.column !== column) continue;
      const of = columns.get(column) ?? { numbers: new Set<string>(), count: 0, words: 0 };
      columns.set(column, of);
      if (content.kind === 'text') {
        count.words += 1;
        of.words += 1;
      } else if (content.kind !== 'missing') {
        count.numbers += 1;
        of.count += 1;
        if (/\d/.test(cell.bold)) count.bold += 1;
        if (content.kind !== 'number') continue;
        const { printed, value, error } = content.number;
        of.numbers.add(printed);
        const places = /[.](\d+)/.exec(printed)?.[1]?.length ?? 0;
        decimals.set(places, (decimals.get(places) ?? 0) + 1);
        count.errors += Number(error !== undefined);
        count.negative += Number(value < 0);
        count.whole += Number(places === 0);
        count.large += Number(places === 0 && value >= 1000);
      }
    }
  }
  const of = (part: number): number => part / Math.max(1, count.numbers);
  const filled = [...columns.values()].filter((column) => column.count > 0);
  return {
    numbers: count.numbers,
    words: count.words,
    ofWords: count.words / Math.max(1, count.words + count.numbers),
    whole: of(count.whole),
    large: of(count.large),
    bold: of(count.bold),
    errors: of(count.errors),
    negative: of(count.negative),
    alike: of(Math.max(0, ...[...decimals].flatMap(([places, all]) => (places > 0 ? [all] : [])))),
    wordColumns: [...columns.values()].filter((column) => column.words > 0 && column.count === 0).length,
    constant:
      filled.filter((column) => column.count > 2 && column.numbers.size === 1).length /
      Math.max(1, filled.length),
  };
}

/** Names of the parts into which data is divided. */
const SPLIT =
  /^(?:#\s?)?(?:train(?:ing)?|val(?:id(?:ation)?)?|dev|test(?:ing)?)(?:\s(?:set|size|rows))?\.?$/i;

const isDescribed = (text: string): boolean => isStatisticLabel(text) || isSettingLabel(text);

function findHeaderFacts(texts: readonly string[]): HeaderFacts {
  const share = (test: (text: string) => boolean): number =>
    texts.filter((text) => test(text)).length / Math.max(1, texts.length);
  return {
    count: texts.length,
    metrics: share((text) => isMetricLabel(text) && !isDescribed(text)),
    costs: share((text) => isMetricLabel(text) && isCostLabel(text)),
    described: share(isDescribed),
    settings: share(isSettingLabel),
    splits: texts.filter((text) => SPLIT.test(cleanLabel(text))).length,
    data: share((text) => isKnownData(cleanLabel(text))),
    systems: share((text) => isKnownSystem(cleanLabel(text))),
    averages: share(isAverageLabel),
    hasArrow: texts.some((text) => statedDirection(text) !== undefined),
  };
}

/** Whether a row or column has any number. */
const holdsNumbers = ({ contents, headersOf, headerColumns }: Body, axis: Axis, at: number): boolean =>
  axis === 'rows'
    ? contents[at]?.slice(headerColumns).some(isNumber) === true
    : contents.some((row, index) => headersOf[index] !== undefined && isNumber(row[at]));

const distinct = (labels: readonly Label[]): readonly string[] => [
  ...new Set(labels.map(({ text }) => text)),
];

/** Sees a table as it is weighed. */
export function viewKind({ body, axes, source, hasOwn }: KindEvidence): KindView {
  const other = axes.systems === 'rows' ? 'columns' : 'rows';
  const isOfSystems = ({ axis, level }: Label): boolean => axis === axes.systems && level === axes.level;
  const lines = axes[axes.systems];
  const headers = [
    ...axes[other].filter(({ at }) => holdsNumbers(body, other, at)).flatMap(({ labels }) => labels),
    // A metric may stand above the systems too: "Rank" over "LumNet" and "Walker".
    ...lines.flatMap(({ labels }) => labels.filter(({ level }) => level < axes.level)),
  ].filter((label) => !isOfSystems(label));
  const caption = [source.caption, source.outerCaption].join(' ').trim();
  const corner = cornerOf(body, axes.systems === 'rows' ? axes.level : 0);
  const headerTexts = distinct(headers);
  const nameTexts = labelsAt(lines, axes.level);
  return {
    body: findBodyFacts(body),
    headers: findHeaderFacts(headerTexts),
    names: findHeaderFacts(nameTexts),
    headerTexts,
    nameTexts,
    corner: cleanLabel(corner),
    isSystemCorner: isSystemHead(corner),
    isDataCorner: isDataHead(corner),
    hasCited: lines.some(({ labels }) => labels.some((label) => isOfSystems(label) && label.isCited)),
    hasOwn,
    evidence: axes.evidence,
    systems: axes.systems,
    caption,
    first: caption.split(/(?<=[.!?])\s+/)[0] ?? '',
    captionMetrics: metricsIn(caption).length,
  };
}
