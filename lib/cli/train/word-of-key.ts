/** Takes word features apart, so that the same place can share among its words what holds for words alike. */

/** Keys with one word, and what follows the word there. */
const FORMS: readonly RegExp[] = [
  /^(?<place>last|word|preceded|followed|earlier (?:before|preceded|followed|second)) (?<word>\S+)/,
  // What is known of a number counts differently for what stands before it and after it.
  /^(?<place>number (?:preceded|followed)) (?<word>\S+) (?<side>[a-z]+)/,
];

/** The word of a feature and its place; undefined for features that are no word at a place. */
export function wordOfKey(key: string): { readonly place: string; readonly word: string } | undefined {
  for (const form of FORMS) {
    const { place, word, side = '' } = form.exec(key)?.groups ?? {};
    if (place !== undefined && word !== undefined) return { place: `${place} ${side}`.trim(), word };
  }
  return undefined;
}
