/**
 * One line of the shipped catalogue and back. Tags, neighbours and reasons are
 * numbers into the header's lists, which halves the file; nothing else is coded.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { isRecord } from '@/lib/domain/is-record';
import { PAPER_FACTS } from '@/lib/domain/paper';
import type { CataloguePaper, Neighbour, TagDefinition } from '@/lib/domain/paper';
import { guardOf, pick } from '@/lib/domain/schema';

/** The header's lists that a line points into. */
export interface LineTables {
  readonly ids: readonly PaperId[];
  readonly tags: readonly TagDefinition[];
  readonly reasons: readonly string[];
}

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

const isFacts = guardOf(PAPER_FACTS);

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
  const tags = decodeTags(line.tags, tables.tags);
  const related = decodeRelated(line.related, tables);
  if (!tags || !related || !isFacts(line)) return undefined;
  return { ...pick(PAPER_FACTS.fields, line), tags, related };
}
