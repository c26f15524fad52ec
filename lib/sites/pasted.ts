/**
 * Finds the paper meant by a pasted text: an address, an id, or a text that quotes one. It understands more
 * than the address rules, since it only leads to papers: copies of arXiv in archives and translations, and
 * records that name ids.
 */
import { parseArxivId, type PaperId } from '@/lib/domain/arxiv-id';
import { pageOf, type Page } from './pages';

/** The longest text that is searched. */
const LONGEST_TEXT = 20_000;
/** The longest address that is tried. */
const LONGEST_ADDRESS = 500;

/**
 * Where an address may begin: with its scheme or its host, also within another address, as in
 * `web.archive.org/web/2024/https://arxiv.org/…`. Text before an `@` is not a host.
 */
const STARTS = /https?:\/\/|(?<![\w.@-])(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,10}\//gi;
const END = /[\s<>"'()[\]{}|\\]/;

/** Semantic Scholar's addresses for papers of arXiv: `/arxiv/ID`, and `/arXiv:ID` in its API. */
const SEMANTIC_SCHOLAR = /^https?:\/\/(?:[a-z]+\.)?semanticscholar\.org\/(?:[\w/]*\/)?arxiv[:/]([^?#]+)/i;

/**
 * An id that is marked as one: by its prefix, as on the stamp on a first page or in a record's identifier
 * (https://info.arxiv.org/help/oa/index.html), in arXiv's own DOIs, or in BibTeX
 * (https://info.arxiv.org/help/hypertex/bibstyles/index.html).
 */
const NAMED_ID =
  /\b(?:arxiv(?:\.org)?:\s?|10\.48550\/arxiv\.|eprint\s{0,3}=\s{0,3}[{"]?)([\w.-]+(?:\/\d+(?:v\d+)?)?)/i;

/** A filter of the query language: `has:code`. */
const FILTER = /^-?[a-z]+:[^\s/]/i;

/**
 * Punctuation that is copied along at both ends of a word. A run is matched only from its start, which keeps
 * this linear.
 */
const EDGES = /^[<>"'()[\]{},;]+|(?<![<>"'()[\]{}.,;:!?])[<>"'()[\]{}.,;:!?]+$/g;

const trimEdges = (text: string): string => text.replace(EDGES, '');

/** An id written in full; with fewer digits it is still being typed. */
function readFullId(text: string): ReturnType<typeof parseArxivId> {
  const found = parseArxivId(trimEdges(text));
  return found && text.includes(found.id.slice(found.id.indexOf('/') + 1)) ? found : undefined;
}

/** An id alone names a paper, but not which page of it. */
function pageOfId(text: string | undefined): Page | undefined {
  const found = readFullId(text ?? '');
  return found && { kind: 'other', paperId: found.id, version: found.version };
}

/** Google Translate serves pages under the host's name with hyphens for dots: `arxiv-org.translate.goog`. */
function untranslate(address: string): string {
  return address.replace(
    /^(https?:\/\/)([\w-]{1,100})\.translate\.goog\//i,
    (_, scheme: string, host: string) =>
      `${scheme}${host.replaceAll('--', '\n').replaceAll('-', '.').replaceAll('\n', '-')}/`,
  );
}

/** The page of the first address in a text that names a paper; undefined if none does. */
function findAddress(text: string): Page | undefined {
  for (const { 0: start, index } of text.matchAll(STARTS)) {
    const rest = text.slice(index, index + LONGEST_ADDRESS);
    const end = rest.search(END);
    const written = trimEdges(end === -1 ? rest : rest.slice(0, end));
    const address = /^https?:/i.test(start) ? written : `https://${written}`;
    const page = pageOf(untranslate(address));
    const found = page.paperId ? page : pageOfId(SEMANTIC_SCHOLAR.exec(address)?.[1]);
    if (found) return found;
  }
  return undefined;
}

/** An id that is a word of the text; undefined if the text is a query with filters. */
function findLoneId(text: string): Page | undefined {
  const words = text.split(/[\s<>"'()[\]{},;|]+/);
  if (words.some((word) => FILTER.test(word))) return undefined;
  for (const word of words) {
    const page = pageOfId(word);
    if (page) return page;
  }
  return undefined;
}

/**
 * The page for a pasted text: the first one that it names, of kind `other` if it is only an id; undefined if
 * there is none.
 */
export function findPastedPage(pasted: string): Page | undefined {
  const text = pasted.trim().slice(0, LONGEST_TEXT);
  return (
    findAddress(text) ??
    // Percent-encoded, as in the query of another address.
    findAddress(text.replaceAll(/%3A/gi, ':').replaceAll(/%2F/gi, '/')) ??
    pageOfId(NAMED_ID.exec(text)?.[1]) ??
    findLoneId(text)
  );
}

/** The page that a single word names: an address, a marked id, or an id alone; undefined if it names none. */
export function findPageOfWord(word: string): Page | undefined {
  return findAddress(word) ?? pageOfId(NAMED_ID.exec(word)?.[1]) ?? pageOfId(word);
}

/** An address with or without its scheme. */
const LONE_ADDRESS = /^(?:https?:\/\/|(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,10}\/)\S*$/i;
const DOI = /^(?:doi:\s?|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/[^\s?#]+)$/i;

/** What a pasted text that names no paper is, if it is no query. */
interface LoneAddress {
  readonly address: string;
  /** Ids that are parts of it, in the form that they have on arXiv; of another site, they may be of anything. */
  readonly ids: readonly PaperId[];
  /** In lower case; undefined if it is no DOI. */
  readonly doi: string | undefined;
}

/** Reads a text that is a single address or DOI; undefined for every other text. */
export function readLoneAddress(pasted: string): LoneAddress | undefined {
  const address = trimEdges(pasted.trim());
  const doi = DOI.exec(address)?.[1]?.toLowerCase();
  if (address.length > LONGEST_ADDRESS || (doi === undefined && !LONE_ADDRESS.test(address)))
    return undefined;
  const parts = address.split(/[/?&=#:]/).map((part) => part.replace(/\.pdf$/i, ''));
  const ids = parts.flatMap((part) => readFullId(part)?.id ?? []);
  return { address, ids, doi };
}

/** The paper in a pasted text, whether a pack has it or not; undefined if there is none. */
export function findPastedPaper(pasted: string): PaperId | undefined {
  return findPastedPage(pasted)?.paperId;
}
