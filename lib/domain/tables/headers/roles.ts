/**
 * What the headers of a table hold: metrics, data, or nothing that a reader asks for. Each is weighed by its words, what
 * surrounds it and the numbers below it, then together with its level, since a level holds one kind of names, and at last
 * all levels together, since a number has one metric.
 */
import type { Axes } from '../axes';
import type { Body } from '../body';
import { labelKey, levelKey, type Label, type Line } from '../levels';
import type { Meanings } from '../meanings';
import { findHeaderLevels, type HeaderLevel } from './facts';
import { isNoMetric, isOpen } from './sure';
import { HEADER_TESTS, testsPassed } from './tests';
import type { HeaderView, SaidOfTable } from './view';
import fitted from './weights.json';

/** What a header holds; `none` is a name of neither metric nor data, such as a variant. */
export type HeaderRole = 'metric' | 'data' | 'none';
const ROLES: readonly HeaderRole[] = ['metric', 'data', 'none'];

/** The fitted weights: for each role one for every test, and its bias. */
export interface HeaderModel {
  readonly metric: readonly number[];
  readonly data: readonly number[];
}

/** The shipped weights (`weights.json`, fitted by `npm run train-headers`). */
const HEADER_MODEL: HeaderModel = fitted;

/** How much the level counts beside the header itself, and how sure a role must be. By cross-validation. */
const OF_LEVEL = 0.6;
const LEAST = 0.6;
/** How sure it must be that a header is neither; otherwise it is data. */
const LEAST_OF_NONE = 0.8;
/** How much it counts against a reading that all its numbers have two metrics. By cross-validation. */
const TWICE = 6;
/** More evidence changes nothing. */
const MOST_EVIDENCE = 30;
/** More levels are not read in all ways. */
const MOST_LEVELS = 5;

/** The views of a table's headers with their levels. */
export function viewsOf(
  axes: Axes,
  body: Body,
  said: SaidOfTable,
  levels: ReadonlyMap<string, HeaderLevel>,
): readonly HeaderView[] {
  return [...levels].flatMap(([key, own]) => {
    const beside = [...levels].flatMap(([other, level]) => (other === key ? [] : [level]));
    const next = (step: number): HeaderLevel | undefined =>
      levels.get(levelKey({ axis: own.axis, level: own.level + step }));
    return own.headers.map((header) => ({
      header,
      own,
      others: own.headers.filter((other) => other !== header),
      outer: next(-1),
      inner: next(1),
      levels: beside,
      systems: axes.systems,
      systemLevel: axes.level,
      body,
      said,
    }));
  });
}

/** The evidence for metric and for data against neither, as logarithms of odds. */
type Evidence = readonly [metric: number, data: number];

/** Weighs one header by the tests that it passes; the last weight of each role is its bias. */
export function weigh(passed: readonly number[], { metric, data }: HeaderModel): Evidence {
  const sum = (weights: readonly number[]): number =>
    passed.reduce((all, at) => all + (weights[at] ?? 0), weights[HEADER_TESTS.length] ?? 0);
  return [sum(metric), sum(data)];
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The share of the odds of each role, in the order of `ROLES`. */
function sharesOf([metric, data]: Evidence): readonly number[] {
  const odds = [metric, data, 0].map((one) => Math.exp(Math.min(MOST_EVIDENCE, one)));
  const all = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / all);
}

/** A header with the share of each role; the same for all its places. */
interface Weighed {
  readonly key: string;
  readonly shares: readonly number[];
  /** Its form says more than its role: a unit, data with their metric. */
  readonly isOpen: boolean;
}

/** The headers of each level, weighed by themselves and with their level. */
function weighLevels(views: readonly HeaderView[], model: HeaderModel): readonly (readonly Weighed[])[] {
  const weighed = views.map((view) => ({ view, evidence: weigh(testsPassed(view), model) }));
  return [...Map.groupBy(weighed, ({ view }) => view.own).values()].map((level) => {
    const ofLevel = [0, 1].map((role) => mean(level.map(({ evidence }) => evidence[role] ?? 0)));
    const blend = (own: number, role: number): number =>
      (1 - OF_LEVEL) * own + OF_LEVEL * (ofLevel[role] ?? 0);
    return level.map(({ view, evidence }) => {
      return {
        key: labelKey(view.header.label),
        shares: sharesOf([isNoMetric(view) ? -MOST_EVIDENCE : blend(evidence[0], 0), blend(evidence[1], 1)]),
        isOpen: isOpen(view),
      };
    });
  });
}

