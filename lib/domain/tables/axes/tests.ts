/**
 * The tests by which a level of headers is weighed as the one that names the systems, each with its weight in
 * `weights.json`.
 */
import type { Body } from '../body';
import {
  isAverageLabel,
  isDataHead,
  isMeasureHead,
  isMetricLabel,
  isSettingLabel,
  isSystemHead,
} from '../labels';
import { metricEndings } from '../label-parts';
import { cornerOf, isOnLevel, type Axis, type Label, type Line } from '../levels';
import type { OwnSign } from '../own';
import { CHECKED } from '../value';
import type { Comparison } from './numbers';
import type { Shares, Trait } from './traits';

/** A level of headers by itself. */
export interface Level {
  readonly axis: Axis;
  readonly level: number;
  /** Its headers, each text once. */
  readonly labels: readonly Label[];
  readonly shares: Shares;
  /** The same headers stand below each of the level above. */
  readonly isCrossed: boolean;
}

/** A level of headers in its table. */
export interface LevelView extends Level {
  readonly signs: readonly (OwnSign | undefined)[];
  /** What stands above or before it. */
  readonly head: string;
  /** The heads of the other levels of its side. */
  readonly besideHeads: readonly string[];
  /** The rows or columns that it heads, and those across them. */
  readonly lines: readonly Line[];
  readonly across: readonly Line[];
  /** The other levels of its side, and those of the other side. */
  readonly beside: readonly Level[];
  readonly opposite: readonly Level[];
  readonly numbers: Comparison;
  /** The least spread of any other level. */
  readonly leastSpread: number;
  /** The greatest share of comparisons with one bold number on any other level. */
  readonly mostBold: number;
  /** It would name the systems if nothing told. */
  readonly isUsual: boolean;
  readonly body: Body;
  readonly caption: string;
}

const shareOf = ({ shares }: Level, trait: Trait): number => shares.get(trait) ?? 0;

const holds =
  (trait: Trait, least: number) =>
  (view: LevelView): boolean =>
    shareOf(view, trait) > least;
const ofOpposite =
  (trait: Trait, least: number) =>
  ({ opposite }: LevelView): boolean =>
    opposite.some((level) => shareOf(level, trait) > least);
const ofBeside =
  (trait: Trait, least: number) =>
  ({ beside }: LevelView): boolean =>
    beside.some((level) => shareOf(level, trait) > least);

/** Beside other names, what is below this head is a part of a system, or what it is tried with. */
const isPart = (head: string): boolean => /^(?:backbones?|encoders?|decoders?)$/i.test(head);
const OF_METHODS = /\b(?:methods?|models?|algorithms?|approach(?:es)?|baselines?|systems?|variants?)\b/i;

/** Captions that compare variants by the value of a setting. */
const OF_VALUES = /\bablat\w+|\b(?:effect|impact|influence) of\b|\bsensitivity\b/i;

/** Whether rows are told apart by check marks, and need no names. */
const hasChecks = ({ contents, grid }: Body): boolean =>
  contents.some((row, at) =>
    row.some(({ kind }, column) => kind === 'missing' && CHECKED.test(grid[at]?.[column]?.text ?? '')),
  );

/** Whether names that are no metrics stand below metrics on the other side, the same below each. */
const isOppositeCrossed = ({ opposite }: LevelView): boolean =>
  opposite.some(
    (inner) =>
      inner.isCrossed &&
      shareOf(inner, 'metric') < 0.5 &&
      shareOf(inner, 'number') < 1 &&
      opposite.some((outer) => outer.level < inner.level && shareOf(outer, 'metric') >= 0.5),
  );

/** Whether some line has no header on the level, but for averages: every line has a system. */
const isOpen = ({ axis, level, lines }: LevelView): boolean =>
  level > 0 &&
  lines.some(
    ({ labels }) => !labels.some((label) => isOnLevel(label, axis, level) || isAverageLabel(label.text)),
  );

/** Whether the numbers of a level are alike: its spread is below some share of the least of the others. */
const isSpreadBelow =
  (most: number) =>
  ({ numbers, leastSpread }: LevelView): boolean =>
    numbers.spread !== undefined && numbers.spread < most * leastSpread;

const isFirstOfRows = ({ axis, level }: LevelView): boolean => axis === 'rows' && level === 0;

type LevelTest = (view: LevelView) => boolean;

