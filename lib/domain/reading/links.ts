/**
 * The links of a paper: printed in the abstract and comments, or stated by the page. All of them pass the
 * rules of `lib/domain/links.ts`.
 */
import { findLinks, linkKind, parseLink } from '../links';
import type { LinkKind, Located, PaperLink, PaperText } from '../paper';

/** A key that is equal for all spellings of an address. */
const keyOf = (url: string): string => url.toLowerCase().replace(/(?:\.git)?\/?$/, '');

/**
 * Parts of which every address has at least one, however a text has mangled it. Most abstracts have none and
 * need no further look.
 */
const ADDRESS = /http|www\.|hub\.io|lab\.io|\.\s?[a-z]{2,10}\s?\//i;

/**
 * Text in front of an address that is cited ("Ref. http://…"): the page of somebody else, not of this paper.
 */
const REFERRED = /(?:^|[\s([])(?:refs?|references?|cf)\b[.:]{0,2}\s{0,3}$/i;

/**
 * Every outward link once, at its first mention; the abstract comes first, then the comments, then what the
 * page states.
 */
export function readLinks(paper: PaperText): Located<PaperLink>[] {
  const links: Located<PaperLink>[] = [];
  const seen = new Set<string>();
  const add = (url: string, kind: LinkKind, span: Located<PaperLink>['span']): void => {
    const key = keyOf(url);
    if (seen.has(key)) return;
    seen.add(key);
    links.push({ kind, url, official: true, span });
  };
  for (const text of ['abstract', 'comments'] as const) {
    const printed = paper[text] ?? '';
    if (!ADDRESS.test(printed)) continue;
    for (const { url, kind, span } of findLinks(printed)) {
      if (REFERRED.test(printed.slice(Math.max(0, span.start - 16), span.start))) seen.add(keyOf(url));
      else add(url, kind, { ...span, text });
    }
  }
  (paper.links ?? []).forEach((stated, index) => {
    const url = parseLink(stated);
    // A stated link has no place in a text: its span is its index in the list, one entry long.
    if (url !== undefined) add(url, linkKind(url), { start: index, end: index + 1, text: 'links' });
  });
  return links;
}
