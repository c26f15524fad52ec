/**
 * Sites of which only addresses are known: following or pasting one leads to its paper. No script of
 * ours runs there, and no permission is asked. A site is one line.
 */
import type { SiteAddresses } from './site';

/**
 * The site's name; the address of a paper's page; whether a jump there is `offered`, because the site has
 * every paper of arXiv's, or its addresses are only `known`; and the paths of its pages, an id in a first
 * group, where they are more than that address shows.
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

/** The address of a paper's page there. */
const addressIn = (page: string, id: string): string => page.replace('{id}', id);

/** Host names and paths have no other sign that means something else in a pattern. */
const escape = (text: string): string => text.replaceAll('.', String.raw`\.`);

/** A site without pages to stand beside. */
type ElsewhereAddresses = SiteAddresses<'other'> & { readonly pages: readonly [] };

/** The addresses that a line stands for: its host with `www.` and the like, its path in any case. */
export function addressesIn([label, page, jump, path]: Line): ElsewhereAddresses {
  const { host, pathname } = new URL(addressIn(page, ''));
  const bare = host.replace(/^www\./, '');
  return {
    id: bare,
    label,
    host: new RegExp(String.raw`^(?:[a-z]+\.)?${escape(bare)}$`),
    rules: { page: ['other', path ?? new RegExp(`^${escape(pathname)}(.+)`, 'i')] },
    pages: [],
    jump: jump === 'offered' ? addressIn(page, '') : undefined,
  };
}

/** Addresses that a line is there for: of both schemes of ids. */
export function examplesIn([, page]: Line): readonly string[] {
  return [addressIn(page, '1706.03762v7'), addressIn(page, 'hep-th/9901001')];
}
