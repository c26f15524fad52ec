/** Makes catalogue records from a listing and verified facts about its papers. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { findLinks, linkKind } from '@/lib/domain/links';
import type { Authors, PaperLink, PaperRecord } from '@/lib/domain/paper';
import { salientTerms } from '@/lib/domain/text/terms';
import type { InverseDocumentFrequency } from '@/lib/domain/text/terms';
import { foldSpace } from '@/lib/domain/text';
import type { Identifier } from './identifiers';
import type { ListedPaper } from './listing';

/** The sources of records. */
interface RecordSources {
  readonly papers: readonly ListedPaper[];
  readonly identifiers: readonly Identifier[];
  /** Records that are already in the catalogue. */
  readonly existing: readonly PaperRecord[];
  readonly idf?: InverseDocumentFrequency | undefined;
}

/** Records, and what a person must check. */
interface RecordsResult {
  readonly records: readonly PaperRecord[];
  /** Papers of the listing whose titles neither the identifiers nor the catalogue have. */
  readonly unknown: readonly ListedPaper[];
  /** Facts that differ between listing and catalogue; the catalogue's were kept. */
  readonly conflicts: readonly string[];
}

/** A key for matching titles: letters and digits only. */
const titleKey = (title: string): string =>
  foldSpace(title)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Equal for addresses that differ only in case, a final slash, `.git` or `www.`. */
export const linkKey = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/(?:\.git)?\/?$/, '');

const KIND_ORDER: readonly PaperLink['kind'][] = ['code', 'project', 'data', 'model', 'demo', 'paper'];

const rank = (link: PaperLink): number => (link.official ? 0 : 10) + KIND_ORDER.indexOf(link.kind);

/**
 * Each target once: official links first, then code before projects before data; otherwise in the same order.
 */
export function arrangeLinks(links: readonly PaperLink[]): PaperLink[] {
  const byTarget = new Map<string, PaperLink>();
  for (const link of links) {
    const key = linkKey(link.url);
    if (!byTarget.has(key)) byTarget.set(key, link);
  }
  return [...byTarget.values()].toSorted((a, b) => rank(a) - rank(b));
}

function chooseAuthors(listed: ListedPaper, known: readonly string[] | undefined): Authors {
  return known ? { names: known } : listed.authors;
}

/** Addresses and names of their owners are not terms of the subject. */
const withoutAddresses = (text: string): string => text.replace(/https?:\/\/\S+/gi, ' ');

function readTerms({ title, abstract }: ListedPaper, idf?: InverseDocumentFrequency): PaperRecord['terms'] {
  return salientTerms(title, withoutAddresses(abstract), { idf });
}

/**
 * A new record with the facts of the listing and the verified ones; the fields written by hand are left
 * empty.
 */
function createRecord(listed: ListedPaper, found: Identifier, idf?: InverseDocumentFrequency): PaperRecord {
  const stated = findLinks(listed.abstract).map(({ url }) => ({ kind: linkKind(url), url, official: true }));
  return {
    id: found.id,
    title: listed.title,
    ...(found.otherTitles.length > 0 && { otherTitles: found.otherTitles }),
    authors: chooseAuthors(listed, found.authors),
    published: listed.published,
    readVersion: 1,
    ...(found.venue !== undefined && { venue: found.venue }),
    ...(found.doi !== undefined && { doi: found.doi }),
    summary: '',
    tags: [],
    results: [],
    links: arrangeLinks([...found.links, ...stated]),
    terms: readTerms(listed, idf),
    listing: listed.comments === undefined ? {} : { comments: listed.comments },
  };
}

/**
 * Updates a record from a listing. What was written by hand is kept; terms and the listing's facts are read
 * again, and venue, DOI and names are filled in only if they were missing.
 */
function updateRecord(
  record: PaperRecord,
  listed: ListedPaper,
  found: Identifier | undefined,
  idf?: InverseDocumentFrequency,
): PaperRecord {
  const { id, title, otherTitles, authors, published, readVersion, summary, tags, results, links } = record;
  const venue = record.venue ?? found?.venue;
  const doi = record.doi ?? found?.doi;
  return {
    id,
    title,
    ...(otherTitles && { otherTitles }),
    authors: !('names' in authors) && found?.authors ? { names: found.authors } : authors,
    published,
    readVersion,
    ...(venue !== undefined && { venue }),
    ...(doi !== undefined && { doi }),
    summary,
    tags,
    results,
    links,
    terms: readTerms(listed, idf),
    listing: listed.comments === undefined ? {} : { comments: listed.comments },
  };
}

/** A record for each listed paper whose id is known, in the listing's order. Papers are matched by title. */
export function buildRecords({ papers, identifiers, existing, idf }: RecordSources): RecordsResult {
  const identifierByTitle = new Map(identifiers.map((entry) => [titleKey(entry.title), entry]));
  const recordById = new Map<PaperId, PaperRecord>(existing.map((record) => [record.id, record]));
  const recordByTitle = new Map(
    existing.flatMap((record) =>
      [record.title, ...(record.otherTitles ?? [])].map((title) => [titleKey(title), record] as const),
    ),
  );
  const records: PaperRecord[] = [];
  const unknown: ListedPaper[] = [];
  const conflicts: string[] = [];
  for (const listed of papers) {
    const key = titleKey(listed.title);
    const found = identifierByTitle.get(key);
    const record = (found && recordById.get(found.id)) ?? recordByTitle.get(key);
    if (record) {
      if (record.published !== listed.published) {
        conflicts.push(`${record.id}: published ${record.published}, the listing says ${listed.published}`);
      }
      records.push(updateRecord(record, listed, found, idf));
    } else if (found) records.push(createRecord(listed, found, idf));
    else unknown.push(listed);
  }
  return { records, unknown, conflicts };
}
