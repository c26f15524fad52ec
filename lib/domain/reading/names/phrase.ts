/** A noun phrase: what numbers can be measured on, be for or belong to. */
import type { Token } from '../sentence';
import type { Head } from './words';

/** A noun phrase without its article; `from`, `to` are token indexes, end exclusive. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** As it is shown: the short form if it defines one, a dataset without the word "dataset". */
  readonly text: string;
  /** The preposition in front, lower case; empty for none. */
  preposition: string;
  head: Head;
  /** Has a word with inner capitals or digits, as names of systems and datasets do. */
  readonly isName: boolean;
  /** Says no more than its head: "three benchmarks", "our model". */
  readonly isBare: boolean;
  /** Has a possessive ending: "GPT-5's 21.2%". */
  readonly isOwner: boolean;
  /** What a verb does with it: "evaluated on X", "trained on X". */
  readonly purpose: 'evaluated' | 'trained' | undefined;
  /** The list of which it is part, first to last; only itself if there is none. */
  list: readonly Phrase[];
  /** What tells kinds of candidates apart, as a number; 0 until it is asked for. */
  code: number;
}

/**
 * Stands in for a preposition: the phrase is the object of a task, "segmenting the liver", "to detect
 * cracks".
 */
export const DOING = 'doing';
/** Stands in for a preposition: the phrase comes before the number's metric, "liver Dice". */
export const MEASURED = 'measured';

/** The tokens `from` to `to` as a name prints them: "Maze, TSP and Sudoku". */
export function printTokens(tokens: readonly Token[], from: number, to: number): string {
  let printed = tokens[from]?.text ?? '';
  for (let at = from + 1; at < to; at += 1) {
    const text = tokens[at]?.text ?? '';
    printed += text === ',' ? text : ` ${text}`;
  }
  return printed;
}
