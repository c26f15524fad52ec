/**
 * The terms of abstracts in an index, by stem and by paper, with which related papers are found. The postings
 * are those of the search; the table by paper is made on first use.
 */
import { findList, stemText } from './dictionary';
import type { SearchIndex } from './index-file';
import { decodeList } from './lists';
import { codeOf, createShared, FIRST_TERM_CODE, TERM_LEVELS, weightOfLevel } from './postings';

const TITLE_CODE = codeOf('title');

const scratch = createShared();

/** The weight of a term by the code in its posting; 0 for words of a field. */
const WEIGHTS = Float32Array.from({ length: FIRST_TERM_CODE + TERM_LEVELS }, (_, code) =>
  code < FIRST_TERM_CODE ? 0 : weightOfLevel(code - FIRST_TERM_CODE),
);

/** How many papers have a stem in any field. */
export const holdersOf = (index: SearchIndex, stem: string): number => {
  const list = findList(index.dictionary, stem);
  return list === undefined ? 0 : index.postings.holders.of(list);
};

/** Adds `factor` times the stem's weight (0 to 1) to the sum of each paper that has it as a salient term. */
export const addTerm = (index: SearchIndex, stem: string, factor: number, sums: Float32Array): void => {
  const list = findList(index.dictionary, stem);
  if (list === undefined) return;
  decodeList(index, list, scratch);
  const { papers, codes, count } = scratch;
  for (let at = 0; at < count; at += 1) {
    const paper = papers[at] ?? 0;
    sums[paper] = (sums[paper] ?? 0) + factor * (WEIGHTS[codes[at] ?? 0] ?? 0);
  }
};

/**
 * Calls `found` for each paper that has the stem as a salient term (with its weight, 0 to 1) or in its title
 * (with 0).
 */
export const forEachHolder = (
  index: SearchIndex,
  stem: string,
  visit: (paper: number, weight: number, isInTitle: boolean) => void,
): void => {
  const list = findList(index.dictionary, stem);
  if (list === undefined) return;
  decodeList(index, list, scratch);
  for (let at = 0; at < scratch.count; at += 1) {
    const code = scratch.codes[at] ?? 0;
    const isInTitle = code === TITLE_CODE;
    if (code >= FIRST_TERM_CODE || isInTitle) visit(scratch.papers[at] ?? 0, WEIGHTS[code] ?? 0, isInTitle);
  }
};

/** Terms by paper, as parallel arrays. */
interface TermTable {
  /** Where each paper's terms begin; one more item than there are papers. */
  readonly starts: Uint32Array;
  readonly lists: Uint32Array;
  readonly levels: Uint8Array;
}

const tables = new WeakMap<SearchIndex, TermTable>();

const turnTerms = (index: SearchIndex): TermTable => {
  const starts = new Uint32Array(index.size + 1);
  const forEachTerm = (visit: (paper: number, list: number, level: number) => void): void => {
    for (let list = 0; list < index.dictionary.codes.lists; list += 1) {
      decodeList(index, list, scratch);
      for (let at = 0; at < scratch.count; at += 1) {
        const level = (scratch.codes[at] ?? 0) - FIRST_TERM_CODE;
        if (level >= 0) visit(scratch.papers[at] ?? 0, list, level);
      }
    }
  };
  forEachTerm((paper) => {
    starts[paper + 1] = (starts[paper + 1] ?? 0) + 1;
  });
  for (let paper = 0; paper < index.size; paper += 1)
    starts[paper + 1] = (starts[paper + 1] ?? 0) + (starts[paper] ?? 0);
  const next = starts.slice();
  const lists = new Uint32Array(starts.at(-1) ?? 0);
  const levels = new Uint8Array(lists.length);
  forEachTerm((paper, list, level) => {
    const slot = next[paper] ?? 0;
    lists[slot] = list;
    levels[slot] = level;
    next[paper] = slot + 1;
  });
  return { starts, lists, levels };
};

/**
 * The salient stems of a paper with their weights, heaviest first. The first call builds the table for all
 * papers.
 */
export const termsOfPaper = (
  index: SearchIndex,
  paper: number,
): (readonly [stem: string, weight: number])[] => {
  let table = tables.get(index);
  if (table === undefined) tables.set(index, (table = turnTerms(index)));
  const { starts, lists, levels } = table;
  const slots = Array.from(
    { length: (starts[paper + 1] ?? 0) - (starts[paper] ?? 0) },
    (_, at) => (starts[paper] ?? 0) + at,
  );
  return slots
    .toSorted((a, b) => (levels[b] ?? 0) - (levels[a] ?? 0) || a - b)
    .map((slot) => [stemText(index.dictionary, lists[slot] ?? 0), weightOfLevel(levels[slot] ?? 0)] as const);
};
