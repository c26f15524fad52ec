/**
 * A paper that the user saved: the facts known then, and what the user added. Records must stay readable for
 * years, by older and newer releases than the one that wrote them: fields are read one by one, each with a
 * default, and only a record without an id is refused.
 */
import { oneOf, text } from '@/lib/domain/guard';
import { isRecord } from '@/lib/domain/is-record';
import type { Result } from '@/lib/domain/paper';
import { isResult } from '@/lib/domain/paper-guards';
import { READING_STATUSES, type Marks, type ReadingStatus } from '@/lib/domain/provenance';
import { isTime, read, readItems, readKnownPaper, type KnownPaper, type PaperTerms } from './known-paper';

/** What the user adds to a saved paper. */
export interface UserMarks {
  readonly status: ReadingStatus;
  /** The user's own tags as written; unique without regard to case. */
  readonly ownTags: readonly string[];
  /** Plain text. */
  readonly note: string;
}

/** A saved paper. Times are ISO 8601 in UTC: "2026-01-31T09:30:00.000Z". */
export interface SavedPaper extends KnownPaper, UserMarks {
  readonly savedAt: string;
  readonly changedAt: string;
  /** Numbers of its tables, if these were read on its page; the anchor of each is the name of its table. */
  readonly tableResults?: readonly Result[] | undefined;
}

/** A saved paper with its terms, as in a backup. */
export interface BackupPaper extends SavedPaper {
  readonly terms?: PaperTerms | undefined;
}

/** A paper that is saved for the first time. */
export const savePaper = (known: KnownPaper, now: string): SavedPaper => ({
  ...known,
  savedAt: now,
  changedAt: now,
  status: 'to-read',
  ownTags: [],
  note: '',
});

/** How much is known about a paper: a poorer record does not replace a richer one. */
const weightOf = ({ title, provenance, results, tags }: KnownPaper): number =>
  title === '' ? 0 : provenance === 'curated' ? 3 : results.length + tags.length > 0 ? 2 : 1;

/**
 * A saved paper with the current facts about it; the user's additions are kept, and no known fact is lost.
 */
export function refreshPaper(saved: SavedPaper, known: KnownPaper): SavedPaper {
  // A paper of a backup has marks of its own.
  const { status, ownTags, note, savedAt, changedAt } = saved;
  const [first, second] = weightOf(known) >= weightOf(saved) ? [known, saved] : [saved, known];
  return {
    ...saved,
    ...first,
    authors: first.authors ?? second.authors,
    published: first.published ?? second.published,
    venue: first.venue ?? second.venue,
    doi: first.doi ?? second.doi,
    categories: first.categories ?? second.categories,
    links: first.links.length > 0 ? first.links : second.links,
    status,
    ownTags,
    note,
    savedAt,
    changedAt,
  };
}

/** The longest own tag, in UTF-16 code units. */
const LONGEST_OWN_TAG = 60;
/** The longest note, in UTF-16 code units. */
export const LONGEST_NOTE = 20_000;

/** Own tags as they are stored: trimmed, without commas and quotes, and unique without regard to case. */
export function cleanOwnTags(tags: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return tags
    .map((tag) =>
      tag
        .replaceAll(/[\s,"]+/g, ' ')
        .trim()
        .slice(0, LONGEST_OWN_TAG)
        .trim(),
    )
    .filter((tag) => tag !== '' && !seen.has(tag.toLowerCase()) && seen.add(tag.toLowerCase()));
}

/** Changes to a user's marks; absent fields are unchanged. */
export interface MarksChange {
  readonly status?: ReadingStatus | undefined;
  readonly addTags?: readonly string[] | undefined;
  readonly dropTags?: readonly string[] | undefined;
  readonly note?: string | undefined;
}

/** The marks after a change. */
export function changeMarks(old: UserMarks, change: MarksChange): UserMarks {
  const dropped = new Set(change.dropTags?.map((tag) => tag.toLowerCase()));
  const tags = cleanOwnTags([...old.ownTags, ...(change.addTags ?? [])]);
  return {
    status: change.status ?? old.status,
    ownTags: tags.filter((tag) => !dropped.has(tag.toLowerCase())),
    note: change.note === undefined ? old.note : change.note.slice(0, LONGEST_NOTE),
  };
}

/** Used for a record whose time of saving is lost. */
const UNKNOWN_TIME = new Date(0).toISOString();

/** The saved paper in a stored record of any release; undefined if it has no arXiv id. */
export function readSavedPaper(stored: unknown): SavedPaper | undefined {
  const known = readKnownPaper(stored);
  if (!known || !isRecord(stored)) return undefined;
  const savedAt = read(stored['savedAt'], isTime, UNKNOWN_TIME);
  return {
    ...known,
    savedAt,
    changedAt: read(stored['changedAt'], isTime, savedAt),
    status: read(stored['status'], oneOf(READING_STATUSES), 'to-read'),
    ownTags: cleanOwnTags(readItems(stored['ownTags'], text())),
    note: read(stored['note'], text(), ''),
    ...(Array.isArray(stored['tableResults']) && {
      tableResults: readItems(stored['tableResults'], isResult),
    }),
  };
}

/** The marks of a saved paper, shown wherever the paper is. */
export const marksOf = ({ status }: Pick<SavedPaper, 'status'>): Marks => ({ saved: true, status });
