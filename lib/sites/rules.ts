/**
 * The address rules: which address stands for which page. Sources are the
 * routes of arXiv's own web applications and of Hugging Face's paper pages.
 * `rule-examples.ts` shows each rule's addresses; no address fits two rules.
 */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { Page, PageKind } from '@/lib/domain/page';

export interface AddressRule {
  readonly kind: Exclude<PageKind, 'none'>;
  readonly host: RegExp;
  /** Tested on the decoded path; a first group holds what must be an arXiv id. */
  readonly path: RegExp;
  /** Tested on the query, where the path alone does not tell. */
  readonly query?: RegExp;
}

/** arXiv under its own names; national mirrors and the first host's name live on in old links. */
const ARXIV = /^(?:(?:www|export|browse|aps|[a-z]{2})\.)?arxiv\.org$|^xxx\.lanl\.gov$/;
const AR5IV = /^ar5iv(?:\.labs\.arxiv)?\.org$/;
const HUGGING_FACE = /^huggingface\.co$/;

export const ADDRESS_RULES = {
  abs: { kind: 'abs', host: ARXIV, path: /^\/abs\/+(.+)/ },
  pdf: { kind: 'pdf', host: ARXIV, path: /^\/pdf\/+(.+)/ },
  // A picture or script of a full text opened alone is no face of the paper.
  html: { kind: 'html', host: ARXIV, path: /^\/html\/+(?!.*\.(?:png|gif|jpe?g|svg|css|js)$)(.+)/i },
  source: { kind: 'other', host: ARXIV, path: /^\/(?:format|src|e-print|ps|dvi|bibtex)\/+(.+)/ },
  ar5iv: { kind: 'other', host: AR5IV, path: /^\/(?:html|abs)\/+(.+)/ },
  list: { kind: 'listing', host: ARXIV, path: /^\/list\/[^/]+\/[^/]/ },
  listForm: { kind: 'listing', host: ARXIV, path: /^\/list\/?$/, query: /[?&]archive=\w/ },
  catchup: { kind: 'listing', host: ARXIV, path: /^\/catchup\/[^/]+\/\d{4}-\d\d-\d\d/ },
  catchupForm: { kind: 'listing', host: ARXIV, path: /^\/catchup\/?$/, query: /[?&]subject=\w/ },
  author: { kind: 'listing', host: ARXIV, path: /^\/a\/[^/.]+(?:\.html)?$/ },
  search: { kind: 'search', host: ARXIV, path: /^\/search(?:\/|$)/ },
  paper: { kind: 'hf-paper', host: HUGGING_FACE, path: /^\/papers\/([^/]+(?:\/\d{7})?)\/?$/ },
  papers: { kind: 'hf-daily', host: HUGGING_FACE, path: /^\/papers(?:\/trending)?\/?$/ },
  period: {
    kind: 'hf-daily',
    host: HUGGING_FACE,
    path: /^\/papers\/(?:date\/\d{4}-\d\d-\d\d|week\/\d{4}-W\d\d?|month\/\d{4}-\d\d)\/?$/,
  },
} as const satisfies Record<string, AddressRule>;

/** The id at the head of a path: one part, or two for old ids; what follows it is a page within the face. */
function idIn(path: string): ReturnType<typeof parseArxivId> {
  const [first = '', second = ''] = path
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/\.pdf$/i, ''));
  return parseArxivId(first) ?? parseArxivId(`${first}/${second}`);
}

/** The page that a rule makes of an address, or undefined where it does not fit. `path` is the decoded path. */
export function applyRule(rule: AddressRule, url: URL, path: string): Page | undefined {
  // `host` holds a port that is not the usual one: then it is some other server.
  if (!rule.host.test(url.host) || (rule.query && !rule.query.test(url.search))) return undefined;
  const match = rule.path.exec(path);
  if (!match) return undefined;
  if (match[1] === undefined) return { kind: rule.kind };
  const found = idIn(match[1]);
  return found && { kind: rule.kind, paperId: found.id, version: found.version };
}
