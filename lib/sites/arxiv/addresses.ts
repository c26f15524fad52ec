/** arXiv's addresses: the routes of its web applications, and the pages that it has of a paper. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { ScriptedAddresses, SiteAddresses } from '../site';

/**
 * arXiv makes HTML of TeX submissions since December 2023
 * (https://info.arxiv.org/about/accessible_HTML.html). Some older papers have HTML too, which their abstract
 * pages show.
 */
const isSinceHtml = (paperId: PaperId): boolean => /^\d{4}\./.test(paperId) && paperId >= '2312';

// arXiv's own host names; old links use national mirrors and the first host's name.
const host = /^(?:(?:www|export|browse|aps|[a-z]{2})\.)?arxiv\.org$|^xxx\.lanl\.gov$/;

const rules = {
  abs: ['abs', /^\/abs\/(.+)/],
  pdf: ['pdf', /^\/pdf\/(.+)/],
  // A picture or script of a full text, opened alone, is not a page of the paper.
  html: ['html', /^\/html\/(?!.*\.(?:png|gif|jpe?g|svg|css|js)$)(.+)/i],
  source: ['other', /^\/(?:format|src|e-print|ps|dvi|bibtex)\/(.+)/],
  list: ['listing', /^\/list\/[^/]+\/[^/]/],
  catchup: ['listing', /^\/catchup\/[^/]+\/\d{4}-\d\d-\d\d/],
  // Forms send these addresses, before arXiv redirects to the ones above.
  form: ['listing', /^\/(?:list|catchup)\/?$/, /[?&](?:archive|subject)=\w/],
  author: ['listing', /^\/a\/[^/.]+(?:\.html)?$/],
  search: ['search', /^\/search(?:\/|$)/],
} as const;

// The hosts in use; the others redirect to one of them.
const runsOn = {
  hosts: ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org', 'browse.arxiv.org'],
  // arXiv also serves links with a doubled slash.
  papers: ['abs/', 'pdf/', 'html/', '/abs/', '/pdf/'],
  listings: ['list/', 'catchup', 'a/', 'search'],
} as const;

/** The part that the script on every page contains. */
export const scripted = {
  id: 'arxiv',
  label: 'arXiv',
  host,
  rules,
  runsOn,
} as const satisfies ScriptedAddresses;

/** arXiv's address rules and pages. */
export const addresses = {
  ...scripted,
  pages: [
    {
      kind: 'abs',
      label: 'Abstract',
      key: 'a',
      prefix: 'https://arxiv.org/abs/',
      hasAbstract: true,
      hasVersions: true,
    },
    {
      kind: 'pdf',
      label: 'PDF',
      key: 'p',
      prefix: 'https://arxiv.org/pdf/',
      hasAbstract: false,
      hasVersions: true,
    },
    {
      kind: 'html',
      label: 'HTML',
      key: 'h',
      prefix: 'https://arxiv.org/html/',
      hasAbstract: true,
      hasVersions: true,
      isUsual: isSinceHtml,
    },
  ],
} as const satisfies SiteAddresses;