/** How many of some lines have no, one, and more metrics. */
function countMetrics(
  lines: readonly Line[],
  roles: ReadonlyMap<string, HeaderRole>,
): readonly [none: number, one: number, more: number] {
  const counts: [number, number, number] = [0, 0, 0];
  for (const { labels } of lines) {
    const metrics = labels.filter((label) => roles.get(labelKey(label)) === 'metric').length;
    counts[metrics === 0 ? 0 : metrics === 1 ? 1 : 2] += 1;
  }
  return counts;
}

/** The share of the places of a table that have two metrics. */
function shareOfTwice({ rows, columns }: Axes, roles: ReadonlyMap<string, HeaderRole>): number {
  const [noneOfRows, oneOfRows, moreOfRows] = countMetrics(rows, roles);
  const [noneOfColumns, oneOfColumns] = countMetrics(columns, roles);
  const width = columns.length;
  const atMostOne = noneOfRows * (noneOfColumns + oneOfColumns) + oneOfRows * noneOfColumns;
  return 1 - atMostOne / Math.max(1, (noneOfRows + oneOfRows + moreOfRows) * width);
}

/** The surest roles if metrics stand only on some levels, the bits of `reading`, and how likely they are. */
function readAs(
  levels: readonly (readonly Weighed[])[],
  reading: number,
): { readonly roles: ReadonlyMap<string, HeaderRole>; readonly likely: number } {
  const roles = new Map<string, HeaderRole>();
  let likely = 0;
  for (const [at, headers] of levels.entries()) {
    const first = at < MOST_LEVELS && ((reading >> at) & 1) === 0 ? 1 : 0;
    for (const { key, shares } of headers) {
      const most = Math.max(...shares.slice(first));
      roles.set(key, ROLES[shares.indexOf(most, first)] ?? 'none');
      likely += Math.log(most + 1e-6) / Math.sqrt(headers.length);
    }
  }
  return { roles, likely };
}

/** The likeliest roles of all headers, given that two metrics of one number are unlikely. */
function readTogether(axes: Axes, levels: readonly (readonly Weighed[])[]): ReadonlyMap<string, HeaderRole> {
  const all = (1 << Math.min(MOST_LEVELS, levels.length)) - 1;
  const free = readAs(levels, all).roles;
  if (shareOfTwice(axes, free) === 0) return free;
  const readings = Array.from({ length: all + 1 }, (_, reading) => {
    const { roles, likely } = readAs(levels, reading);
    return { roles, score: likely - TWICE * shareOfTwice(axes, roles) };
  });
  return readings.reduce((best, one) => (one.score > best.score ? one : best)).roles;
}

/** The roles of headers that are sure enough, by `labelKey`. */
export function findHeaderRoles(
  axes: Axes,
  body: Body,
  meanings: Meanings,
  said: SaidOfTable,
  model: HeaderModel = HEADER_MODEL,
): ReadonlyMap<string, HeaderRole> {
  const levels = weighLevels(viewsOf(axes, body, said, findHeaderLevels(axes, body, meanings)), model);
  const roles = readTogether(axes, levels);
  return new Map(
    levels.flat().flatMap(({ key, shares, isOpen: isLeft }) => {
      const [metric = 0, , none = 0] = shares;
      const role = roles.get(key) ?? 'none';
      // A role that only fits together with the others is as sure as theirs.
      const isFitted = shares[ROLES.indexOf(role)] !== Math.max(...shares);
      if (isLeft) return [];
      if (!isFitted && (role === 'metric' ? metric : 1 - metric) < LEAST) return [];
      return [[key, role === 'none' && none < LEAST_OF_NONE ? 'data' : role] as const];
    }),
  );
}

/** Returns a function that tells the role of a header by these roles; undefined for all others. */
export const roleIn =
  (roles: ReadonlyMap<string, HeaderRole>) =>
  (label: Label): HeaderRole | undefined =>
    roles.get(labelKey(label));
