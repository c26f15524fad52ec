/**
 * What the headers of a table hold that no lexicon knows: metrics, data, or nothing that a reader asks for. Each is
 * weighed by what surrounds it, then together with the unknown ones of its level, since a level holds one kind of names.
 */
import type { Axes } from '../axes';
import type { Body } from '../body';
import { labelKey, levelKey, type Label } from '../levels';
import type { Meanings } from '../meanings';
import { findHeaderLevels, type HeaderLevel } from './facts';
import {
  HEADER_TESTS,
  isBesideCosts,
  isHeadedMetric,
  testsPassed,
  type HeaderView,
  type SaidOfTable,
} from './tests';
import fitted from './weights.json';

/** What a header holds; `none` is a name of neither metric nor data, such as a variant. */
export type HeaderRole = 'metric' | 'data' | 'none';

/** The fitted weights: for each role one for every test, and its bias. */
export interface HeaderModel {
  readonly metric: readonly number[];
  readonly data: readonly number[];
}

/** The shipped weights (`weights.json`, fitted by `npm run train-headers`). */
const HEADER_MODEL: HeaderModel = fitted;

/** How much the level counts beside the header itself, and how sure a role must be. By cross-validation. */
const OF_LEVEL = 0.6;
const LEAST = 0.8;

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

/** The surest role of a header given its evidence; undefined if none is sure enough. */
function roleBy([metric, data]: Evidence): HeaderRole | undefined {
  const odds = [Math.exp(Math.min(30, metric)), Math.exp(Math.min(30, data)), 1];
  const most = Math.max(...odds);
  if (most < LEAST * odds.reduce((sum, one) => sum + one, 0)) return undefined;
  return (['metric', 'data', 'none'] as const)[odds.indexOf(most)];
}

/** The roles of the headers that no lexicon knows and that are sure enough, by `labelKey`. */
export function findHeaderRoles(
  axes: Axes,
  body: Body,
  meanings: Meanings,
  said: SaidOfTable,
  model: HeaderModel = HEADER_MODEL,
): ReadonlyMap<string, HeaderRole> {
  const levels = findHeaderLevels(axes, body, meanings);
  const open = viewsOf(axes, body, said, levels)
    .filter((view) => view.header.sense.isUnknown && !isHeadedMetric(view) && !isBesideCosts(view))
    .map((view) => ({ ...view, evidence: weigh(testsPassed(view), model) }));
  const byLevel = Map.groupBy(open, ({ own }) => own);
  return new Map(
    [...byLevel.values()].flatMap((views) => {
      const metric = mean(views.map(({ evidence }) => evidence[0]));
      const data = mean(views.map(({ evidence }) => evidence[1]));
      return views.flatMap(({ header, evidence }) => {
        const role = roleBy([
          (1 - OF_LEVEL) * evidence[0] + OF_LEVEL * metric,
          (1 - OF_LEVEL) * evidence[1] + OF_LEVEL * data,
        ]);
        return role ? [[labelKey(header.label), role] as const] : [];
      });
    }),
  );
}

/** Returns a function that tells the role of a header by these roles; undefined for all others. */
export const roleIn =
  (roles: ReadonlyMap<string, HeaderRole>) =>
  (label: Label): HeaderRole | undefined =>
    roles.get(labelKey(label));
