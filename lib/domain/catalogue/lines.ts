/**
 * One line of the shipped catalogue and back. Tags, neighbours and reasons are
 * numbers into the header's lists, which halves the file; nothing else is coded.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { isRecord } from '@/lib/domain/is-record';
import { BOUNDED_KINDS, LINK_KINDS, RESULT_KINDS, RESULT_ROLES, WAYS } from '@/lib/domain/paper';
import type {
  Authors,
  CataloguePaper,
  Neighbour,
  PaperLink,
  Result,
  TagDefinition,
} from '@/lib/domain/paper';

/** The header's lists that a line points into. */
export interface LineTables {
  readonly ids: readonly PaperId[];
  readonly tags: readonly TagDefinition[];
  readonly reasons: readonly string[];
}

/** A list of nothing but strings. */
export const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isOptional = (value: unknown, type: 'string' | 'number'): boolean =>
  value === undefined || typeof value === type;

const isOneOf = <T extends string>(value: unknown, all: readonly T[]): value is T =>
  all.some((one) => one === value);

const placesOf = (list: readonly string[]): ReadonlyMap<string, number> =>
  new Map(list.map((each, index) => [each, index]));

/**
 * Makes papers' line objects that point into these tables, which are looked through once for all papers.
 * Every tag, neighbour and reason of a paper must be in them.
 */
export function lineEncoder(
  tables: LineTables,
): (paper: CataloguePaper) => Readonly<Record<string, unknown>> {
  const tagPlaces = placesOf(tables.tags.map(({ id }) => id));
  const paperPlaces = placesOf(tables.ids);
  const reasonPlaces = placesOf(tables.reasons);
  return ({ tags, related, ...rest }) => ({
    ...rest,
    tags: tags.map((id) => tagPlaces.get(id)),
    related: related.map(({ id, score, reasons }) => [
      paperPlaces.get(id),
      Math.round(score * 100) / 100,
      ...reasons.map((reason) => reasonPlaces.get(reason)),
    ]),
  });
}

function isAuthors(value: unknown): value is Authors {
  if (!isRecord(value)) return false;
  return isStrings(value.names) || typeof value.count === 'number' || typeof value.organisation === 'string';
}

function isResult(value: unknown): value is Result {
  return (
    isRecord(value) &&
    (value.metric === null || typeof value.metric === 'string') &&
    typeof value.value === 'string' &&
    typeof value.anchor === 'string' &&
    isOneOf(value.kind, RESULT_KINDS) &&
    isOneOf(value.role, RESULT_ROLES) &&
    isOptional(value.system, 'string') &&
    isOptional(value.data, 'string') &&
    isOptional(value.target, 'string') &&
    (value.way === undefined || isOneOf(value.way, WAYS)) &&
    (value.improves === undefined || typeof value.improves === 'boolean') &&
    (value.bounds === undefined || isOneOf(value.bounds, BOUNDED_KINDS)) &&
    isOptional(value.comparedWith, 'number') &&
    (value.better === undefined || isOneOf(value.better, ['higher', 'lower']))
  );
}

function isLink(value: unknown): value is PaperLink {
  return (
    isRecord(value) &&
    isOneOf(value.kind, LINK_KINDS) &&
    typeof value.url === 'string' &&
    value.url.startsWith('https://') &&
    typeof value.official === 'boolean'
  );
}

const isListOf = <T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.every(isItem);

function decodeTags(value: unknown, tags: LineTables['tags']): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const ids = value.flatMap((number: unknown) =>
    typeof number === 'number' ? (tags[number]?.id ?? []) : [],
  );
  return ids.length === value.length ? ids : undefined;
}

function decodeNeighbour(value: unknown, tables: LineTables): Neighbour | undefined {
  if (!Array.isArray(value) || !value.every((part) => typeof part === 'number')) return undefined;
  const [at = -1, score = 0, ...numbers]: number[] = value;
  const id = tables.ids[at];
  const reasons = numbers.flatMap((number) => tables.reasons[number] ?? []);
  return id !== undefined && reasons.length > 0 ? { id, score, reasons } : undefined;
}

function decodeRelated(value: unknown, tables: LineTables): Neighbour[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const related = value.flatMap((item: unknown) => decodeNeighbour(item, tables) ?? []);
  return related.length === value.length ? related : undefined;
}

/**
 * The paper of a line's object. `id` is the paper that the header has in this place; undefined where the
 * line is of another, or any part of it is not what a paper has there.
 */
export function decodePaper(line: unknown, tables: LineTables, id: PaperId): CataloguePaper | undefined {
  if (!isRecord(line) || line.id !== id) return undefined;
  const {
    title,
    otherTitles,
    authors,
    published,
    readVersion,
    venue,
    doi,
    summary,
    results,
    links,
    listing,
  } = line;
  const tags = decodeTags(line.tags, tables.tags);
  const related = decodeRelated(line.related, tables);
  if (!tags || !related) return undefined;
  if (typeof title !== 'string' || typeof published !== 'string' || typeof summary !== 'string')
    return undefined;
  if (typeof readVersion !== 'number' || !isAuthors(authors)) return undefined;
  if (!isListOf(results, isResult) || !isListOf(links, isLink)) return undefined;
  return {
    id,
    title,
    ...(isStrings(otherTitles) && { otherTitles }),
    authors,
    published,
    readVersion,
    ...(typeof venue === 'string' && { venue }),
    ...(typeof doi === 'string' && { doi }),
    summary,
    tags,
    results,
    links,
    listing: isRecord(listing) && typeof listing.comments === 'number' ? { comments: listing.comments } : {},
    related,
  };
}
