/**
 * The catalogue as it ships: `catalogue.ndjson`, a header line and one JSON line per paper, and
 * `taxonomy.json`, the tags that none of these papers has but other papers may. A page asks for one paper, so
 * that only its line is parsed.
 */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { isRecord } from '@/lib/domain/is-record';
import { decodePaper } from './lines';
import { isStrings } from '@/lib/domain/paper-guards';
import { isReason, type Reason } from '@/lib/domain/related/reason';
import { list } from '@/lib/domain/guard';
import { decodeTag } from './tag-lines';
import type { CataloguePaper, TagDefinition } from '@/lib/domain/paper';

/** Incremented when code for the old format would misread the new one. */
export const CATALOGUE_FORMAT = 1;

/** Facts about the catalogue. */
interface CatalogueHeader {
  /** Version of the contents, for people: "2026.1". */
  readonly version: string;
  /** Date of the newest fact in it, `YYYY-MM-DD`. */
  readonly date: string;
  /** Number of papers. */
  readonly count: number;
  /** Number of reported results of all its papers. */
  readonly results: number;
  /** Number of papers with a link to code. */
  readonly withCode: number;
}

/** The tags by which papers are described, in the catalogue or not. */
export interface Taxonomy {
  /** All tags, those of the catalogue's papers first. Parsed on first use. */
  readonly tags: readonly TagDefinition[];
  /** The tag with this id; undefined if there is none. */
  tag(id: string): TagDefinition | undefined;
}

/** A line that could not be read; it does not affect the others. */
interface CatalogueFault {
  /** From 1; the header is line 1. 0 means the taxonomy file. */
  readonly line: number;
  readonly message: string;
}

/** The opened catalogue; lines are parsed on first use. */
export interface Catalogue {
  readonly header: CatalogueHeader;
  /** All papers, in the catalogue's order. */
  readonly ids: readonly PaperId[];
  /** One paper; undefined if the catalogue does not have it or its line is damaged (see `faults`). */
  get(id: string): CataloguePaper | undefined;
  /** All papers whose lines can be read, in order. Parses the whole catalogue. */
  all(): readonly CataloguePaper[];
  readonly taxonomy: Taxonomy;
  /** Damaged lines found so far. */
  readonly faults: readonly CatalogueFault[];
}

/** The catalogue, or the reason why the text is not one; damaged lines alone are no reason. */
type CatalogueResult =
  { readonly ok: true; readonly catalogue: Catalogue } | { readonly ok: false; readonly message: string };

const areReasons = list(isReason);

interface Header extends Omit<CatalogueHeader, 'count'> {
  readonly ids: readonly PaperId[];
  readonly reasons: readonly Reason[];
  /** The tags of its papers. */
  readonly tags: readonly TagDefinition[];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Invalid JSON means a damaged file, which the caller reports.
    return undefined;
  }
}

function parseHeader(text: string): Header | string {
  const header = parseJson(text);
  if (!isRecord(header)) return 'its first line is no header';
  if (header.format !== CATALOGUE_FORMAT)
    return `its format is ${String(header.format)}, not ${CATALOGUE_FORMAT}`;
  const { version, date, results, withCode, ids, reasons, tags } = header;
  if (typeof version !== 'string' || typeof date !== 'string') return 'its header has no version or date';
  if (typeof results !== 'number' || typeof withCode !== 'number') return 'its header has no counts';
  if (!isStrings(ids) || !areReasons(reasons) || !Array.isArray(tags)) return 'its header is incomplete';
  const canonical = ids.flatMap((id) => parseArxivId(id)?.id ?? []);
  const definitions = tags.flatMap((tag: unknown) => decodeTag(tag) ?? []);
  if (canonical.length !== ids.length) return 'its header has an id that is none';
  if (definitions.length !== tags.length) return 'its header has a tag that cannot be read';
  return { version, date, results, withCode, ids: canonical, reasons, tags: definitions };
}

/** The tags of `taxonomy.json`; undefined if the text is not such a file. */
function parseTaxonomy(text: string): TagDefinition[] | undefined {
  const taxonomy = parseJson(text);
  if (!isRecord(taxonomy) || taxonomy.format !== CATALOGUE_FORMAT || !Array.isArray(taxonomy.tags))
    return undefined;
  const tags = taxonomy.tags.flatMap((tag: unknown) => decodeTag(tag) ?? []);
  return tags.length === taxonomy.tags.length ? tags : undefined;
}

/**
 * Opens the text of `catalogue.ndjson`, and that of `taxonomy.json` where papers outside the catalogue are
 * read too. Only the header is parsed; each paper is parsed once, on first use. The message says what is
 * wrong with a file that cannot be used at all.
 */
export function parseCatalogue(text: string, taxonomyText = ''): CatalogueResult {
  const lines = text.split('\n');
  const parsed = parseHeader(lines[0] ?? '');
  // What was parsed is forgotten: lines are views of the whole text, which is freed when all papers have been read.
  lines[0] = '';
  let unreadTags = taxonomyText;
  if (typeof parsed === 'string') return { ok: false, message: `The catalogue cannot be read: ${parsed}.` };
  const { ids, tags: used } = parsed;
  const lineOf = new Map<string, { readonly id: PaperId; readonly line: number }>(
    ids.map((id, index) => [id, { id, line: index + 1 }]),
  );
  const tables = { ids, tags: used, reasons: parsed.reasons };
  const usedById = new Map(used.map((tag) => [tag.id, tag]));
  const papers = new Map<string, CataloguePaper | undefined>();
  const faults: CatalogueFault[] = [];

  let others: readonly TagDefinition[] | undefined;
  const otherTags = (): readonly TagDefinition[] => {
    if (others) return others;
    const read = unreadTags === '' ? [] : parseTaxonomy(unreadTags);
    unreadTags = '';
    if (!read) faults.push({ line: 0, message: 'the taxonomy cannot be read' });
    others = read ?? [];
    return others;
  };
  let whole: readonly TagDefinition[] | undefined;
  const taxonomy: Taxonomy = {
    get tags() {
      // Always the same array, since callers use it as a cache key.
      whole ??= [...used, ...otherTags()];
      return whole;
    },
    tag: (id) => usedById.get(id) ?? otherTags().find((tag) => tag.id === id),
  };
  const { version, date, results, withCode } = parsed;

  const get = (id: string): CataloguePaper | undefined => {
    if (papers.has(id)) return papers.get(id);
    const found = lineOf.get(id);
    if (found === undefined) return undefined;
    const paper = decodePaper(parseJson(lines[found.line] ?? ''), tables, found.id);
    if (!paper) faults.push({ line: found.line + 1, message: `the line of ${id} cannot be read` });
    lines[found.line] = '';
    papers.set(id, paper);
    return paper;
  };
  return {
    ok: true,
    catalogue: {
      header: { version, date, results, withCode, count: ids.length },
      ids,
      get,
      all: () => ids.flatMap((id) => get(id) ?? []),
      taxonomy,
      faults,
    },
  };
}
