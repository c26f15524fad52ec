/** The web for tests: returns the response for an address. */
import { pdfFile } from '@/lib/cli/demo/pdf';
import { absPage, htmlPage, huggingFacePage, PAPERS, scaffoldPage } from './pages';

/** A response; its status is 200 if absent. */
export interface Answer {
  readonly status?: number;
  readonly contentType: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The response of an address; undefined: not found. */
export type Web = (url: URL) => Answer | undefined;

const html = (body: string): Answer => ({ contentType: 'text/html; charset=utf-8', body });

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The strictest possible policy of a page: no scripts and no frames; only its own style is allowed. */
const STRICT = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'none'; script-src 'none'",
};

/** Our own pages at the real addresses of papers; `?policy=strict` adds a content security policy. */
export const FIXTURE_WEB: Web = (url) => {
  const answer = pageAt(url);
  return answer && url.searchParams.get('policy') === 'strict' ? { ...answer, headers: STRICT } : answer;
};

function pageAt(url: URL): Answer | undefined {
  const [, kind, rest = ''] = /^\/(abs|pdf|html|papers|list)\/(.*)$/.exec(url.pathname) ?? [];
  if (rest.endsWith('.png')) return { contentType: 'image/png', body: PNG };
  const id = rest.replace(/(v\d+)?(\.pdf)?$/, '');
  const paper = PAPERS.find((each) => each.id === id);
  const states = url.searchParams.get('states');
  if (kind === 'list' || url.pathname === '/') return html('<!doctype html><title>List</title><h1>List</h1>');
  if (url.hostname === 'huggingface.co' && kind === 'papers' && rest.startsWith('date/')) {
    return html(
      huggingFacePage(PAPERS[0] ?? { id: '', title: '', abstract: '' }).replaceAll(
        'PaperContent',
        'DailyPapers',
      ),
    );
  }
  if (!paper) return undefined;
  if (kind === 'abs') return html(absPage(paper, states === null ? {} : { states }));
  if (kind === 'html') return html(url.searchParams.has('scaffold') ? scaffoldPage(paper) : htmlPage(paper));
  if (kind === 'pdf') return { contentType: 'application/pdf', body: pdfFile(paper.title) };
  return url.hostname === 'huggingface.co' ? html(huggingFacePage(paper)) : undefined;
}
