/**
 * A paper that the user saved: what was known of it then, and what they added. It is written to be read for years,
 * by older and newer releases than the one that wrote it: so members are read one by one, each with a default, and
 * only a record without an id is none.
 */
import { oneOf, text } from '@/lib/domain/guard';
import { isRecord } from '@/lib/domain/is-record';
import type { Result } from '@/lib/domain/paper';
import { isResult } from '@/lib/domain/paper-guards';
import { READING_STATUSES, type Marks, type ReadingStatus } from '@/lib/domain/provenance';
import { isTime, read, readItems, readKnownPaper, type KnownPaper, type PaperTerms } from './known-paper';

/** What the user says of a saved paper. */
export interface UserMarks {
  readonly status: ReadingStatus;
  /** Tags of the user's own, as they wrote them; each once, whatever its case. */
  readonly ownTags: readonly string[];
  /** Plain text. */
  readonly note: string;
}

/** A saved paper. Times are ISO 8601 in UTC: "2026-01-31T09:30:00.000Z". */
export interface SavedPaper extends KnownPaper, UserMarks {
  readonly savedAt: string;
  readonly changedAt: string;
  /** Numbers of its tables, once those were read on its page; the anchor of each is the name of its table. */
  readonly tableResults?: readonly Result[] | undefined;
}

/** A saved paper with its terms, as a backup holds it. */
export interface BackupPaper extends SavedPaper {
  readonly terms?: PaperTerms | undefined;
}

/** A paper as it is saved for the first time. */
export const savePaper = (known: KnownPaper, now: string): SavedPaper => ({
  ...known,
  savedAt: now,
  changedAt: now,
  status: 'to-read',
  ownTags: [],
  note: '',
});

/** How much a known paper says: what says less does not replace what says more. */
const weightOf = ({ title, provenance, results, tags }: KnownPaper): number =>
  title === '' ? 0 : provenance === 'curated' ? 3 : results.length + tags.length > 0 ? 2 : 1;

/** A saved paper with what is known of it now; what the user said of it stays, and nothing known gets lost. */
export function refreshPaper(saved: SavedPaper, known: KnownPaper): SavedPaper {
  // A backup's paper has marks of its own.
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

/** Longest tag of the user's own and longest note, in UTF-16 units. */
const LONGEST_OWN_TAG = 60;
export const LONGEST_NOTE = 20_000;

/** Own tags as they are kept: trimmed, without blanks at their ends or commas, each once whatever its case. */
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

/** What a user changes of saved papers; what is absent stays. */
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

/** The start of time, for a record that has lost when it was made. */
const UNKNOWN_TIME = new Date(0).toISOString();

/** The saved paper of a stored record, whatever release wrote it; undefined where it has no arXiv id. */
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

/** The marks of a saved paper, as they stand beside it wherever it is shown. */
export const marksOf = ({ status }: Pick<SavedPaper, 'status'>): Marks => ({ saved: true, status });
