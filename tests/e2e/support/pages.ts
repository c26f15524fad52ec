/** Small pages of our own at real addresses, with the parts by which papers are recognised. */

import { readFileSync } from 'node:fs';

/** A paper of the web for tests. */
export interface FakePaper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly version?: number;
}

/** A paper in the catalogue. */
export const KNOWN: FakePaper = {
  id: '2407.08410',
  title: 'A paper of the catalogue',
  abstract:
    'A stand-in for the real abstract. It does disease staging (F1 score of $0.63$ vs. 0.11) and more.',
};

/** Another one, to navigate to. */
export const OTHER: FakePaper = {
  id: '2405.14839',
  title: 'Another paper of the catalogue',
  abstract: 'A second abstract with a number, 42.0 points.',
};

/** A paper that is not in the catalogue. */
export const UNKNOWN: FakePaper = {
  id: '1706.03762',
  title: 'A paper that is in no catalogue of ours',
  abstract: 'We segment lesions in chest X-ray images of patients and reach an AUROC of 0.91 on MIMIC-CXR.',
};

/** The title of a paper in the catalogue, as the panel shows it. */
export function catalogueTitle({ id }: { readonly id: string }): string {
  const record: unknown = JSON.parse(readFileSync(`data/papers/${id}.json`, 'utf8'));
  return typeof record === 'object' && record !== null && 'title' in record ? String(record.title) : '';
}

/** All papers of the web for tests that have pages of their own. */
export const PAPERS: readonly FakePaper[] = [KNOWN, OTHER, UNKNOWN];

const FILLER = Array.from(
  { length: 60 },
  (_, line) => `<p class="filler">Line ${line} of the page.</p>`,
).join('');

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** An abstract page. `states` makes the document state another id than its address. */
export function absPage(paper: FakePaper, { states = paper.id } = {}): string {
  return `<!doctype html><html lang="en"><head><title>[${paper.id}] ${paper.title}</title>
<meta name="citation_title" content="${paper.title}"><meta name="citation_arxiv_id" content="${states}">
<meta name="citation_abstract" content="${escapeAttribute(paper.abstract)}"><meta name="citation_author" content="Doe, Jane"><meta name="citation_date" content="2024/07/11">
<style>body { margin: 0; font: 14px/1.4 sans-serif } #abs { padding: 20px; max-width: 60em }</style></head>
<body><header style="height:52px;background:#1c1a17;color:#fff">header</header>
<div id="abs-outer"><div class="leftcolumn"><div id="content-inner"><div id="abs">
<h1 class="title mathjax"><span class="descriptor">Title:</span>${paper.title}</h1>
<div class="authors"><span class="descriptor">Authors:</span><a href="#">Jane Doe</a></div>
<blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>${paper.abstract}</blockquote>
</div></div></div></div><input id="typing" aria-label="Typing">${FILLER}</body></html>`;
}

/** The layout of arXiv's full texts since 2026: columns that never shrink, a drawer, a link to leave reading mode. */
const SCAFFOLD_STYLE = `:root { --nav-width: 13rem; --main-width: 52rem } header { display: flex; justify-content: end }
@media (min-width: 1280px) { body { display: grid; grid-template-columns: 1fr var(--nav-width) var(--main-width) var(--nav-width) 1fr }
header { grid-column: 1 / -1 } .ltx_page_navbar { grid-column: 2 } .ltx_page_main { grid-column: 3 } }
@media (max-width: 1279px) { .ltx_page_navbar { position: fixed; top: 40px; right: 0; width: 320px } }
#disable-reading-mode-btn { position: fixed; top: 12px; right: 120px }`;

/** A full text in that layout. */
export function scaffoldPage(paper: FakePaper): string {
  const parts = `<header class="arxiv-html-header"><a href="#">PDF</a> <button>Theme</button></header>
<nav class="ltx_page_navbar"><a href="#">Methods</a></nav><div id="fixed-buttons-container"><a id="disable-reading-mode-btn" href="#">Back</a></div>`;
  return htmlPage(paper)
    .replace('</head>', `<style>${SCAFFOLD_STYLE}</style></head>`)
    .replace('<div class="ltx_page_main">', `${parts}$&`);
}

/** A full text with a button fixed at the position of arXiv's own. */
export function htmlPage(paper: FakePaper): string {
  return `<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>${paper.title}</title>
<style>html[data-theme=dark] body { background: #282623; transition: background-color 80ms }</style>
<base href="/html/${paper.id}v1/"></head><body style="margin:0">
<div class="ltx_page_main"><div id="infobox"><div id="watermark-tr">arXiv:${paper.id}v1 [cs.CV] 11 Jul 2024</div></div>
<div class="ltx_page_content"><article class="ltx_document"><h1 class="ltx_title ltx_title_document">${paper.title}</h1>
<div class="ltx_abstract"><h6 class="ltx_title ltx_title_abstract">Abstract</h6><p class="ltx_p">${paper.abstract}</p></div>
</article></div></div><button id="openForm" style="position:fixed;bottom:20px;right:20px;width:140px;height:30px">Report</button>
${FILLER}</body></html>`;
}

/** The part of a Hugging Face page that changes with the paper. */
function islandOf(paper: FakePaper): string {
  const props = JSON.stringify({
    paper: {
      id: paper.id,
      title: paper.title,
      summary: paper.abstract,
      authors: [],
      publishedAt: '2024-07-11',
    },
  });
  return `<div class="SVELTE_HYDRATER contents" data-target="PaperContent" data-props="${escapeAttribute(props)}">
<section><h1>${paper.title}</h1><div><h2>Abstract</h2><p>${paper.abstract}</p></div></section></div>`;
}

/**
 * A Hugging Face paper page. Its script renders the island again after loading, as hydration does, and navigates
 * within the page by `goTo(id)`, where the DOM lags behind the address.
 */
export function huggingFacePage(paper: FakePaper): string {
  const islands = JSON.stringify(Object.fromEntries(PAPERS.map((each) => [each.id, islandOf(each)])));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Paper page</title>
<style>body { background: #fff } html.dark body { background: oklch(0.13 0.03 262) }</style></head>
<body class="PaperPage" style="margin:0"><div class="flex min-h-dvh flex-col">
<main class="flex flex-1 flex-col">${islandOf(paper)}</main></div>${FILLER}
<script>
const islands = ${islands.replaceAll('<', '\\u003c')};
const render = (id) => { document.querySelector('main').innerHTML = islands[id] ?? '<h1>Nothing</h1>'; };
setTimeout(() => { render('${paper.id}'); window.hydrated = true; }, 100);
window.goTo = (id, lag = 30) => {
  history.pushState({ id }, '', '/papers/' + id);
  setTimeout(() => render(id), lag);
};
window.addEventListener('popstate', () => render(location.pathname.split('/')[2]));
</script></body></html>`;
}
