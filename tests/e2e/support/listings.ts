/** Listings of our own, of any length, with the structure of the real ones, at their real addresses. */
import { KNOWN, OTHER, UNKNOWN, type FakePaper } from './pages';
import type { Answer, Web } from './web';

/** How an entry is presented beyond its paper. */
export interface FakeEntry extends FakePaper {
  readonly note?: string;
}

/** A paper whose text gives nothing to annotate. */
export const SILENT: FakePaper = { id: '2408.00001', title: 'On a matter', abstract: 'We think about it.' };
/** The entries of the usual listing: papers of the catalogue, one that can be read, and one that gives nothing. */
export const ENTRIES: readonly FakeEntry[] = [
  KNOWN,
  UNKNOWN,
  { ...OTHER, note: ' (cross-list from cs.CL)' },
  SILENT,
  {
    id: '2408.00003',
    title: 'Cell counting',
    abstract: 'We count cells in microscopy images of patients with an F1 of 0.87.',
    note: ' (replaced)',
  },
];

/** A list of this many entries: every fiftieth is a catalogue paper, all others can be read. */
function manyEntries(count: number): readonly FakeEntry[] {
  return Array.from({ length: count }, (_, index) =>
    index % 50 === 0
      ? { ...KNOWN, title: `Entry ${index}` }
      : {
          id: `2408.${String(90_000 + index)}`,
          title: `Segmentation of thing ${index} in CT images`,
          abstract: `We present network ${index} for the segmentation of organs in computed tomography. On a test set of ${
            100 + index
          } scans it reaches a Dice score of 0.${10 + (index % 89)} where earlier work reaches 0.0${index % 9}, with a tenth of the labels. ${'Training is stable and needs one graphics card. '.repeat(
            8,
          )}Code: https://github.com/example/net${index}.`,
        },
  );
}

const glaucoma = (id: string, title: string): FakeEntry => ({
  id,
  title,
  abstract: `${title}: the optic nerve of glaucoma patients is seen in retinal photographs, and graded.`,
});

/** Papers of `DAY` to save, so that it can be ordered. */
export const DAY_TO_SAVE: readonly string[] = ['2408.10001', '2408.10002', '2408.10003'];
/** The papers of `DAY` that are near the saved ones. */
export const DAY_NEAR: readonly string[] = ['2408.10008', '2408.10009'];
/** A day that can be ordered: the papers to save first, the near ones last. */
export const DAY: readonly FakeEntry[] = [
  ...DAY_TO_SAVE.map((id, at) => glaucoma(id, `Glaucoma from photographs ${at}`)),
  ...manyEntries(40).slice(1),
  ...DAY_NEAR.map((id, at) => glaucoma(id, `Grading of glaucoma ${at}`)),
];

