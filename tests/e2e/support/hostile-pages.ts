/** Hostile pages at the addresses of papers. Each sets `window.harmed` if one of its attacks ran. */
import type { Answer, Web } from './web';
import { KNOWN, UNKNOWN } from './pages';

/** Runs if it is inserted as markup or followed as an address. */
const SCRIPT = 'top.harmed=1,window.harmed=1';
/** A text of a page that would set `harmed` if it were ever used as markup. */
export const MARKUP = `<img src=x onerror="${SCRIPT}"><script>${SCRIPT}</script></title></textarea><svg onload="${SCRIPT}">`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Parts {
  readonly id?: string;
  readonly title?: string;
  readonly abstract?: string;
  /** Markup in the abstract instead of text. */
  readonly abstractMarkup?: string;
  readonly comments?: string;
  readonly author?: string;
  /** A script that runs before everything else on the page. */
  readonly script?: string;
  readonly after?: string;
}

/** An abstract page with the given texts, escaped, so that the page itself runs none of them. */
function absPage({
  id = UNKNOWN.id,
  title = UNKNOWN.title,
  abstract = UNKNOWN.abstract,
  abstractMarkup = escape(abstract),
  comments = '',
  author = 'Doe, Jane',
  script = '',
  after = '',
}: Parts): string {
  return `<!doctype html><html lang="en"><head><script>${script}</script><title>x</title>
<meta name="citation_title" content="${escape(title)}"><meta name="citation_arxiv_id" content="${escape(id)}">
<meta name="citation_author" content="${escape(author)}"><meta name="citation_date" content="2024/07/11">
<meta name="citation_abstract" content="${escape(abstract)}"></head>
<body><div id="abs-outer"><div class="leftcolumn"><div id="content-inner"><div id="abs">
<h1 class="title mathjax"><span class="descriptor">Title:</span>${escape(title)}</h1>
<div class="authors"><span class="descriptor">Authors:</span><a href="#">${escape(author)}</a></div>
<blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>${abstractMarkup}</blockquote>
<table><tr><td class="tablecell label">Comments:</td><td class="tablecell comments mathjax">${comments}</td></tr></table>
</div></div></div></div>${after}</body></html>`;
}

function huggingFacePage(props: string): string {
  return `<!doctype html><html lang="en"><head><title>x</title></head><body><main>
<div class="SVELTE_HYDRATER contents" data-target="PaperContent" data-props="${escape(props)}">
<section><h1>${escape(MARKUP)}</h1><div><h2>Abstract</h2><p>${escape(MARKUP)}</p></div></section></div></main></body></html>`;
}

const EVIL_LINKS = [
  `javascript:${SCRIPT}`,
  ` java\nscript:${SCRIPT}`,
  `data:text/html,<script>${SCRIPT}</script>`,
  'https://github.com@evil.example/code',
  'https://user:password@github.com/owner/code',
  'https://github.com/owner/code"onmouseover="alert(1)',
  'file:///etc/passwd',
];
const links = EVIL_LINKS.map((href) => `<a href="${escape(href)}">this https URL</a>`).join(' ');

