/** The links of a paper: printed in abstract and comments, or stated by the page; all pass the link rules. */
import { findLinks, linkKind, parseLink } from '../links';
import type { Located, PaperLink, PaperText } from '../paper';

/** The same for all spellings of an address. */
const keyOf = (url: string): string => url.toLowerCase().replace(/(?:\.git)?\/?$/, '');

/** What an address cannot be without, whatever a text did to it: most abstracts are done with at this look. */
const ADDRESS = /http|www\.|hub\.io|lab\.io|\.\s?[a-z]{2,10}\s?\//i;

/** What stands before an address that the authors refer to: somebody else's page, whatever they took from it. */
const REFERRED = /(?:^|[\s([])(?:refs?|references?|cf)\b[.:]{0,2}\s{0,3}$/i;

/** Every outward link once, at its first mention: abstract, then comments, then what the page states. */
export function readLinks(paper: PaperText): Located<PaperLink>[] {
  const links: Located<PaperLink>[] = [];
  const seen = new Set<string>();
  const add = (url: string, start: number, end: number, text: 'abstract' | 'comments' | 'links'): void => {
    const key = keyOf(url);
    if (seen.has(key)) return;
    seen.add(key);
    links.push({ kind: linkKind(url), url, official: true, span: { start, end, text } });
  };
  for (const text of ['abstract', 'comments'] as const) {
    const printed = paper[text] ?? '';
    if (!ADDRESS.test(printed)) continue;
    for (const { url, span } of findLinks(printed)) {
      if (REFERRED.test(printed.slice(Math.max(0, span.start - 16), span.start))) seen.add(keyOf(url));
      else add(url, span.start, span.end, text);
    }
  }
  (paper.links ?? []).forEach((stated, index) => {
    const url = parseLink(stated);
    // The span of a stated link is its place in the list: entry `start`, one entry long.
    if (url !== undefined) add(url, index, index + 1, 'links');
  });
  return links;
}
