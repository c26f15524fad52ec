/** arXiv's addresses: the routes of its own web applications, and the pages that it has of a paper. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { ScriptedAddresses, SiteAddresses } from '../site';

/**
 * arXiv makes HTML of what is submitted as TeX since December 2023 (https://info.arxiv.org/about/accessible_HTML.html);
 * of older papers it has some, and says so on their abstract pages.
 */
const isSinceHtml = (paperId: PaperId): boolean => /^\d{4}\./.test(paperId) && paperId >= '2312';

// Its own names; national mirrors and the first host's name live on in old links.
const host = /^(?:(?:www|export|browse|aps|[a-z]{2})\.)?arxiv\.org$|^xxx\.lanl\.gov$/;

const rules = {
  abs: ['abs', /^\/abs\/(.+)/],
  pdf: ['pdf', /^\/pdf\/(.+)/],
  // A picture or script of a full text opened alone is no page of the paper.
  html: ['html', /^\/html\/(?!.*\.(?:png|gif|jpe?g|svg|css|js)$)(.+)/i],
  source: ['other', /^\/(?:format|src|e-print|ps|dvi|bibtex)\/(.+)/],
  list: ['listing', /^\/list\/[^/]+\/[^/]/],
  catchup: ['listing', /^\/catchup\/[^/]+\/\d{4}-\d\d-\d\d/],
  // Both as their forms send them, before arXiv redirects to the addresses above.
  form: ['listing', /^\/(?:list|catchup)\/?$/, /[?&](?:archive|subject)=\w/],
  author: ['listing', /^\/a\/[^/.]+(?:\.html)?$/],
  search: ['search', /^\/search(?:\/|$)/],
} as const;

// The live hosts; the others redirect to one of them.
const runsOn = {
  hosts: ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org', 'browse.arxiv.org'],
  // Links with a slash too many are about, and arXiv serves them.
  papers: ['abs/', 'pdf/', 'html/', '/abs/', '/pdf/'],
  listings: ['list/', 'catchup', 'a/', 'search'],
} as const;

/** What the script on every page carries of it. */
export const scripted = {
  id: 'arxiv',
  label: 'arXiv',
  host,
  rules,
  runsOn,
} as const satisfies ScriptedAddresses;

/** What arXiv's addresses stand for. */
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
