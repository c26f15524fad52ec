/**
 * Encodes one line of the shipped catalogue and decodes it. Tags, related papers and reasons are stored as
 * indexes into lists of the header, which halves the file.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { isRecord } from '@/lib/domain/is-record';
import { PAPER_FACTS } from '@/lib/domain/paper';
import type { CataloguePaper, RelatedPaper, TagDefinition } from '@/lib/domain/paper';
import type { Reason } from '@/lib/domain/related/reason';
import { guardOf, pick } from '@/lib/domain/schema';

/** The header's lists to which the indexes of a line refer. */
interface LineTables {
  readonly ids: readonly PaperId[];
  readonly tags: readonly TagDefinition[];
  readonly reasons: readonly Reason[];
}

const placesOf = (list: readonly string[]): ReadonlyMap<string, number> =>
  new Map(list.map((each, index) => [each, index]));

/**
 * Returns a function that makes the objects of lines; the tables are indexed once for all papers. Every tag,
 * related paper and reason of a paper must be in the tables.
 */
export function lineEncoder(
  tables: LineTables,
): (paper: CataloguePaper) => Readonly<Record<string, unknown>> {
  const tagPlaces = placesOf(tables.tags.map(({ id }) => id));
  const paperPlaces = placesOf(tables.ids);
  const reasonPlaces = placesOf(tables.reasons.map(({ text }) => text));
  return ({ tags, related, ...rest }) => ({
    ...rest,
    tags: tags.map((id) => tagPlaces.get(id)),
    related: related.map(({ id, score, reasons }) => [
      paperPlaces.get(id),
      Math.round(score * 100) / 100,
      ...reasons.map((reason) => reasonPlaces.get(reason.text)),
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

function decodeRelatedPaper(value: unknown, tables: LineTables): RelatedPaper | undefined {
  if (!Array.isArray(value) || !value.every((part) => typeof part === 'number')) return undefined;
  const [at = -1, score = 0, ...numbers]: number[] = value;
  const id = tables.ids[at];
  const reasons = numbers.flatMap((number) => tables.reasons[number] ?? []);
  return id !== undefined && reasons.length > 0 ? { id, score, reasons } : undefined;
}

function decodeRelated(value: unknown, tables: LineTables): RelatedPaper[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const related = value.flatMap((item: unknown) => decodeRelatedPaper(item, tables) ?? []);
  return related.length === value.length ? related : undefined;
}

/**
 * Decodes the object of a line. `id` is the id that the header has at this place; undefined if the line is
 * another paper's, or any part of it is not valid.
 */
export function decodePaper(line: unknown, tables: LineTables, id: PaperId): CataloguePaper | undefined {
  if (!isRecord(line) || line.id !== id) return undefined;
  const tags = decodeTags(line.tags, tables.tags);
  const related = decodeRelated(line.related, tables);
  if (!tags || !related || !isFacts(line)) return undefined;
  return { ...pick(PAPER_FACTS.fields, line), tags, related };
}