/** Tests of what says outright what a level names: its head, the caption, and the paper's own name. */
export const OUTRIGHT: readonly LevelTest[] = [
  ({ labels, axis, body }) => axis === 'rows' && labels.length === 0 && hasChecks(body),
  // What the caption says.
  (view) => isFirstOfRows(view) && OF_VALUES.test(view.caption) && holds('number', 0.5)(view),
  // The paper's own.
  ({ signs }) => signs.includes('said'),
  ({ signs }) => signs.includes('named'),
  // Heads.
  ({ head }) => head === '',
  ({ head }) => isSystemHead(head) && !isPart(head),
  ({ head }) => isPart(head),
  ({ head }) => isSettingLabel(head) && !isSystemHead(head) && !isMetricLabel(head) && !isPart(head),
  ({ head }) => isDataHead(head) || isMeasureHead(head),
  ({ head }) => isMeasureHead(head),
  ({ head }) => isMetricLabel(head) && !isSettingLabel(head),
  ({ head }) => OF_METHODS.test(head) && !isSystemHead(head),
  ({ besideHeads }) => besideHeads.some(isSystemHead),
  (view) => isSettingLabel(view.head) && holds('number', 0.5)(view),
  // Systems with their metrics: "Alpha F1", "LumNet F1" above rows of data.
  ({ axis, labels, body }) =>
    axis === 'columns' &&
    cornerOf(body, 0) !== '' &&
    !isSystemHead(cornerOf(body, 0)) &&
    metricEndings(labels.map(({ text }) => text)).size > 1,
  // Keys of systems that another level names.
  ({ head, beside }) => beside.length > 0 && /^(?:ids?|keys?|no\.?|#|idx|abbr\.?|symbol)$/i.test(head.trim()),
];

/** Tests that only hint at it. */
const HINTS: readonly LevelTest[] = [
  ({ axis }) => axis === 'rows',
  isFirstOfRows,
  ({ axis, level }) => axis === 'columns' && level === 0,
  ({ isUsual }) => isUsual,
  ({ level }) => level > 1,
  ({ beside }) => beside.length > 0,
  ({ beside, level }) => beside.length > 0 && level === beside.length,
  ({ isCrossed }) => isCrossed,
  (view) => view.isCrossed && ofBeside('metric', 0.5)(view),
  isOppositeCrossed,
  // Beside metrics, with only amounts on the other side.
  (view) => ofBeside('metric', 0.5)(view) && view.opposite.every((level) => shareOf(level, 'number') > 0.5),
  // No names at all.
  ({ labels }) => labels.length === 0,
  holds('compared', 0),
  // Works of others.
  ({ labels }) => labels.some(({ isCited }) => isCited),
  ({ labels }) => labels.filter(({ isCited }) => isCited).length > 0.3 * labels.length,
  // Names of systems.
  holds('system', 0),
  holds('system', 0.3),
  holds('plain', 0),
  holds('variant', 0),
  holds('variant', 0.4),
  holds('mixed', 0),
  holds('mixed', 0.5),
  holds('difference', 0),
  // What stands behind two systems.
  (view) =>
    view.axis === 'columns' &&
    shareOf(view, 'metric') === 0 &&
    /^(?:gap|[Δ∆]|diff|improve|gains?|change|speed-?up)/i.test(view.labels.at(-1)?.text ?? ''),
  // Names of metrics.
  holds('metric', 0),
  holds('metric', 0.3),
  holds('metric', 0.6),
  holds('quality', 0.3),
  holds('arrow', 0),
  // Names of data.
  holds('data', 0),
  holds('data', 0.3),
  holds('average', 0),
  // Other names.
  holds('number', 0.5),
  holds('given', 0),
  holds('given', 0.4),
  holds('condition', 0.4),
  holds('bracketed', 0.3),
  holds('short', 0.5),
  holds('small', 0.5),
  holds('long', 0.4),
  // How many.
  ({ labels, lines }) => labels.length === 1 && lines.length > 1,
  ({ labels, lines }) => labels.length === lines.length && lines.length > 1,
  ({ labels, lines }) => labels.length * 2 <= lines.length,
  isOpen,
  ({ lines, across }) => lines.length > across.length,
  ({ lines, across }) => lines.length > 2 * across.length,
  // The other side.
  ofOpposite('metric', 0),
  ofOpposite('metric', 0.5),
  ofOpposite('data', 0.3),
  ofOpposite('system', 0.3),
  ofOpposite('compared', 0),
  ofOpposite('variant', 0.4),
  ofOpposite('number', 0.5),
  // Other levels of its side.
  ofBeside('metric', 0.5),
  ofBeside('system', 0.3),
  ofBeside('data', 0.3),
  // Bold numbers.
  ({ numbers }) => numbers.oneBold > 0.2,
  ({ numbers }) => numbers.oneBold > 0.4,
  ({ numbers }) => numbers.oneBold > 0.7,
  ({ numbers, mostBold }) => numbers.oneBold > mostBold + 0.1,
  ({ numbers, mostBold }) => numbers.oneBold < mostBold - 0.1,
  // Like numbers.
  ({ numbers }) => numbers.spread === undefined,
  ({ numbers }) => numbers.spread !== undefined && numbers.spread < 0.05,
  ({ numbers }) => numbers.spread !== undefined && numbers.spread < 0.2,
  ({ numbers }) => numbers.spread !== undefined && numbers.spread > 0.5,
  isSpreadBelow(0.3),
  isSpreadBelow(0.7),
  isSpreadBelow(1),
  isSpreadBelow(1.5),
  isSpreadBelow(3),
];

/** All tests in the order of their weights. */
export const LEVEL_TESTS: readonly LevelTest[] = [...OUTRIGHT, ...HINTS];

/** The indexes of the tests that a level passes. */
export const levelTestsPassed = (view: LevelView): readonly number[] =>
  LEVEL_TESTS.flatMap((test, at) => (test(view) ? [at] : []));
