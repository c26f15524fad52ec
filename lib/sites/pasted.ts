/**
 * The paper that a person means by what they paste: an address, an id, or a text that quotes one. More is
 * understood here than as the address of a page, since nothing is shown beside a page for it: copies of
 * arXiv in archives and translations, and records that name its ids.
 */
import { parseArxivId, type PaperId } from '@/lib/domain/arxiv-id';
import { pageOf, type Page } from './pages';

/** Longest text that is looked through; more is no quotation. */
const LONGEST_TEXT = 20_000;
/** Longest address that is tried. */
const LONGEST_ADDRESS = 500;

/**
 * Where an address may begin: with its scheme or with its host, also within another address, as in
 * `web.archive.org/web/2024/https://arxiv.org/…`. What stands before an `@` is no host.
 */
const STARTS = /https?:\/\/|(?<![\w.@-])(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,10}\//gi;
const END = /[\s<>"'()[\]{}|\\]/;

/** Semantic Scholar's own addresses for papers of arXiv: `/arxiv/ID`, in its API `/arXiv:ID`. */
const SEMANTIC_SCHOLAR = /^https?:\/\/(?:[a-z]+\.)?semanticscholar\.org\/(?:[\w/]*\/)?arxiv[:/]([^?#]+)/i;

/**
 * An id that says that it is one: by its prefix, as in the stamp on a first page or a record's identifier
 * (https://info.arxiv.org/help/oa/index.html), in arXiv's own DOIs, or as BibTeX has it
 * (https://info.arxiv.org/help/hypertex/bibstyles/index.html).
 */
const NAMED_ID =
  /\b(?:arxiv(?:\.org)?:\s?|10\.48550\/arxiv\.|eprint\s{0,3}=\s{0,3}[{"]?)([\w.-]+(?:\/\d+(?:v\d+)?)?)/i;

/** A word of the search language: `has:code`. */
const FILTER = /^-?[a-z]+:[^\s/]/i;

/** What a copy takes along at either end of a word. A run is tried from its start only, or it would cost its square. */
const EDGES = /^[<>"'()[\]{},;]+|(?<![<>"'()[\]{}.,;:!?])[<>"'()[\]{}.,;:!?]+$/g;

const trimEdges = (text: string): string => text.replace(EDGES, '');

/** An id written in full; one with fewer digits is still being typed. */
function readFullId(text: string): ReturnType<typeof parseArxivId> {
  const found = parseArxivId(trimEdges(text));
  return found && text.includes(found.id.slice(found.id.indexOf('/') + 1)) ? found : undefined;
}

/** An id by itself names a paper, but no page of it. */
function pageOfId(text: string | undefined): Page | undefined {
  const found = readFullId(text ?? '');
  return found && { kind: 'other', paperId: found.id, version: found.version };
}

/** Google's translations stand under the host's name with its dots as hyphens: `arxiv-org.translate.goog`. */
function untranslate(address: string): string {
  return address.replace(
    /^(https?:\/\/)([\w-]{1,100})\.translate\.goog\//i,
    (_, scheme: string, host: string) =>
      `${scheme}${host.replaceAll('--', '\n').replaceAll('-', '.').replaceAll('\n', '-')}/`,
  );
}

/** The page of the first address in a text that names a paper. */
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

/** An id that is one word of a text; undefined where the text is a query with filters. */
function findLoneId(text: string): Page | undefined {
  const words = text.split(/[\s<>"'()[\]{},;|]+/);
  if (words.some((word) => FILTER.test(word))) return undefined;
  for (const word of words) {
    const page = pageOfId(word);
    if (page) return page;
  }
  return undefined;
}

/** What a pasted text stands for: the first page that it names, of the kind `other` where it is an id alone. */
export function findPastedPage(pasted: string): Page | undefined {
  const text = pasted.trim().slice(0, LONGEST_TEXT);
  return (
    findAddress(text) ??
    // As an address within another one's query.
    findAddress(text.replaceAll(/%3A/gi, ':').replaceAll(/%2F/gi, '/')) ??
    pageOfId(NAMED_ID.exec(text)?.[1]) ??
    findLoneId(text)
  );
}

/** The page that a word of a text names: an address, an id that says that it is one, or an id alone. */
export function findPageOfWord(word: string): Page | undefined {
  return findAddress(word) ?? pageOfId(NAMED_ID.exec(word)?.[1]) ?? pageOfId(word);
}

/** The paper that a pasted text names, known to us or not. */
export function findPastedPaper(pasted: string): PaperId | undefined {
  return findPastedPage(pasted)?.paperId;
}