const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}
<style>body { margin: 0; font: 13px/15px sans-serif } dt { margin-top: 10px; font-weight: bold } dd { margin-left: 40px }
.list-title { font-size: 18px; line-height: 22px } .is-inline-block { display: inline-block } .is-marginless { line-height: 21px }
.relative { position: relative } .overflow-hidden { overflow: hidden } .grid { display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px }
article { min-height: 200px } html.dark body { background: #0b0f19; color: #ddd }</style></head>
<body><header style="height:52px"><a href="https://arxiv.org/IgnoreMe" title="Abstract" style="display:none">arXiv:2407.08410</a></header>
<a href="#next" accesskey="n">next</a><input id="typing" aria-label="Typing">${body}</body></html>`;

/** Rewrites the mathematics of every entry, as arXiv's own script does with a delay. */
const MATH_SCRIPT = `<script>setTimeout(() => { for (const each of document.querySelectorAll('.mathjax'))
each.innerHTML = each.innerHTML.replace(/\\$[^$]*\\$/g, '<span class="MathJax">typeset</span>'); window.typeset = window.isAtRest = true; }, 400)</script>`;

/** A page that no script of its own changes. */
const AT_REST = '<script>window.isAtRest = true</script>';

/** `new` and catch-up pages include abstracts, other listings do not. */
function listPage(entries: readonly FakeEntry[], { abstracts = true, old = false } = {}): string {
  const rows = entries.map(({ id, title, abstract, note = '' }, index) => {
    const link = `<a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a>`;
    const formats = `[<a href="/pdf/${id}" title="Download PDF">pdf</a>, <a href="/format/${id}" title="Other formats">other</a>]`;
    return `<dt><a name="item${index + 1}">[${index + 1}]</a> ${
      old ? `<span class="list-identifier">${link}${note} ${formats}</span>` : `${link}${note} ${formats}`
    }</dt>
<dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${title}</div>
<div class="list-authors"><a href="https://arxiv.org/search/?query=Doe">Jane Doe</a></div>
<div class="list-subjects"><span class="primary-subject">Computer Vision and Pattern Recognition (cs.CV)</span></div>
${abstracts ? `<p class="mathjax">${abstract}</p>` : ''}</div></dd>`;
  });
  return page(
    'Computer Vision and Pattern Recognition',
    `<div id="dlpage"><h1>Computer Vision</h1><div class="morefewer">Showing up to 50 entries per page: <a href="?show=25">fewer</a> | more</div><dl${old ? '' : " id='articles'"}><h3>New submissions</h3>${rows.join('')}</dl></div>${MATH_SCRIPT}`,
  );
}

/** Results may refer to an earlier version. */
function searchPage(entries: readonly (FakeEntry & { readonly shows?: number })[]): string {
  const results = entries.map(({ id, title, abstract, shows }) => {
    const named = shows ? `${id}v${shows}` : id;
    return `<li class="arxiv-result"><div class="is-marginless"><p class="list-title is-inline-block">
<a href="https://arxiv.org/abs/${named}">arXiv:${named}</a><span>&nbsp;[<a href="https://arxiv.org/pdf/${named}">pdf</a>]&nbsp;</span></p>
<div class="tags is-inline-block"><span class="tag is-small is-link" data-tooltip="Computer Vision">cs.CV</span></div></div>
<p class="title is-5 mathjax">${title}</p><p class="authors"><a href="/search/?query=Doe">Jane Doe</a></p>
<p class="abstract mathjax"><span class="abstract-short">We …</span><span class="abstract-full" style="display:none">${abstract}</span></p></li>`;
  });
  return page(
    'Search | arXiv e-print repository',
    `<main id="main-container"><ol class="breathe-horizontal" start="1">${results.join('')}</ol></main>${AT_REST}`,
  );
}

function cards(entries: readonly FakeEntry[]): string {
  return entries
    .map(
      ({ id, title }) => `<div><article class="relative flex flex-col overflow-hidden rounded-xl border">
<a href="/papers/${id}" style="display:block;height:120px"></a><h3><a href="/papers/${id}">${title}</a></h3></article></div>`,
    )
    .join('');
}

/** Trending papers: cards of text. */
function trendingPage(entries: readonly FakeEntry[]): string {
  const rows = entries.map(
    ({
      id,
      title,
      abstract,
    }) => `<article class="relative overflow-hidden rounded-xl border"><div style="padding:24px">
<h3 style="margin:0"><a href="/papers/${id}">${title}</a></h3><p>${abstract}</p></div></article>`,
  );
  return page(
    'Trending Papers - Hugging Face',
    `<main><div class="SVELTE_HYDRATER contents" data-target="DailyPapers"><section>${rows.join('')}</section></div></main>${AT_REST}`,
  );
}

function dailyIsland(entries: readonly FakeEntry[]): string {
  const dailyPapers = entries.map(({ id, title, abstract }) => ({ paper: { id, title, summary: abstract } }));
  const props = JSON.stringify({ dailyPapers }).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="${props}">
<h1>Daily Papers</h1><section class="grid">${cards(entries)}</section></div>`;
}

