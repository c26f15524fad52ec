/**
 * Parses the list of verified identifiers for a listing: one entry for each paper with its arXiv id, and
 * authors, venue, DOI and links where known.
 */
import { z } from 'zod';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PaperLink } from '@/lib/domain/paper';
import { LINK_KINDS } from '@/lib/domain/paper';
import { parseLink } from '@/lib/domain/links';

const identifierSchema = z.object({
  title: z.string().min(1),
  arxivId: z.string(),
  authors: z.array(z.string().min(1)).nullish(),
  venue: z.string().min(1).nullish(),
  doi: z.string().min(1).nullish(),
  links: z.array(z.object({ kind: z.string(), url: z.string(), official: z.boolean() })).default([]),
  note: z.string().nullish(),
});

/** Verified facts about a paper besides those in the listing. */
export interface Identifier {
  readonly title: string;
  readonly id: PaperId;
  readonly authors?: readonly string[] | undefined;
  readonly venue?: string | undefined;
  readonly doi?: string | undefined;
  readonly links: readonly PaperLink[];
  /** Titles of other versions, as quoted in the entry's note. */
  readonly otherTitles: readonly string[];
}

/** All entries, or the fault of the first invalid one. */
type IdentifiersResult =
  | { readonly ok: true; readonly identifiers: readonly Identifier[] }
  | { readonly ok: false; readonly message: string };

/** `Renamed: arXiv v2 is "…"`, `Journal title: "…"`: a title has at least four words. */
function quotedTitles(note: string, title: string): string[] {
  if (!/\b(?:renamed|title)\b/i.test(note) || /links this title/i.test(note)) return [];
  return Array.from(note.matchAll(/"([^"]{1,300})"/g), (match) => match[1] ?? '').filter(
    (quoted) => quoted.split(' ').length >= 4 && quoted.toLowerCase() !== title.toLowerCase(),
  );
}

/** The kind of link in the catalogue's terms; undefined for unknown words. */
function readKind(kind: string): PaperLink['kind'] | undefined {
  const name = kind === 'dataset' ? 'data' : kind;
  return LINK_KINDS.find((known) => known === name);
}

/** Parses the JSON text of an identifiers file. A message gives the entry (from 1) and its fault. */
export function parseIdentifiers(json: string): IdentifiersResult {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return { ok: false, message: 'the identifiers are not JSON' };
  }
  if (!Array.isArray(data)) return { ok: false, message: 'the identifiers are not a list' };
  const identifiers: Identifier[] = [];
  const seen = new Map<string, number>();
  for (const [index, entry] of data.entries()) {
    const where = `identifiers, entry ${index + 1}`;
    const parsed = identifierSchema.safeParse(entry);
    if (!parsed.success) return { ok: false, message: `${where}: ${z.prettifyError(parsed.error)}` };
    const { title, arxivId, authors, venue, doi, links, note } = parsed.data;
    const id = parseArxivId(arxivId)?.id;
    if (id === undefined) return { ok: false, message: `${where}: "${arxivId}" is no arXiv id` };
    const twin = seen.get(id);
    if (twin !== undefined) return { ok: false, message: `${where}: ${id} already stands in entry ${twin}` };
    seen.set(id, index + 1);
    const read: PaperLink[] = [];
    for (const link of links) {
      const kind = readKind(link.kind);
      const url = parseLink(link.url);
      if (kind === undefined) return { ok: false, message: `${where}: unknown kind of link "${link.kind}"` };
      if (url === undefined) return { ok: false, message: `${where}: "${link.url}" is no link to show` };
      read.push({ kind, url, official: link.official });
    }
    identifiers.push({
      title,
      id,
      authors: authors && authors.length > 0 ? authors : undefined,
      venue: venue ?? undefined,
      doi: doi ?? undefined,
      links: read,
      otherTitles: quotedTitles(note ?? '', title),
    });
  }
  return { ok: true, identifiers };
}
