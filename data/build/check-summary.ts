/** What a summary must be: one plain sentence of our own, unlike the abstract's and unlike its neighbours'. */
import type { PaperRecord } from '@/lib/domain/paper';

const LONGEST_SUMMARY = 200;
/** This many consecutive words count as a quotation. */
const COPIED_WORDS = 6;
/** Share of words in common, names and articles included, from which two summaries say one thing. */
const NEAR = 0.6;

interface SummaryFault {
  readonly field: 'summary';
  readonly message: string;
}

const fault = (message: string): SummaryFault[] => [{ field: 'summary', message }];

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A full stop inside a sentence is followed by a small letter or stands in a number or a name. */
const SENTENCE_BREAK = /[.!?] +(?=\p{Lu})/u;
const ABBREVIATION = /\b(?:vs|e\.g|i\.e|et al|cf)\.$/;

function hasSeveralSentences(summary: string): boolean {
  const at = summary.search(SENTENCE_BREAK);
  return at !== -1 && !ABBREVIATION.test(summary.slice(0, at + 1));
}

/** Faults of a summary by itself. */
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

/** The first run of words that both texts have, where it is long enough to be a quotation. */
export function findCopiedWords(summary: string, source: string): string | undefined {
  const words = wordsOf(summary);
  const text = ` ${wordsOf(source).join(' ')} `;
  for (let from = 0; from + COPIED_WORDS <= words.length; from += 1) {
    const run = words.slice(from, from + COPIED_WORDS).join(' ');
    if (text.includes(` ${run} `)) return run;
  }
  return undefined;
}

/** How much two summaries have in common: shared words over all words, 0 to 1. */
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
