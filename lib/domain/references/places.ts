/** Where a work is cited, for reading: each place once, with how often. */

/** A place in the order of its first citation. */
export interface CountedPlace {
  readonly place: string;
  readonly count: number;
  /** Number of the first citation there, from 0. */
  readonly first: number;
}

/** Places counted: "5", "3.2", "5" are "5" twice and "3.2" once. */
export function countPlaces(places: readonly string[]): readonly CountedPlace[] {
  const counts = new Map<string, CountedPlace>();
  for (const [at, place] of places.entries()) {
    const known = counts.get(place);
    counts.set(place, { place, count: (known?.count ?? 0) + 1, first: known?.first ?? at });
  }
  return [...counts.values()];
}
