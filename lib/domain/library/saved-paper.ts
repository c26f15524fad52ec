/**
 * A paper that the user saved: what was known of it then, and what they added. It is written to be read for years,
 * by older and newer releases than the one that wrote it: so members are read one by one, each with a default, and
 * only a record without an id is none.
 */
import { addPageFacts, type Annotation } from '@/lib/domain/annotation';
import { parseArxivId, type PaperId } from '@/lib/domain/arxiv-id';
import type { PageFacts } from '@/lib/domain/page';
import { isInteger, list, oneOf, text, type Guard } from '@/lib/domain/guard';
import { isRecord } from '@/lib/domain/is-record';
import type { Authors, PaperLink, Result, TagDefinition, WeightedTerm } from '@/lib/domain/paper';
import { isAuthors, isLink, isResult, isStrings, isTerm } from '@/lib/domain/paper-guards';
import { PROVENANCES, READING_STATUSES } from '@/lib/domain/provenance';
import type { Marks, Provenance, ReadingStatus } from '@/lib/domain/provenance';
import { salientTerms } from '@/lib/domain/text/terms';

/** What is known of a paper apart from what the user did with it; what is not known is absent or empty. */
export interface KnownPaper {
  readonly id: PaperId;
  /** Empty where only the id is known, as of an imported list: filled in when the paper's page is met. */
  readonly title: string;
  readonly authors?: Authors | undefined;
  /** `YYYY-MM-DD` */
  readonly published?: string | undefined;
  readonly venue?: string | undefined;
  readonly doi?: string | undefined;
  /** arXiv's categories, the primary one first. */
  readonly categories?: readonly string[] | undefined;
  readonly summary: string;
  /** Taxonomy ids, most telling first. */
  readonly tags: readonly string[];
  readonly results: readonly Result[];
  readonly links: readonly PaperLink[];
  /** The version that results and summary were read from. */
  readonly readVersion?: number | undefined;
  readonly provenance: Provenance;
}

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
}

/**
 * The salient terms of a paper, for nearness. Their weights count occurrences alone, so that no later statistics make
 * them stale: `countsOf(terms, { idf: () => undefined })` of `lib/domain/related` gives the counts back.
 */
export interface PaperTerms {
  readonly terms: readonly WeightedTerm[];
  /** What was read: an abstract, or the title with the summary where no abstract was at hand. */
  readonly readFrom: 'abstract' | 'title';
}

/** A saved paper with its terms, as a backup holds it. */
export interface BackupPaper extends SavedPaper {
  readonly terms?: PaperTerms | undefined;
}

/** Enough for every word of an abstract that says what it is about. */
const MOST_TERMS = 120;

/** The terms of a paper's texts. An abstract itself is not kept. */
export function termsOf(
  title: string,
  { abstract, summary = '' }: { abstract?: string | undefined; summary?: string },
): PaperTerms {
  return {
    terms: salientTerms(title, abstract ?? summary, { limit: MOST_TERMS }),
    readFrom: abstract === undefined ? 'title' : 'abstract',
  };
}

/** What an annotation, and the page that it was read from where one was, say of a paper. */
export function knownPaperOf(annotation: Annotation, facts?: PageFacts): KnownPaper {
  const {
    id,
    title,
    authors,
    published,
    venue,
    doi,
    categories,
    summary,
    tags,
    results,
    links,
    readVersion,
    provenance,
  } = addPageFacts(annotation, facts);
  return {
    id,
    title,
    authors,
    published: published ?? facts?.published,
    venue,
    doi,
    categories,
    summary,
    tags: tags.map((tag) => tag.id),
    results,
    links,
    readVersion,
    provenance,
  };
}

