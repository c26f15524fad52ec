/** Quoted phrases: words that stand side by side in one text. */
import { stem, tokenise } from '@/lib/domain/text/tokens';
import type { Postings, SearchIndex } from './build';
import { findStem } from './match';

/** Stems of a phrase, one a word; undefined where the index lacks one of them, so that nothing can match. */
export const findPhraseStems = ({ dictionary }: SearchIndex, phrase: string): number[] | undefined => {
  const stems = tokenise(phrase).map((token) => findStem(dictionary, stem(token.text)));
  return stems.every((each) => each !== undefined) ? stems : undefined;
};

/** Whether a stem occurs at that place of that paper. */
const occursAt = (postings: Postings, number: number, paper: number, position: number): boolean => {
  let low = postings.starts[number] ?? 0;
  let high = postings.starts[number + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = postings.papers[middle] ?? 0;
    if (at < paper || (at === paper && (postings.positions[middle] ?? 0) < position)) low = middle + 1;
    else high = middle;
  }
  return (
    postings.papers[low] === paper &&
    postings.positions[low] === position &&
    low < (postings.starts[number + 1] ?? 0)
  );
};

/** The papers that hold the phrase; an empty phrase is held by none. */
export const findPhrase = ({ postings }: SearchIndex, stems: readonly number[]): Set<number> => {
  const found = new Set<number>();
  const [first, ...rest] = stems;
  if (first === undefined) return found;
  const end = postings.starts[first + 1] ?? 0;
  for (let at = postings.starts[first] ?? 0; at < end; at += 1) {
    const paper = postings.papers[at] ?? 0;
    const position = postings.positions[at] ?? 0;
    if (found.has(paper)) continue;
    if (rest.every((number, i) => occursAt(postings, number, paper, position + i + 1))) found.add(paper);
  }
  return found;
};
