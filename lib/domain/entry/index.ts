/**
 * What one line beside an entry of a listing says about its paper: the best number, code, the first tags.
 * Scripts on pages get nothing more.
 */

import type { Marks, Provenance } from '@/lib/domain/provenance';

/** How many tags are shown; the others are for filtering. */
const SHOWN_TAGS = 2;

/** Why an entry is near to the user's papers. */
export interface Nearness {
  /** Title of the nearest saved paper. */
  readonly title: string;
  /** What both are about: "chest X-ray", "report generation". */
  readonly reasons: readonly string[];
}

/** The line as data, sent from the background to the page's script. */
export interface EntryLine {
  readonly provenance: Provenance;
  /** True if only the title was read, because the listing shows no abstract. */
  readonly isTitleOnly?: boolean | undefined;
  /** The user's marks on the paper; absent if there are none. */
  readonly marks?: Marks | undefined;
  /** Watched words and authors that the entry contains, as the user wrote them. */
  readonly watched?: readonly string[] | undefined;
  /** Set if the list is ordered by, or marked for, nearness to the user's papers and this one is near. */
  readonly near?: Nearness | undefined;
  /** The best number in words: "AUROC 0.91", "Dice +10%". */
  readonly best?: string | undefined;
  /** Number of own results. */
  readonly results: number;
  readonly hasCode: boolean;
  /** Most informative first, at most twelve. */
  readonly tags: readonly { readonly id: string; readonly label: string }[];
  /** The version that the catalogue read, if the entry shows another. */
  readonly otherVersion?: number | undefined;
}

/** The contribution of nearly every paper, which is therefore not shown. */
export const COMMON_CONTRIBUTION = 'method';

/**
 * One part of a line as data; its words are added where it is drawn. `known` only says that a pack has the
 * paper.
 */
export type LinePart =
  | { readonly kind: 'best' | 'tag'; readonly text: string }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'marks'; readonly marks: Marks }
  | { readonly kind: 'watched'; readonly watched: readonly string[] }
  | { readonly kind: 'near'; readonly near: Nearness }
  | { readonly kind: 'code' | 'known' };

/** The parts of the line in the order in which they are shown, most important first; never empty. */
export function lineParts(line: EntryLine): readonly LinePart[] {
  const { marks, watched, near, best, results, hasCode, tags } = line;
  const parts: LinePart[] = marks ? [{ kind: 'marks', marks }] : [];
  if (watched) parts.push({ kind: 'watched', watched });
  if (near) parts.push({ kind: 'near', near });
  if (best !== undefined) parts.push({ kind: 'best', text: best });
  else if (results > 0) parts.push({ kind: 'count', count: results });
  if (hasCode) parts.push({ kind: 'code' });
  for (const { label } of tags.filter(({ id }) => id !== COMMON_CONTRIBUTION).slice(0, SHOWN_TAGS))
    parts.push({ kind: 'tag', text: label });
  return parts.length > 0 ? parts : [{ kind: 'known' }];
}

/**
 * The line of a paper about which nothing is known except the user's marks or its nearness to the user's
 * papers.
 */
const BARE: EntryLine = { provenance: 'page', isTitleOnly: true, results: 0, hasCode: false, tags: [] };

const isBare = ({ provenance, marks, watched, near, results, hasCode, tags, best }: EntryLine): boolean =>
  [marks, watched, near, best].every((fact) => fact === undefined) &&
  provenance !== 'curated' &&
  results === 0 &&
  !hasCode &&
  tags.length === 0;

/** A line with facts of the user's own; null if there are none and nothing else is known. */
function withOwn(
  line: EntryLine | null,
  own: Pick<EntryLine, 'marks' | 'watched' | 'near'>,
): EntryLine | null {
  const next = { ...(line ?? BARE), ...own };
  return isBare(next) ? null : next;
}

/** A line with these marks. A saved paper always has a line. */
export const withMarks = (line: EntryLine | null, marks: Marks | undefined): EntryLine | null =>
  withOwn(line, { marks });

/** A line with the watched items in its entry; unchanged if there are none. */
export const withWatched = (line: EntryLine | null, watched: readonly string[]): EntryLine | null =>
  watched.length === 0 ? line : withOwn(line, { watched });

/** A line with the reason why its paper is near to the user's, or without one. */
export const withNear = (line: EntryLine | null, near: Nearness | undefined): EntryLine | null =>
  withOwn(line, { near });
