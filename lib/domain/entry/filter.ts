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

/** What a switch of a filter asks. */
export type Question = 'catalogue' | 'results' | 'code';

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

/** A tag of a listing's papers, with how many of them have it. */
export interface ListingTag {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

/** A listing under a filter, in figures. */
export interface ListingReport {
  readonly filter: EntryFilter;
  readonly total: number;
  /** Entries that pass. */
  readonly shown: number;
  /** Entries that have not been read yet; they are shown. */
  readonly unread: number;
  /** For each switch, how many entries would be left with it on, all else as it is. */
  readonly counts: Readonly<Record<Question, number>>;
  /** The tags to choose from, most frequent first, counted as the switches are. */
  readonly tags: readonly ListingTag[];
}

/** For how many of these lines each switch would hold beside what the filter asks already. */
export function countAnswers(
  lines: readonly EntryLine[],
  filter: EntryFilter = NO_FILTER,
): ListingReport['counts'] {
  const count = (question: Question): number =>
    lines.filter((line) => passes(line, { ...filter, [question]: true })).length;
  return { catalogue: count('catalogue'), results: count('results'), code: count('code') };
}

/** The tags of these lines with the number of lines that have them, most frequent first, at most `most`. */
export function countTags(lines: readonly EntryLine[], most = 40): readonly ListingTag[] {
  const counts = new Map<string, ListingTag & { count: number }>();
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

/** What a filter makes of a listing. An entry is undefined while unread, and null where nothing is known of it. */
export function reportOn(
  entries: readonly (EntryLine | null | undefined)[],
  filter: EntryFilter,
): ListingReport {
  const lines = entries.filter((line) => line !== undefined && line !== null);
  return {
    filter,
    total: entries.length,
    shown: entries.filter((line) => passes(line, filter)).length,
    unread: entries.filter((line) => line === undefined).length,
    counts: countAnswers(lines, filter),
    tags: countTags(lines.filter((line) => passes(line, { ...filter, tag: undefined }))),
  };
}
