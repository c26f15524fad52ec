/** A web with a short listing, for tests that need an entry of each sort and nothing more. */
import { KNOWN, UNKNOWN } from '../../support/pages';
import { FIXTURE_WEB, type Web } from '../../support/web';

/** A paper of the catalogue and one that is not in it. */
const LISTING = `<!doctype html><title>Computer Vision</title><div id="content"><div id="dlpage"><h1>CV</h1><dl id="articles">${[
  KNOWN,
  UNKNOWN,
]
  .map(
    ({
      id,
      title,
      abstract,
    }) => `<dt><a name="item1">[1]</a> <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a></dt>
<dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${title}</div><p class="mathjax">${abstract}</p></div></dd>`,
  )
  .join('')}</dl></div></div>`;

/** Answers with the listing at /list/cs.CV/recent. */
export const SHORT_LISTING_WEB: Web = (url) =>
  url.pathname === '/list/cs.CV/recent'
    ? { contentType: 'text/html; charset=utf-8', body: LISTING }
    : FIXTURE_WEB(url);
