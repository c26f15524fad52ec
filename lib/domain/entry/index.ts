/**
 * What one line beside an entry of a listing says of its paper: the best number,
 * code, the first tags. Scripts on pages hold no more of it than this.
 */

import type { Marks, Provenance } from '@/lib/domain/provenance';

/** Tags that there is room for; the others serve filtering. */
const SHOWN_TAGS = 2;

/** Why an entry is near to the user's papers. */
export interface Nearness {
  /** Title of the saved paper that it is nearest to. */
  readonly title: string;
  /** What both are about: "chest X-ray", "report generation". */
  readonly reasons: readonly string[];
}

/** The line as data; it crosses from the background to the page's script. */
export interface EntryLine {
  readonly provenance: Provenance;
  /** True where only the title was read: the listing shows no abstract. */
  readonly isTitleOnly?: boolean | undefined;
  /** What the user did with the paper; absent where they did nothing. */
  readonly marks?: Marks | undefined;
  /** What of the words and authors that the user watches the entry holds, as they wrote it. */
  readonly watched?: readonly string[] | undefined;
  /** Present where the list is ordered by the user's papers, or marks what is near to them, and this one is. */
  readonly near?: Nearness | undefined;
  /** The one number that there is room for, in words: "AUROC 0.91", "Dice +10%". */
  readonly best?: string | undefined;
  /** Own results, counted. */
  readonly results: number;
  readonly hasCode: boolean;
  /** Most telling first, at most twelve. */
  readonly tags: readonly { readonly id: string; readonly label: string }[];
  /** The version that the catalogue read, where it is not the one that the entry shows. */
  readonly otherVersion?: number | undefined;
}

/** The contribution that nearly every paper has, and that is therefore not shown in a line. */
export const COMMON_CONTRIBUTION = 'method';

/**
 * One part of a line, as data; the words are added where it is drawn. `known` says no more than that a paper is held.
 */
export type LinePart =
  | { readonly kind: 'best' | 'tag'; readonly text: string }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'marks'; readonly marks: Marks }
  | { readonly kind: 'watched'; readonly watched: readonly string[] }
  | { readonly kind: 'near'; readonly near: Nearness }
  | { readonly kind: 'code' | 'known' };

/** The parts of the line as they are printed, most wanted first; never empty. */
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

/** The line of a paper of which nothing is known but what the user did with it, or that it is near to what is theirs. */
const BARE: EntryLine = { provenance: 'page', isTitleOnly: true, results: 0, hasCode: false, tags: [] };

const isBare = ({ provenance, marks, watched, near, results, hasCode, tags, best }: EntryLine): boolean =>
  [marks, watched, near, best].every((fact) => fact === undefined) &&
  provenance !== 'curated' &&
  results === 0 &&
  !hasCode &&
  tags.length === 0;

/** A line with facts of the user's own; none where nothing else is known and they say nothing. */
function withOwn(
  line: EntryLine | null,
  own: Pick<EntryLine, 'marks' | 'watched' | 'near'>,
): EntryLine | null {
  const next = { ...(line ?? BARE), ...own };
  return isBare(next) ? null : next;
}

/** A line with these marks. A saved paper always has one. */
export const withMarks = (line: EntryLine | null, marks: Marks | undefined): EntryLine | null =>
  withOwn(line, { marks });

/** A line that says what of what the user watches its entry holds; as it was where that is nothing. */
export const withWatched = (line: EntryLine | null, watched: readonly string[]): EntryLine | null =>
  watched.length === 0 ? line : withOwn(line, { watched });

/** A line that says why its paper is near to the user's, or says so no more. */
export const withNear = (line: EntryLine | null, near: Nearness | undefined): EntryLine | null =>
  withOwn(line, { near });
