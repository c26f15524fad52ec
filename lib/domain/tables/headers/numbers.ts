/** What the numbers below headers say: the range and form of each, and how far those of a level are of one kind. */
import type { PlaceBelow } from './facts';

/** The numbers below one header; all are false where there are none. */
export interface NumberFacts {
  /** Most are from 0 to 1, or to 100. */
  readonly areShares: boolean;
  readonly arePercent: boolean;
  /** Most are above 100. */
  readonly areLarge: boolean;
  readonly hasNegative: boolean;
  /** All are whole numbers. */
  readonly areWhole: boolean;
  /** Most have a percent sign, or another unit. */
  readonly hasPercentSign: boolean;
  readonly hasUnit: boolean;
  /** The middle of their sizes in decimal orders, and of their decimals. */
  readonly order: number;
  readonly decimals: number;
}

/** How the numbers of a level's headers differ from each other. */
export interface ScaleFacts {
  /** The decimal orders between the smallest and the largest median. */
  readonly orders: number;
  /** Some are printed with more decimals than others, or with other units. */
  readonly hasMixedForms: boolean;
  /** The share of pairs of headers that rank the lines across them in opposite ways; undefined if none can be compared. */
  readonly opposed: number | undefined;
  /** The only bold number below some header is the least, and below others the greatest. */
  readonly hasMixedBold: boolean;
  /** The only bold number is the least below most headers that have one. */
  readonly isLeastBold: boolean;
}

const isMost = (places: readonly PlaceBelow[], test: (place: PlaceBelow) => boolean): boolean =>
  places.length > 0 && places.filter(test).length * 10 >= places.length * 9;

/** Describes the numbers below one header. */
export const findNumberFacts = (places: readonly PlaceBelow[]): NumberFacts => ({
  areShares: isMost(places, ({ number }) => number.value >= 0 && number.value <= 1),
  arePercent: isMost(places, ({ number }) => number.value >= 0 && number.value <= 100),
  areLarge: isMost(places, ({ number }) => Math.abs(number.value) > 100),
  hasNegative: places.some(({ number }) => number.value < 0),
  areWhole: places.length > 0 && places.every(({ number }) => /^[\d,]+$/.test(number.printed)),
  hasPercentSign: isMost(places, ({ number }) => number.unit === '%'),
  hasUnit: isMost(places, ({ number }) => number.unit !== undefined && number.unit !== '%'),
  order: orderOf(places),
  decimals: medianOf(places.map(decimalsOf)),
});

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const orderOf = (places: readonly PlaceBelow[]): number =>
  Math.log10(medianOf(places.map(({ number }) => Math.abs(number.value))) + 1e-3);
const decimalsOf = ({ number }: PlaceBelow): number => /\.(\d+)/.exec(number.printed)?.[1]?.length ?? 0;

/** More headers, and lines across them, are not compared in pairs. */
const MOST_COMPARED = 8;
const MOST_LINES = 12;

/** Kendall's tau of two headers over the lines that both have; undefined below three lines or without an order. */
function agreementOf(
  one: ReadonlyMap<number, number>,
  other: ReadonlyMap<number, number>,
): number | undefined {
  const shared = [...one].flatMap(([across, value]) => {
    const beside = other.get(across);
    return beside === undefined ? [] : [[value, beside] as const];
  });
  if (shared.length < 3) return undefined;
  let [alike, opposed] = [0, 0];
  for (const [at, [value, beside]] of shared.entries())
    for (const [laterValue, laterBeside] of shared.slice(at + 1)) {
      const product = (laterValue - value) * (laterBeside - beside);
      if (product > 0) alike += 1;
      if (product < 0) opposed += 1;
    }
  return alike + opposed === 0 ? undefined : (alike - opposed) / (alike + opposed);
}

/** Whether the only bold number of a header is its greatest or its least; undefined if there is no such one. */
function boldEnd(places: readonly PlaceBelow[]): 'greatest' | 'least' | undefined {
  const [bold, more] = places.filter(({ isBold }) => isBold);
  if (!bold || more || places.length < 2) return undefined;
  const values = places.map(({ number }) => number.value);
  if (bold.number.value === Math.max(...values)) return 'greatest';
  return bold.number.value === Math.min(...values) ? 'least' : undefined;
}

/** Compares the numbers of a level's headers. */
export function findScaleFacts(headers: readonly (readonly PlaceBelow[])[]): ScaleFacts {
  const filled = headers.filter((places) => places.length > 0);
  const orders = filled.map(orderOf);
  const decimals = filled.map((places) => medianOf(places.map(decimalsOf)));
  const units = new Set(filled.map(([first]) => first?.number.unit));
  const series = filled
    .slice(0, MOST_COMPARED)
    .map(
      (places) => new Map(places.slice(0, MOST_LINES).map(({ across, number }) => [across, number.value])),
    );
  const agreements = series.flatMap((one, at) =>
    series.slice(at + 1).flatMap((other) => agreementOf(one, other) ?? []),
  );
  const ends = filled.map(boldEnd);
  const least = ends.filter((end) => end === 'least').length;
  const greatest = ends.filter((end) => end === 'greatest').length;
  return {
    orders: orders.length === 0 ? 0 : Math.max(...orders) - Math.min(...orders),
    hasMixedForms: decimals.length > 0 && (Math.max(...decimals) > Math.min(...decimals) || units.size > 1),
    opposed:
      agreements.length > 0 ? agreements.filter((one) => one < 0).length / agreements.length : undefined,
    hasMixedBold: least > 0 && greatest > 0,
    isLeastBold: least > greatest,
  };
}
