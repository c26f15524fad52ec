/** Quantiles of measured values, which outliers on a busy machine affect less than means. */

/** The value below which the given share of the values lies; NaN if there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The median; of an even number of values the upper one of the middle two. */
export const medianOf = (values: readonly number[]): number => quantile(values, 0.5);
