/** Which entries of a listing a reader wants to see, by what their lines say. */
import type { EntryLine } from './index';

/** What a reader asks of entries; all that is switched on must hold. */
export interface EntryFilter {
  readonly catalogue: boolean;
  readonly results: boolean;
  readonly code: boolean;
  /** Id of a tag. */
  readonly tag?: string | undefined;
}

/** Asks nothing: every entry stays. */
export const NO_FILTER: EntryFilter = { catalogue: false, results: false, code: false };

/** Whether a filter asks anything. */
export const isFiltering = ({ catalogue, results, code, tag }: EntryFilter): boolean =>
  catalogue || results || code || tag !== undefined;

type Question = 'catalogue' | 'results' | 'code';

/** What each switch of a filter asks of a line. */
const QUESTIONS: Readonly<Record<Question, (line: EntryLine) => boolean>> = {
  catalogue: ({ provenance }) => provenance !== 'page',
  results: ({ results }) => results > 0,
  code: ({ hasCode }) => hasCode,
};

/** Whether an entry stays: all that is asked must hold. Without a line nothing does; unread entries wait unfolded. */
export function passes(line: EntryLine | null | undefined, filter: EntryFilter): boolean {
  if (line === undefined || !isFiltering(filter)) return true;
  if (line === null) return false;
  return (
    (!filter.catalogue || QUESTIONS.catalogue(line)) &&
    (!filter.results || QUESTIONS.results(line)) &&
    (!filter.code || QUESTIONS.code(line)) &&
    (filter.tag === undefined || line.tags.some(({ id }) => id === filter.tag))
  );
}

/** For how many of these lines each switch alone holds. */
export function countAnswers(lines: readonly EntryLine[]): Readonly<Record<Question, number>> {
  const count = (question: Question): number => lines.filter(QUESTIONS[question]).length;
  return { catalogue: count('catalogue'), results: count('results'), code: count('code') };
}

/** The tags of these lines with how many bear them, most frequent first, at most `most`. */
export function countTags(
  lines: readonly EntryLine[],
  most = 40,
): readonly { readonly id: string; readonly label: string; readonly count: number }[] {
  const counts = new Map<string, { readonly id: string; readonly label: string; count: number }>();
  for (const { tags } of lines) {
    for (const { id, label } of tags) {
      const known = counts.get(id);
      if (known) known.count += 1;
      else counts.set(id, { id, label, count: 1 });
    }
  }
  return [...counts.values()]
    .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label))
    .slice(0, most);
}
