/** Where a work is cited, for display: each place once, with a count. */

/** A place in the order of its first citation. */
interface CountedPlace {
  readonly place: string;
  readonly count: number;
  /** Index of the first citation there, from 0. */
  readonly first: number;
}

/** Counts places: "5", "3.2", "5" become "5" twice and "3.2" once. */
export function countPlaces(places: readonly string[]): readonly CountedPlace[] {
  const counts = new Map<string, CountedPlace>();
  for (const [at, place] of places.entries()) {
    const known = counts.get(place);
    counts.set(place, { place, count: (known?.count ?? 0) + 1, first: known?.first ?? at });
  }
  return [...counts.values()];
}