const POLLUTED = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"paper":{"__proto__":{"polluted":1},"id":"${UNKNOWN.id}","title":${JSON.stringify(MARKUP)},"summary":${JSON.stringify(`${MARKUP} We reach an accuracy of 0.91.`)},"authors":[{"name":${JSON.stringify(MARKUP)},"__proto__":{"hidden":false}}],"githubRepo":"javascript:${SCRIPT}","projectPage":"https://user:password@evil.example/","publishedAt":"<b>"}}`;

/** Everything that a page can redefine before our script runs. */
const REDEFINE = `
  const lie = () => { throw new Error('redefined'); };
  for (const [of, names] of [
    [Element.prototype, ['attachShadow', 'append', 'remove', 'closest', 'matches', 'setAttribute', 'querySelector', 'querySelectorAll']],
    [Document.prototype, ['createElement', 'querySelector', 'querySelectorAll', 'createTreeWalker']],
    [Array.prototype, ['map', 'filter', 'find', 'flatMap', 'includes']],
    [String.prototype, ['replace', 'match', 'trim', 'split', 'startsWith']],
    [EventTarget.prototype, ['dispatchEvent']],
    [Promise.prototype, ['then']],
    [window, ['MutationObserver', 'URL', 'AbortController', 'fetch', 'requestIdleCallback', 'matchMedia']],
    [JSON, ['parse', 'stringify']],
  ]) for (const name of names) { try { of[name] = lie; } catch {} }`;

const FORGE = `
  const say = (data) => { window.postMessage(data, '*'); };
  const names = ['pageChanged', 'showOnPage', 'closeSidebar', 'toggleSidebar', 'vouch', 'readFacts'];
  setInterval(() => {
    for (const name of names) for (const to of ['page', 'panel', 'background', 'listing', 'card'])
      say({ protocol: 'sidelight/1', to, name, data: { page: { kind: 'abs', paperId: '2405.14839' }, nonce: 'x', anchor: 'x', focus: true } });
    for (const frame of document.querySelectorAll('iframe')) frame.contentWindow?.postMessage({ protocol: 'sidelight/1', to: 'panel', name: 'pageChanged', data: { page: { kind: 'abs', paperId: '2405.14839' } } }, '*');
    for (const target of [document, window, ...document.querySelectorAll('sidelight-sidebar')]) {
      for (const type of ['click', 'keydown', 'pointerenter', 'message', 'pageshow', 'popstate', 'resize', 'focus'])
        target.dispatchEvent(new CustomEvent(type, { detail: { key: 'Escape' } }));
    }
  }, 50);`;

/** Records everything that a page can learn about additions to it: its own policy's reports, timings, events, nodes. */
const WATCH = `
  window.seen = [];
  const note = (...of) => { for (const each of of) { try { window.seen.push(typeof each === 'string' ? each : each.outerHTML ?? JSON.stringify(each) ?? String(each)); } catch {} } };
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy'; meta.content = "frame-src 'none'; img-src 'none'";
  document.head.append(meta);
  document.addEventListener('securitypolicyviolation', (event) => note(event.blockedURI, event.sourceFile, event.documentURI));
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => note(entry.name, entry.toJSON()))).observe({ entryTypes: PerformanceObserver.supportedEntryTypes });
  for (const type of ['load', 'error', 'focus', 'blur', 'focusin', 'pointerover', 'pointerdown', 'click', 'keydown', 'message', 'animationstart', 'transitionend', 'slotchange', 'beforetoggle'])
    window.addEventListener(type, (event) => note(type, ...event.composedPath().filter((node) => node instanceof Element && node.localName.startsWith('sidelight'))), true);
  new MutationObserver((records) => records.forEach(({ addedNodes, target }) => note(...addedNodes, target))).observe(document, { childList: true, subtree: true, attributes: true });`;

const WORDS = 'We reach an accuracy of 83.5% on MIMIC-CXR and code is at https://github.com/owner/code . ';
const LONG_ABSTRACT = WORDS.repeat(Math.ceil(1_000_000 / WORDS.length));

function manyNodes(count: number): string {
  const paragraphs = Array.from(
    { length: count / 4 },
    (_, index) => `<p class="ltx_p"><span>Line <b>${index}</b></span><i>x</i></p>`,
  );
  return `<!doctype html><html><head><title>x</title></head><body><div class="ltx_page_main"><div id="infobox"><div id="watermark-tr">arXiv:${KNOWN.id}v1 [cs.CV]</div></div>
<article class="ltx_document"><h1 class="ltx_title ltx_title_document">x</h1><div class="ltx_abstract"><p class="ltx_p">x</p></div>${paragraphs.join('')}</article></div></body></html>`;
}

/** An entry of a listing with the given id and address. */
const entry = (id: string, title: string, abstract: string): string =>
  `<dt><a href="/abs/${escape(id)}" title="Abstract" id="${escape(id)}">arXiv:${escape(id)}</a></dt>
<dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${escape(title)}</div>
<p class="mathjax">${escape(abstract)}</p></div></dd>`;

/** Entries that attack by title and abstract, by id, by an address of another site, and by their number. */
function hostileListing(): string {
  const rows = [
    entry(UNKNOWN.id, MARKUP, `${MARKUP} We reach an accuracy of 0.91.`),
    entry(MARKUP, 'x', 'We reach an accuracy of 0.91.'),
    entry('__proto__', 'x', 'We reach an accuracy of 0.91.'),
    entry('2408.00001', 'x', 'x').replace('href="', 'href="https://evil.example'),
    entry('2408.00002', 'a$\\'.repeat(100_000), 'a$\\'.repeat(100_000)),
  ];
  return `<!doctype html><html lang="en"><head><title>x</title></head><body><div id="dlpage"><dl id="articles">${rows.join('')}</dl></div></body></html>`;
}

/** Puts an opaque layer over everything that lets clicks pass through. */
export const LAYER = `(() => {
  const layer = document.createElement('div');
  layer.popover = 'manual';
  layer.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;background:#fff;pointer-events:none';
  document.body.append(layer);
  layer.showPopover();
})()`;

/** Puts a button over the window's lower right corner, as other extensions do. */
export const CORNER = `(() => {
  const button = document.createElement('button');
  button.style.cssText = 'position:fixed;right:0;bottom:0;width:40px;height:40px;z-index:2147483647';
  document.documentElement.append(button);
})()`;

/** A frame of another site, such as an advertisement. */
export const THIRD_PARTY = 'https://third.example/frame';

const PAGES: Readonly<Record<string, () => string>> = {
  markup: () =>
    absPage({ title: MARKUP, author: MARKUP, abstract: `${MARKUP} We reach an accuracy of 0.91.` }),
  links: () =>
    absPage({
      abstract: `We release code. ${EVIL_LINKS.join(' ')}`,
      abstractMarkup: `We release code. ${links}`,
      comments: `Code: ${links}`,
    }),
  'id-markup': () => absPage({ id: MARKUP }),
  'id-other': () => absPage({ id: KNOWN.id }),
  long: () => absPage({ abstract: LONG_ABSTRACT }),
  unbroken: () => absPage({ abstract: 'a$\\'.repeat(330_000) }),
  redefined: () => absPage({ id: KNOWN.id, script: REDEFINE }),
  watching: () => absPage({ id: KNOWN.id, script: WATCH }),
  forged: () => absPage({ id: KNOWN.id, script: FORGE }),
  removed: () =>
    absPage({
      id: KNOWN.id,
      script:
        "window.removals = 0; setInterval(() => { for (const host of document.querySelectorAll('sidelight-sidebar')) { host.remove(); removals += 1; } }, 20);",
    }),
  cloned: () =>
    absPage({
      id: KNOWN.id,
      script:
        "const timer = setInterval(() => { const host = document.querySelector('sidelight-sidebar'); if (!host) return; clearInterval(timer); for (let i = 0; i < 5; i += 1) document.body.append(host.cloneNode(true)); }, 20);",
    }),
  none: () => absPage({ id: KNOWN.id }),
  boxed: () =>
    absPage({
      id: KNOWN.id,
      after: '<div id="box" style="opacity:.01;transform:scale(.3)"></div>',
      script:
        "window.takings = 0; setInterval(() => { const host = document.querySelector('sidelight-sidebar'); if (host && host.parentNode !== document.getElementById('box')) { document.getElementById('box').append(host); takings += 1; } }, 20);",
    }),
  layered: () => absPage({ id: KNOWN.id, after: `<script>${LAYER}</script>` }),
  'third-party': () => absPage({ id: KNOWN.id, after: `<iframe src="${THIRD_PARTY}"></iframe>` }),
  nodes: () => manyNodes(60_000),
  listing: hostileListing,
};

/** `?attack=name` at the address of any paper. */
export const HOSTILE_WEB: Web = (url): Answer | undefined => {
  if (url.href === THIRD_PARTY) return { contentType: 'text/html', body: '<!doctype html><title>x</title>' };
  const attack = url.searchParams.get('attack') ?? '';
  const page = url.hostname === 'huggingface.co' ? () => huggingFacePage(POLLUTED) : PAGES[attack];
  return page && { contentType: 'text/html; charset=utf-8', body: page() };
};