/** A paper of which only the id is known, or what a listing states where nothing is read from it. */
export const unreadPaper = (id: PaperId, facts: PageFacts = {}): KnownPaper => ({
  id,
  title: facts.title ?? '',
  authors:
    facts.authors && facts.authors.length > 0
      ? { names: facts.authors, familyNames: facts.familyNames }
      : undefined,
  published: facts.published,
  venue: facts.journalReference,
  doi: facts.doi,
  categories: facts.categories,
  summary: '',
  tags: [],
  results: [],
  links: [],
  readVersion: facts.version,
  provenance: 'page',
});

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
export const LONGEST_OWN_TAG = 60;
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

/** The member of a stored record, where it has the type; the default otherwise. */
const read = <T>(value: unknown, guard: Guard<T>, otherwise: T): T => (guard(value) ? value : otherwise);
const readIf = <T>(value: unknown, guard: Guard<T>): T | undefined => (guard(value) ? value : undefined);
const readItems = <T>(value: unknown, guard: Guard<T>): readonly T[] =>
  Array.isArray(value) ? value.filter(guard) : [];

const DAY = /^\d{4}-\d\d(?:-\d\d)?$/;
const isDay: Guard<string> = (value): value is string => typeof value === 'string' && DAY.test(value);
const isTime: Guard<string> = (value): value is string =>
  typeof value === 'string' && Number.isFinite(Date.parse(value));

/** The start of time, for a record that has lost when it was made. */
const UNKNOWN_TIME = new Date(0).toISOString();

/** The saved paper of a stored record, whatever release wrote it; undefined where it has no arXiv id. */
export function readSavedPaper(stored: unknown): SavedPaper | undefined {
  if (!isRecord(stored) || typeof stored['id'] !== 'string') return undefined;
  const id = parseArxivId(stored['id'])?.id;
  if (id === undefined) return undefined;
  const savedAt = read(stored['savedAt'], isTime, UNKNOWN_TIME);
  return {
    id,
    title: read(stored['title'], text(), ''),
    authors: readIf(stored['authors'], isAuthors),
    published: readIf(stored['published'], isDay),
    venue: readIf(stored['venue'], text()),
    doi: readIf(stored['doi'], text()),
    categories: readIf(stored['categories'], isStrings),
    summary: read(stored['summary'], text(), ''),
    tags: readItems(stored['tags'], text()),
    results: readItems(stored['results'], isResult),
    links: readItems(stored['links'], isLink),
    readVersion: readIf(stored['readVersion'], isInteger),
    provenance: read(stored['provenance'], oneOf(PROVENANCES), 'automatic'),
    savedAt,
    changedAt: read(stored['changedAt'], isTime, savedAt),
    status: read(stored['status'], oneOf(READING_STATUSES), 'to-read'),
    ownTags: cleanOwnTags(readItems(stored['ownTags'], text())),
    note: read(stored['note'], text(), ''),
  };
}

/** The terms of a stored record; undefined where it has none. */
export function readTerms(stored: unknown): PaperTerms | undefined {
  if (!isRecord(stored) || !list(isTerm)(stored['terms'])) return undefined;
  return { terms: stored['terms'], readFrom: stored['readFrom'] === 'abstract' ? 'abstract' : 'title' };
}

/** The marks of a saved paper, as they stand beside it wherever it is shown. */
export const marksOf = ({ status }: Pick<SavedPaper, 'status'>): Marks => ({ saved: true, status });

/** The annotation of a saved paper, for wherever no pack and no page says more. */
export function annotationOf(
  saved: SavedPaper,
  findTag: (id: string) => TagDefinition | undefined,
): Annotation {
  const {
    id,
    title,
    authors,
    published,
    venue,
    doi,
    categories,
    summary,
    results,
    links,
    readVersion,
    provenance,
  } = saved;
  return {
    id,
    title,
    authors,
    published,
    venue,
    doi,
    categories,
    summary,
    tags: saved.tags.map(findTag).filter((tag) => tag !== undefined),
    results,
    links,
    readVersion,
    provenance,
    marks: marksOf(saved),
    withdrawn: false,
  };
}