/**
 * Hugging Face's cards. The page's script renders the island again 300 ms after loading, as hydration does;
 * `reuse(ids)` shows other papers in the existing cards, `goTo(path, ids)` navigates within the page.
 */
function dailyPage(entries: readonly FakeEntry[]): string {
  const all = JSON.stringify(
    Object.fromEntries(
      ENTRIES.map((each) => [each.id, { card: cards([each]), island: dailyIsland([each]) }]),
    ),
  );
  return page(
    'Daily Papers - Hugging Face',
    `<main>${dailyIsland(entries)}</main><script>
const all = ${all.replaceAll('<', '\\u003c')};
const main = document.querySelector('main');
const first = main.innerHTML;
setTimeout(() => { main.innerHTML = first; window.hydrated = window.isAtRest = true; }, 300);
window.reuse = (ids) => document.querySelectorAll('article').forEach((card, index) => {
  for (const link of card.querySelectorAll('a')) link.setAttribute('href', '/papers/' + ids[index % ids.length]);
  card.querySelector('h3 a').firstChild.data = 'Other ' + index;
});
window.goTo = (path, id) => { history.pushState({}, '', path); setTimeout(() => { main.innerHTML = all[id].island; }, 30); };
</script>`,
  );
}

const html = (body: string): Answer => ({ contentType: 'text/html; charset=utf-8', body });

/**
 * The addresses of each kind of listing, with the number of badges for our entries. Without abstracts, only the
 * one title that names a tag gets one.
 */
export const LISTINGS: readonly { readonly url: string; readonly badges: number; readonly known: number }[] =
  [
    { url: 'https://arxiv.org/list/cs.CV/new', badges: 4, known: 2 },
    { url: 'https://arxiv.org/list/cs.CV/recent', badges: 3, known: 2 },
    { url: 'https://arxiv.org/list/cs.CV/pastweek?skip=0&show=25', badges: 3, known: 2 },
    { url: 'https://arxiv.org/list/cs.CV/2024-07', badges: 3, known: 2 },
    { url: 'https://arxiv.org/list/cs.CV/2024', badges: 3, known: 2 },
    { url: 'https://www.arxiv.org/list/cs/new', badges: 4, known: 2 },
    { url: 'https://arxiv.org/catchup/cs.CV/2026-08-19?abs=True', badges: 4, known: 2 },
    { url: 'https://arxiv.org/a/doe_j_1.html', badges: 3, known: 2 },
    { url: 'https://arxiv.org/search/?query=ct&searchtype=all', badges: 4, known: 2 },
    { url: 'https://arxiv.org/search/advanced?advanced=&terms-0-term=ct', badges: 4, known: 2 },
    { url: 'https://huggingface.co/papers/date/2026-08-03', badges: 4, known: 2 },
    { url: 'https://huggingface.co/papers/week/2026-W31', badges: 4, known: 2 },
    { url: 'https://huggingface.co/papers/month/2026-08', badges: 4, known: 2 },
    { url: 'https://huggingface.co/papers/trending', badges: 4, known: 2 },
    { url: 'https://huggingface.co/papers?q=ct', badges: 4, known: 2 },
  ];

/** Our listings, all with `entries`. Other addresses are passed to `others`. */
export function listingWeb(entries: readonly FakeEntry[] = ENTRIES, others: Web = () => undefined): Web {
  return (url) => {
    const path = url.pathname;
    if (url.hostname === 'huggingface.co' && path === '/papers/trending') return html(trendingPage(entries));
    if (url.hostname === 'huggingface.co')
      return /^\/papers(\/(date|week|month|trending)\b.*)?$/.test(path)
        ? html(dailyPage(entries))
        : others(url);
    if (path.startsWith('/list/') || path.startsWith('/catchup/'))
      return html(
        listPage(entries, { abstracts: /\/new$|^\/catchup/.test(path), old: path.endsWith('/2024') }),
      );
    if (path.startsWith('/a/')) return html(listPage(entries, { abstracts: false }));
    if (path.startsWith('/search')) return html(searchPage(entries));
    return others(url);
  };
}
