/**
 * The address rules: which address stands for which page. Sources are the
 * routes of arXiv's own web applications and of Hugging Face's paper pages.
 * `rule-examples.ts` shows each rule's addresses; no address fits two rules.
 */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { Page, PageKind } from '@/lib/domain/page';

/**
 * One rule. The path is tested decoded; a first group in it holds what must be
 * an arXiv id. The query is tested where the path alone does not tell.
 */
export type AddressRule = readonly [
  kind: Exclude<PageKind, 'none'>,
  host: RegExp,
  path: RegExp,
  query?: RegExp | undefined,
];

/** arXiv under its own names; national mirrors and the first host's name live on in old links. */
const ARXIV = /^(?:(?:www|export|browse|aps|[a-z]{2})\.)?arxiv\.org$|^xxx\.lanl\.gov$/;
const AR5IV = /^ar5iv(?:\.labs\.arxiv)?\.org$/;
const HUGGING_FACE = /^huggingface\.co$/;

/** All rules by name; the order does not matter, since no address fits two. */
export const ADDRESS_RULES = {
  abs: ['abs', ARXIV, /^\/abs\/+(.+)/],
  pdf: ['pdf', ARXIV, /^\/pdf\/+(.+)/],
  // A picture or script of a full text opened alone is no face of the paper.
  html: ['html', ARXIV, /^\/html\/+(?!.*\.(?:png|gif|jpe?g|svg|css|js)$)(.+)/i],
  source: ['other', ARXIV, /^\/(?:format|src|e-print|ps|dvi|bibtex)\/+(.+)/],
  ar5iv: ['other', AR5IV, /^\/(?:html|abs)\/+(.+)/],
  list: ['listing', ARXIV, /^\/list\/[^/]+\/[^/]/],
  catchup: ['listing', ARXIV, /^\/catchup\/[^/]+\/\d{4}-\d\d-\d\d/],
  // Both as their forms send them, before arXiv redirects to the addresses above.
  form: ['listing', ARXIV, /^\/(?:list|catchup)\/?$/, /[?&](?:archive|subject)=\w/],
  author: ['listing', ARXIV, /^\/a\/[^/.]+(?:\.html)?$/],
  search: ['search', ARXIV, /^\/search(?:\/|$)/],
  paper: ['hf-paper', HUGGING_FACE, /^\/papers\/([^/]+(?:\/\d{7})?)\/?$/],
  papers: ['hf-daily', HUGGING_FACE, /^\/papers(?:\/trending)?\/?$/],
  period: [
    'hf-daily',
    HUGGING_FACE,
    /^\/papers\/(?:date\/\d{4}-\d\d-\d\d|week\/\d{4}-W\d\d?|month\/\d{4}-\d\d)\/?$/,
  ],
} as const satisfies Record<string, AddressRule>;

/** The id at the head of a path: one part, or two for old ids; what follows it is a page within the face. */
function idIn(path: string): ReturnType<typeof parseArxivId> {
  const [first = '', second = ''] = path
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/\.pdf$/i, ''));
  return parseArxivId(first) ?? parseArxivId(`${first}/${second}`);
}

/** The page that a rule makes of an address, or undefined where it does not fit. `decoded` is its path. */
export function applyRule(
  [kind, host, path, query]: AddressRule,
  url: URL,
  decoded: string,
): Page | undefined {
  // `host` holds a port that is not the usual one: then it is some other server.
  const match = host.test(url.host) && query?.test(url.search) !== false && path.exec(decoded);
  if (!match) return undefined;
  if (match[1] === undefined) return { kind };
  const found = idIn(match[1]);
  return found && { kind, paperId: found.id, version: found.version };
}
