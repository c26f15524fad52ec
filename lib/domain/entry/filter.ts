/** Filters the entries of a listing by their lines. */
import type { EntryLine } from './index';

/** The switches of a filter: first facts about the paper, then the user's marks. */
const QUESTIONS = ['catalogue', 'results', 'code', 'watched', 'saved', 'unread', 'hideRead'] as const;
/** A switch of a filter. An entry passes if the answer to the question is yes. */
export type Question = (typeof QUESTIONS)[number];

/** Conditions on entries; all that are on must hold. */
export interface EntryFilter extends Readonly<Record<Question, boolean>> {
  /** Id of a tag. */
  readonly tag?: string | undefined;
}

/** No condition: every entry passes. */
export const NO_FILTER: EntryFilter = {
  catalogue: false,
  results: false,
  code: false,
  watched: false,
  saved: false,
  unread: false,
  hideRead: false,
};

/** Whether a filter has any condition. */
export const isFiltering = (filter: EntryFilter): boolean =>
  filter.tag !== undefined || QUESTIONS.some((question) => filter[question]);

const isRead = (line: EntryLine | null): boolean => line?.marks?.status === 'read';

/** The condition of each switch on a line; null means that nothing is known about the paper. */
const ANSWERS: Readonly<Record<Question, (line: EntryLine | null) => boolean>> = {
  catalogue: (line) => line !== null && (line.provenance === 'curated' || line.provenance === 'automatic'),
  results: (line) => line !== null && line.results > 0,
  code: (line) => line?.hasCode === true,
  watched: (line) => line?.watched !== undefined,
  saved: (line) => line?.marks?.saved === true,
  unread: (line) => line?.marks?.saved === true && !isRead(line),
  hideRead: (line) => !isRead(line),
};

/** Whether two lines of an entry pass the same filters, and count alike. */
export const isFilteredAlike = (a: EntryLine, b: EntryLine): boolean =>
  a.tags === b.tags &&
  a.results === b.results &&
  a.hasCode === b.hasCode &&
  a.provenance === b.provenance &&
  a.watched === b.watched &&
  a.marks === b.marks;

/** Whether an entry passes all conditions. Entries that are not read yet pass. */
export function passes(line: EntryLine | null | undefined, filter: EntryFilter): boolean {
  if (line === undefined) return true;
  for (const question of QUESTIONS) if (filter[question] && !ANSWERS[question](line)) return false;
  return filter.tag === undefined || line?.tags.some(({ id }) => id === filter.tag) === true;
}

/** A tag of a listing's papers, with the number of papers that have it. */
interface ListingTag {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

/** Numbers about a filtered listing. */
export interface ListingReport {
  readonly filter: EntryFilter;
  readonly total: number;
  /** Entries that pass. */
  readonly shown: number;
  /** Entries that are not read yet; they are shown. */
  readonly unread: number;
  /** Entries that the user saved or read; if there are none, the switches for them are hidden. */
  readonly marked: number;
  /** Entries that contain a watched word or author. */
  readonly watched: number;
  /** For each switch, how many entries would remain if it were on and everything else unchanged. */
  readonly counts: Readonly<Record<Question, number>>;
  /** The tags to choose from, most frequent first, counted like the switches. */
  readonly tags: readonly ListingTag[];
}

/** For each switch, how many of these entries pass it together with the filter. */
export function countAnswers(
  lines: readonly (EntryLine | null)[],
  filter: EntryFilter = NO_FILTER,
): ListingReport['counts'] {
  const passing = lines.filter((line) => passes(line, filter));
  const count = (question: Question): number => passing.filter(ANSWERS[question]).length;
  return {
    catalogue: count('catalogue'),
    results: count('results'),
    code: count('code'),
    watched: count('watched'),
    saved: count('saved'),
    unread: count('unread'),
    hideRead: count('hideRead'),
  };
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

/**
 * The result of a filter on a listing. An entry is undefined while it is not read, and null if nothing is
 * known about it.
 */
export function reportOn(
  entries: readonly (EntryLine | null | undefined)[],
  filter: EntryFilter,
): ListingReport {
  const known = entries.filter((line) => line !== undefined);
  const lines = known.filter((line) => line !== null);
  return {
    filter,
    total: entries.length,
    shown: entries.filter((line) => passes(line, filter)).length,
    unread: entries.filter((line) => line === undefined).length,
    marked: lines.filter(({ marks }) => marks !== undefined).length,
    watched: lines.filter(({ watched }) => watched !== undefined).length,
    counts: countAnswers(known, filter),
    tags: countTags(lines.filter((line) => passes(line, { ...filter, tag: undefined }))),
  };
}
