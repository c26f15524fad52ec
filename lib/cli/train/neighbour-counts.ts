/**
 * What stands beside each word of the corpus, as a sparse matrix: one row a word, and for each place beside it (the
 * word before, after, further before, further after) one column for each common word. The values say by how much more
 * often than by chance the two stand so (positive pointwise mutual information, Church and Hanks 1990).
 */
import { parseDocument, readRows } from '@/lib/cli/corpus';

/** A word must occur this often to have a row. */
const LEAST_COUNT = 20;
/** How many of the commonest words are columns of each place. */
const COLUMN_WORDS = 4000;
/** The places, as distances in words. */
const PLACES: readonly (readonly number[])[] = [[-1], [1], [-2, -3], [2, 3]];
/** Counts of columns are raised to this, so that rare ones are not overrated (Levy et al. 2015). */
const SMOOTHING = 0.75;
const NUMBER = '#';
/** Stands for a word without a row, and between two abstracts. */
const NO_WORD = -1;

const TOKEN = /\p{L}+(?:[-'’/+.&]?[\p{L}\p{N}]+)*|\p{N}+(?:[.,]\p{N}+)*%?|[^\p{L}\p{N}\s]/gu;

/** The words of a text in lower case, numbers as one sign. */
export const wordsOfText = (text: string): readonly string[] =>
  Array.from(text.matchAll(TOKEN), ([word]) => (/^\p{N}/u.test(word) ? NUMBER : word.toLowerCase()));

/** A sparse matrix by rows: the columns and values of row `n` are at `starts[n]` to `starts[n + 1]`. */
export interface SparseMatrix {
  readonly columns: number;
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  readonly values: Float64Array;
}

/** The words with a row, in order, and their neighbours. */
export interface Neighbours {
  readonly words: readonly string[];
  readonly counts: readonly number[];
  readonly matrix: SparseMatrix;
}

/** All words of the corpus as numbers of `names`, with three of `NO_WORD` between abstracts. */
async function readWords(corpus: string): Promise<{ names: readonly string[]; text: Int32Array }> {
  const numbers = new Map<string, number>();
  const texts: Int32Array[] = [];
  for await (const row of readRows(corpus)) {
    const document = row.fault === undefined ? parseDocument(row.value) : row.fault;
    if (typeof document === 'string') continue;
    const words = wordsOfText(document.abstract);
    const text = new Int32Array(words.length + 3).fill(NO_WORD);
    words.forEach((word, at) => {
      let number = numbers.get(word);
      if (number === undefined) numbers.set(word, (number = numbers.size));
      text[at] = number;
    });
    texts.push(text);
  }
  const text = new Int32Array(texts.reduce((sum, one) => sum + one.length, 0));
  let end = 0;
  for (const one of texts) {
    text.set(one, end);
    end += one.length;
  }
  return { names: [...numbers.keys()], text };
}

/** How often each number from 0 to `size` is in `text`. */
function countEach(text: Int32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const word of text) if (word >= 0) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** Reads the corpus and counts. */
export async function countNeighbours(corpus: string): Promise<Neighbours> {
  const { names, text: raw } = await readWords(corpus);
  const often = countEach(raw, names.length);
  // The commonest words first, so that columns are the first rows.
  const kept = [...names.keys()]
    .filter((word) => (often[word] ?? 0) >= LEAST_COUNT)
    .toSorted((a, b) => (often[b] ?? 0) - (often[a] ?? 0) || ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
  const rowOf = new Int32Array(names.length).fill(NO_WORD);
  kept.forEach((word, row) => (rowOf[word] = row));
  const text = raw.map((word) => (word < 0 ? NO_WORD : (rowOf[word] ?? NO_WORD)));
  return {
    words: kept.map((word) => names[word] ?? ''),
    counts: kept.map((word) => often[word] ?? 0),
    matrix: informationOf(countRows(text, kept.length)),
  };
}

/** The counts of neighbours, in rows. */
function countRows(text: Int32Array, rows: number): SparseMatrix {
  // The positions of each word one after the other, so that each row is counted at once.
  const ends = countEach(text, rows);
  for (let row = 1; row < rows; row += 1) ends[row] = (ends[row] ?? 0) + (ends[row - 1] ?? 0);
  const positions = new Uint32Array(ends.at(-1) ?? 0);
  const next = ends.slice();
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const word = text[at] ?? NO_WORD;
    if (word >= 0) positions[(next[word] = (next[word] ?? 0) - 1)] = at;
  }
  const columns = COLUMN_WORDS * PLACES.length;
  const starts = new Uint32Array(rows + 1);
  const parts: { places: Uint32Array; values: Float64Array }[] = [];
  const counted = new Float64Array(columns);
  for (let row = 0; row < rows; row += 1) {
    const met: number[] = [];
    for (let each = row === 0 ? 0 : (ends[row - 1] ?? 0); each < (ends[row] ?? 0); each += 1)
      PLACES.forEach((distances, place) => {
        for (const distance of distances) {
          const other = text[(positions[each] ?? 0) + distance] ?? NO_WORD;
          if (other < 0 || other >= COLUMN_WORDS) continue;
          const column = place * COLUMN_WORDS + other;
          if (counted[column] === 0) met.push(column);
          counted[column] = (counted[column] ?? 0) + 1;
        }
      });
    const places = Uint32Array.from(met).toSorted();
    parts.push({ places, values: Float64Array.from(places, (column) => counted[column] ?? 0) });
    for (const column of places) counted[column] = 0;
    starts[row + 1] = (starts[row] ?? 0) + places.length;
  }
  const places = new Uint32Array(starts[rows] ?? 0);
  const values = new Float64Array(places.length);
  parts.forEach((part, row) => {
    places.set(part.places, starts[row]);
    values.set(part.values, starts[row]);
  });
  return { columns, starts, places, values };
}

/** The number of a row's sum over the place to which `column` belongs. */
const cell = (row: number, column: number): number => row * PLACES.length + Math.floor(column / COLUMN_WORDS);

/** Turns counts into information, each place by itself. */
function informationOf(counts: SparseMatrix): SparseMatrix {
  const { columns, starts, places, values } = counts;
  const rows = starts.length - 1;
  const ofColumn = new Float64Array(columns);
  const ofRow = new Float64Array(rows * PLACES.length);
  const each = (visit: (row: number, at: number, column: number) => void): void => {
    for (let row = 0; row < rows; row += 1)
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) visit(row, at, places[at] ?? 0);
  };
  each((row, at, column) => {
    ofColumn[column] = (ofColumn[column] ?? 0) + (values[at] ?? 0);
    ofRow[cell(row, column)] = (ofRow[cell(row, column)] ?? 0) + (values[at] ?? 0);
  });
  const smooth = ofColumn.map((count) => count ** SMOOTHING);
  const all = PLACES.map((_, place) =>
    smooth.subarray(place * COLUMN_WORDS, (place + 1) * COLUMN_WORDS).reduce((sum, one) => sum + one, 0),
  );
  const information = new Float64Array(values.length);
  each((row, at, column) => {
    const count = values[at] ?? 0;
    const chance = (smooth[column] ?? 0) / (all[Math.floor(column / COLUMN_WORDS)] ?? 1);
    const more = Math.log(count / ((ofRow[cell(row, column)] ?? 1) * chance));
    // What was met once or twice may be chance.
    information[at] = Math.max(0, more) * (count / (count + 1));
  });
  return { ...counts, values: information };
}
