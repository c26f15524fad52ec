/** Similarity of spellings: small typos in words, and the most similar of a list of names. */

/** The longest word that is compared; rows of the table below have one more cell. */
const LONGEST = 128;
/** The last three rows of the distance table, reused because a keystroke compares thousands of words. */
const ROWS = [0, 1, 2].map(() => new Uint8Array(LONGEST + 2));

/**
 * Number of edits (insert, delete, replace, swap of neighbours;
 * https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance) that turn `a` into `b`, or `limit + 1` for any
 * more.
 */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const width = Math.min(LONGEST, b.length);
  if (a.length > LONGEST) return limit + 1;
  let [beforeLast, last, row] = ROWS;
  if (beforeLast === undefined || last === undefined || row === undefined) return limit + 1;
  for (let j = 0; j <= width; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    const unit = a.charCodeAt(i - 1);
    for (let j = 1; j <= width; j += 1) {
      const other = b.charCodeAt(j - 1);
      let cost = (last[j - 1] ?? 0) + (unit === other ? 0 : 1);
      const either = Math.min(last[j] ?? 0, row[j - 1] ?? 0) + 1;
      if (either < cost) cost = either;
      if (i > 1 && j > 1 && unit === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[width] ?? 0, limit + 1);
};

/**
 * Most edits between a word and what was typed: none for short words, where every typo is another word, or
 * for words with digits, where another digit means something else.
 */
export const typoLimit = (word: string): number =>
  word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2;

const inOrder = (word: string): string => word.split('').toSorted().join('');

/**
 * Whether `typed` may be a typo for `word`, given that few edits separate them. Short words are close to many
 * others: of four letters only two may be swapped, and up to seven the first letter must match.
 */
export const isLikelyTypo = (typed: string, word: string): boolean => {
  if (typed.length === 4) return inOrder(typed) === inOrder(word);
  return typed.length >= 8 || typed.charCodeAt(0) === word.charCodeAt(0);
};

/**
 * Distance of a name from what was typed: small if the name continues or contains it, otherwise the number of
 * edits.
 */
const nameCost = (wanted: string, name: string, limit: number): number => {
  const other = name.toLowerCase();
  if (wanted !== '' && other.startsWith(wanted)) return 0;
  if (wanted.length > 2 && other.includes(wanted)) return 0.5;
  const words = other.split(/[\s-]+/);
  // A name of several words may match with one of them.
  const inside = words.length > 1 ? words.map((word) => editDistance(wanted, word, limit) + 0.5) : [];
  return Math.min(editDistance(wanted, other, limit), ...inside);
};

/** The names most similar to `name`, best first, without those much farther than the best. */
export const findNearestNames = (name: string, names: readonly string[], most: number): string[] => {
  const wanted = name.toLowerCase();
  const limit = Math.max(2, Math.ceil(wanted.length / 3));
  const costs = names
    .map((candidate) => ({ candidate, cost: nameCost(wanted, candidate, limit) }))
    .filter(({ cost }) => cost <= limit + 0.5)
    .toSorted((a, b) => a.cost - b.cost || a.candidate.length - b.candidate.length);
  const best = costs[0]?.cost ?? 0;
  return costs
    .filter(({ cost }) => cost <= best + 1)
    .slice(0, most)
    .map(({ candidate }) => candidate);
};
