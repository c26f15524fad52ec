/** Where an annotation comes from, and what the user did with the paper: two properties that say nothing of each other. */

/**
 * `curated`: written by hand · `page`: read now, from the page in front of the user · `met`: read in the same way when
 * the user passed its page or entry, and remembered · `automatic`: read by the same rules when a pack was built. In
 * the order of precedence: what people wrote goes first, and pages are newer texts than any pack.
 */
export const PROVENANCES = ['curated', 'page', 'met', 'automatic'] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** How far a user has come with a saved paper. */
export const READING_STATUSES = ['to-read', 'reading', 'read'] as const;
export type ReadingStatus = (typeof READING_STATUSES)[number];

/** What the user did with a paper. Absent as a whole where they did nothing. */
export interface Marks {
  readonly saved: boolean;
  readonly status?: ReadingStatus | undefined;
}

/** What the user says of a saved paper, as searches ask for it. */
export interface SavedMark {
  readonly status: ReadingStatus;
  /** Tags of the user's own, as they wrote them. */
  readonly ownTags: readonly string[];
}

/** Saved papers by their ids. */
export type SavedMarks = ReadonlyMap<string, SavedMark>;
