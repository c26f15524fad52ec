/**
 * Checks summaries: one plain sentence of the annotator's own, unlike the abstract and unlike other
 * summaries.
 */
import type { PaperRecord } from '@/lib/domain/paper';

const LONGEST_SUMMARY = 200;
/** From this many consecutive words on, a text counts as a quotation. */
const COPIED_WORDS = 6;
/** The share of common words, names and articles included, from which two summaries are too similar. */
const NEAR = 0.6;

interface SummaryFault {
  readonly field: 'summary';
  readonly message: string;
}

const fault = (message: string): SummaryFault[] => [{ field: 'summary', message }];

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A full stop that ends a sentence is followed by a capital; others are in numbers and names. */
const SENTENCE_BREAK = /[.!?] +(?=\p{Lu})/u;
const ABBREVIATION = /\b(?:vs|e\.g|i\.e|et al|cf)\.$/;

function hasSeveralSentences(summary: string): boolean {
  const at = summary.search(SENTENCE_BREAK);
  return at !== -1 && !ABBREVIATION.test(summary.slice(0, at + 1));
}

/** The faults of a summary alone. */
export function checkSummary({ summary, title }: PaperRecord): SummaryFault[] {
  if (summary === '') return fault('is missing');
  if (summary !== summary.trim() || /\s{2}|[\n\t]/.test(summary)) return fault('has stray white space');
  if (summary.length > LONGEST_SUMMARY) {
    return fault(`has ${summary.length} characters; ${LONGEST_SUMMARY} are the most`);
  }
  if (!/[.!?]$/.test(summary)) return fault('does not end as a sentence does');
  if (hasSeveralSentences(summary)) return fault('is more than one sentence');
  if (/\b(?:this|the) (?:paper|work|study|article)\b|\bwe\b/i.test(summary)) {
    return fault('speaks of the paper instead of what it offers');
  }
  const copied = findCopiedWords(summary, title);
  return copied ? fault(`repeats the title: "${copied}"`) : [];
}

/** The first run of words in both texts that is long enough to be a quotation; undefined if there is none. */
export function findCopiedWords(summary: string, source: string): string | undefined {
  const words = wordsOf(summary);
  const text = ` ${wordsOf(source).join(' ')} `;
  for (let from = 0; from + COPIED_WORDS <= words.length; from += 1) {
    const run = words.slice(from, from + COPIED_WORDS).join(' ');
    if (text.includes(` ${run} `)) return run;
  }
  return undefined;
}

/** The similarity of two summaries: shared words over all words, 0 to 1. */
function summaryLikeness(a: string, b: string): number {
  const first = new Set(wordsOf(a));
  const second = new Set(wordsOf(b));
  const shared = [...first].filter((word) => second.has(word)).length;
  const all = first.size + second.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Whether two summaries are too similar to distinguish their papers. */
export const areTooNear = (a: string, b: string): boolean =>
  a !== '' && b !== '' && summaryLikeness(a, b) >= NEAR;
