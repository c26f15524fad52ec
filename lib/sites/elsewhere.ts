/**
 * Sites of which only addresses are known: following or pasting one leads to its paper. No script runs there,
 * and no permission is needed. A site is one line.
 */
import type { SiteAddresses } from './site';

/**
 * The site's name; the address of a paper's page; whether a link there is `offered`, because the site has all
 * papers of arXiv, or its addresses are only `known`; and a pattern for its paths with the id in the first
 * group, if they differ from that address.
 */
type Line = readonly [
  label: string,
  page: `https://${string}/${string}{id}`,
  jump: 'offered' | 'known',
  path?: RegExp,
];

/** All of them, in the order in which jumps are offered. */
// A site is one line, however long.
// prettier-ignore
export const LINES: readonly Line[] = [
  ['Hugging Face, short', 'https://hf.co/papers/{id}', 'known'],
  ['alphaXiv', 'https://www.alphaxiv.org/abs/{id}', 'offered', /^\/[a-z]+\/(.+)/],
  ['Papers with Code', 'https://paperswithcode.co/paper/{id}', 'known'],
  ['papers.cool', 'https://papers.cool/arxiv/{id}', 'offered'],
  ['SciRate', 'https://scirate.com/arxiv/{id}', 'offered'],
  ['Emergent Mind', 'https://www.emergentmind.com/papers/{id}', 'known'],
  ['DOI', 'https://doi.org/10.48550/arXiv.{id}', 'known'],
];

/** The address of a paper's page on the site. */
const addressIn = (page: string, id: string): string => page.replace('{id}', id);

/** Host names and paths contain no other character that is special in a pattern. */
const escape = (text: string): string => text.replaceAll('.', String.raw`\.`);

/** A site without pages for the sidebar. */
type ElsewhereAddresses = SiteAddresses<'other'> & { readonly pages: readonly [] };

/** The address rules of a line: its host with or without `www.`, its path in any case. */
export function addressesIn([label, page, jump, ownPath]: Line): ElsewhereAddresses {
  // Not parsed as a URL: scripts on pages do this for all lines when they start.
  const [, , host = '', ...path] = addressIn(page, '').split('/');
  const bare = host.replace(/^www\./, '');
  return {
    id: bare,
    label,
    host: new RegExp(String.raw`^(?:[a-z]+\.)?${escape(bare)}$`),
    rules: { page: ['other', ownPath ?? new RegExp(`^/${escape(path.join('/'))}(.+)`, 'i')] },
    pages: [],
    jump: jump === 'offered' ? addressIn(page, '') : undefined,
  };
}

/** Example addresses of a line, with ids of both schemes. */
export function examplesIn([, page]: Line): readonly string[] {
  return [addressIn(page, '1706.03762v7'), addressIn(page, 'hep-th/9901001')];
}
