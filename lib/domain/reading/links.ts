/** The links of a paper: printed in abstract and comments, or stated by the page; all pass the link rules. */
import { findLinks, linkKind, parseLink } from '../links';
import type { Located, PaperLink, PaperText } from '../paper';

/** No address is without a slash, but for `www.…` and the sites of forges: most abstracts are done with at this look. */
const holdsAddress = (text: string): boolean => text.includes('/') || /www\.|hub\.io|lab\.io/i.test(text);

/** Every outward link once, at its first mention: abstract, then comments, then what the page states. */
export function readLinks(paper: PaperText): Located<PaperLink>[] {
  const links: Located<PaperLink>[] = [];
  const seen = new Set<string>();
  const add = (url: string, start: number, end: number, text: 'abstract' | 'comments' | 'links'): void => {
    const key = url.toLowerCase().replace(/(?:\.git)?\/?$/, '');
    if (seen.has(key)) return;
    seen.add(key);
    links.push({ kind: linkKind(url), url, official: true, span: { start, end, text } });
  };
  for (const text of ['abstract', 'comments'] as const) {
    const printed = paper[text] ?? '';
    if (!holdsAddress(printed)) continue;
    for (const { url, span } of findLinks(printed)) add(url, span.start, span.end, text);
  }
  (paper.links ?? []).forEach((stated, index) => {
    const url = parseLink(stated);
    // The span of a stated link is its place in the list: entry `start`, one entry long.
    if (url !== undefined) add(url, index, index + 1, 'links');
  });
  return links;
}
