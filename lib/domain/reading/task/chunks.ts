/** Splits a title or the beginning of a clause into its noun phrases. */
import type { Span } from '../../paper';
import { BOUNDS, NEUTRAL } from './words';

/** A word with its place in the text. */
export interface Word extends Span {
  /** In lower case. */
  readonly lower: string;
}

/** A noun phrase, and the words around it. */
export interface Chunk {
  readonly words: readonly Word[];
  /** The word that says what the phrase is to the rest: "for" in "X for Y"; empty at the beginning. */
  readonly governor: string;
  /** The word that ends it; empty at a punctuation mark and at the end. */
  readonly next: string;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’+/&-](?=[\p{L}\p{N}]))*/gu;

/** The noun phrases of `text`, at most the first `most`, split at punctuation and at words that are in none. */
export function chunksOf(text: string, most = Infinity): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let words: Word[] = [];
  let governor = '';
  let end = 0;
  const close = (next: string): void => {
    if (words.length > 0) chunks.push({ words, governor, next });
    words = [];
  };
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found && chunks.length < most; found = WORD.exec(text)) {
    const { 0: printed, index } = found;
    const between = text.slice(end, index);
    if (end > 0 && between !== ' ' && !/^\s+$/.test(between)) {
      close('');
      // After a comma the same word still governs; any other mark begins again.
      if (between.trim() !== ',') governor = '';
    }
    const lower = printed.toLowerCase();
    if (BOUNDS.has(lower)) {
      close(lower);
      if (!NEUTRAL.has(lower)) governor = lower;
    } else words.push({ start: index, end: index + printed.length, lower });
    end = index + printed.length;
  }
  close('');
  return chunks;
}
