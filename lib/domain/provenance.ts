/** Where an annotation comes from, and the user's marks on the paper: two independent properties. */

/**
 * `curated`: written by hand · `page`: read now, from the page in view · `met`: read in the same way when the
 * user passed the paper's page or entry, and remembered · `automatic`: read by the same rules when a pack was
 * built. In order of precedence: by hand first, and pages are newer texts than packs.
 */
export const PROVENANCES = ['curated', 'page', 'met', 'automatic'] as const;
/** The source of one annotation. */
export type Provenance = (typeof PROVENANCES)[number];

/** The user's progress with a saved paper. */
export const READING_STATUSES = ['to-read', 'reading', 'read'] as const;
/** How far the user is with one paper. */
export type ReadingStatus = (typeof READING_STATUSES)[number];

/** The user's marks on a paper. Absent as a whole if there are none. */
export interface Marks {
  readonly saved: boolean;
  readonly status?: ReadingStatus | undefined;
}

/** The user's marks on a saved paper, for searches. */
export interface SavedMark {
  readonly status: ReadingStatus;
  /** The user's own tags as written. */
  readonly ownTags: readonly string[];
}

/** Saved papers by their ids. */
export type SavedMarks = ReadonlyMap<string, SavedMark>;
