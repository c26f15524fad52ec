/**
 * Keeps what was decided about a text: the headers of a table are asked about again for each of its numbers, and a
 * page has thousands of cells but only some dozens of class attributes.
 */

/** More texts than the headers of a page have; then all are forgotten, so that nothing grows on a hostile page. */
const MOST_KEPT = 2_000;

/** The same function, which decides about each text once. For functions that depend on nothing but the text. */
export function remember<Found>(decide: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, { readonly found: Found }>();
  return (text) => {
    const kept = known.get(text);
    if (kept) return kept.found;
    const found = decide(text);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(text, { found });
    return found;
  };
}
