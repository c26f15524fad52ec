/**
 * Demo listings with papers of the catalogue, at the sites' real addresses, for screenshots without network
 * access.
 */
import { readdirSync } from 'node:fs';
import type { PaperRecord } from '@/lib/domain/paper';
import { packRecords } from './library';
import { DEMO_ID, escapeHtml, OUTSIDE_ID, readRecord } from './page';

/** The paper whose card is opened is second, so that the card covers other entries and not its own. */
const IDS = ['2312.07353', '2407.08410', '2503.13939', '2404.12372', '2505.16964', '2406.06512'] as const;

interface DemoEntry {
  readonly id: string;
  readonly title: string;
  readonly authors: string;
  readonly abstract: string;
}

/** A paper that does not exist, to show an annotation that is read from the page. */
const INVENTED: DemoEntry = {
  id: '2501.00002',
  title: 'An Invented Paper on Counting Cells in Light Microscopy',
  authors: 'Ada Example, Ben Sample',
  abstract:
    'We count cells in light microscopy with a small network that learns from points. On a public test set it reaches an F1 of 0.87, against 0.81 for the best earlier method. Code: https://github.com/example/cells.',
};

function authorsOf({ authors }: PaperRecord): string {
  if ('names' in authors) return authors.names.slice(0, 4).join(', ');
  return 'organisation' in authors ? authors.organisation : `${authors.count} authors`;
}

/** The ids of all papers in the catalogue, those of the short lists first. */
const allIds = (): readonly string[] => [
  ...new Set([
    ...IDS,
    ...readdirSync('data/papers').map((file) => file.replace('.json', '').replace('_', '/')),
  ]),
];

function entries(ids: readonly string[] = IDS): readonly DemoEntry[] {
  const known = ids.map(readRecord).map((record) => ({
    id: record.id,
    title: record.title,
    authors: authorsOf(record),
    abstract: record.summary,
  }));
  return [...known.slice(0, 2), INVENTED, ...known.slice(2)].map(({ id, ...texts }) => ({
    id,
    title: escapeHtml(texts.title),
    authors: escapeHtml(texts.authors),
    abstract: escapeHtml(texts.abstract),
  }));
}

function page(title: string, style: string, body: string, dark: boolean): string {
  return `<!doctype html><html lang="en" class="${dark ? 'dark' : ''}"><head><meta charset="utf-8"><title>${title}</title>
<style>body { margin: 0; color: #111; background: #fff } a { color: #0b3fbf; text-decoration: none } h1 { margin: 0 0 4px }
html.dark body { background: #0f1216; color: #d6d9dc } html.dark a { color: #8ab4f8 } html h3 a { color: inherit }
${style}</style></head><body>${body}</body></html>`;
}

const LIST_STYLE = `body { font: 13px/1.3 'Lucida Grande', Helvetica, Arial, sans-serif } header { background: #1c1a17; color: #fff; padding: 17px 20px }
#dlpage { padding: 18px 20px } h1 { font-size: 24px } h3 { font-size: 15px; margin: 12px 0 } dt { font-weight: bold; margin-top: 12px; line-height: 15px }
dd { margin: 4px 0 14px 40px } .list-title { font-size: 18px; font-weight: bold; line-height: 22px } p.mathjax { margin: 10px 0 0; line-height: 17px }`;

/** A demo of arXiv's listing of new papers; it has the catalogue's summaries instead of abstracts. */
export function demoListPage({ dark = false, isWhole = false } = {}): string {
  const rows = entries(isWhole ? allIds() : IDS).map(
    ({ id, title, authors, abstract }, index) =>
      `<dt>[${index + 1}] <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a> [<a href="/pdf/${id}">pdf</a>, <a href="/format/${id}">other</a>]</dt>
<dd><div class="list-title mathjax">${title}</div><div class="list-authors"><a href="#">${authors}</a></div><p class="mathjax">${abstract}</p></dd>`,
  );
  const list = `<h3>New submissions (showing ${rows.length} of ${rows.length} entries)</h3>${rows.join('\n')}`;
  const body = `<header>Listing</header><div id="dlpage"><h1>Computer Vision and Pattern Recognition</h1><dl id="articles">${list}</dl></div>`;
  return page('New submissions', LIST_STYLE, body, dark);
}

/** Papers of the shipped pack for a list without abstracts. */
const RECENT = [
  '2608.20305',
  '2608.20144',
  '2608.19666',
  '2608.19376',
  '2608.19304',
  '2608.19075',
  '2608.19063',
  '2608.18731',
  OUTSIDE_ID,
] as const;

/** Papers that are in no pack: their titles alone are read. */
const UNKNOWN = [
  { id: '2501.00003', title: 'Invented: Diffusion Models for Denoising Low-Dose CT', authors: 'Ada Example' },
  { id: '2501.00004', title: 'An Invented Title That Says Nothing Certain', authors: 'Ben Sample' },
] as const;

/** A demo of arXiv's listing of recent papers, which has no abstracts. */
export function demoRecentPage({ dark = false } = {}): string {
  const known = packRecords(RECENT).map(({ id, title, authors }) => ({
    id,
    title,
    authors: authors.join(', '),
  }));
  const demo = readRecord(DEMO_ID);
  const shown = [
    ...known.slice(0, 1),
    { id: DEMO_ID, title: demo.title, authors: authorsOf(demo) },
    ...UNKNOWN,
    ...known.slice(1),
  ];
  const rows = shown.map(
    ({ id, title, authors }, index) =>
      `<dt>[${index + 1}] <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a> [<a href="/pdf/${id}">pdf</a>, <a href="/format/${id}">other</a>]</dt>
<dd><div class="list-title mathjax">${escapeHtml(title)}</div><div class="list-authors"><a href="#">${escapeHtml(authors)}</a></div></dd>`,
  );
  const list = `<h3>Fri, 21 Aug 2026 (showing ${rows.length} of ${rows.length} entries)</h3>${rows.join('\n')}`;
  const body = `<header>Listing</header><div id="dlpage"><h1>Computer Vision and Pattern Recognition</h1><dl id="articles">${list}</dl></div>`;
  return page('Recent submissions', LIST_STYLE, body, dark);
}

const SEARCH_STYLE = `body { font: 14px/1.5 'Open Sans', Helvetica, Arial, sans-serif } header { background: #1c1a17; color: #fff; padding: 15px 24px }
main { max-width: 860px; margin: 0 auto; padding: 24px } h1 { font-size: 26px } li { margin-bottom: 22px } .is-inline-block { display: inline-block; margin: 0 }
.list-title { font-weight: 600 } .title { font-size: 17px; font-weight: 700; line-height: 1.25; margin: 4px 0 } .authors, .abstract { margin: 2px 0 }
.tag { font-size: 12px; background: #0068ac; color: #fff; border-radius: 4px; padding: 1px 8px; margin: 0 8px }`;

/** A demo of arXiv's search results. */
export function demoSearchPage({ dark = false } = {}): string {
  const results = entries().map(
    ({ id, title, authors, abstract }) =>
      `<li class="arxiv-result"><div class="is-marginless"><p class="list-title is-inline-block"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a> [<a href="/pdf/${id}">pdf</a>, <a href="/format/${id}">other</a>]</p>
<div class="tags is-inline-block"><span class="tag" data-tooltip="Computer Vision">cs.CV</span></div></div><p class="title is-5 mathjax">${title}</p>
<p class="authors">Authors: <a href="#">${authors}</a></p><p class="abstract mathjax"><span class="abstract-full">${abstract}</span></p></li>`,
  );
  const body = `<header>Search</header><main><h1>Showing 1–${results.length} of ${results.length} results for all: medical image</h1>
<ol class="breathe-horizontal" start="1">${results.join('\n')}</ol></main>`;
  return page('Search', SEARCH_STYLE, body, dark);
}

const DAILY_STYLE = `body { font: 16px/1.5 'Source Sans Pro', system-ui, sans-serif } header { border-bottom: 1px solid #8884; padding: 18px 24px; font-weight: 700 }
main { padding: 24px } h1 { font-size: 28px } .grid { display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px }
article { position: relative; overflow: hidden; border: 1px solid #8884; border-radius: 12px } .thumbnail { display: block; height: 200px }
article div { padding: 16px 20px } h3 { font-size: 18px; line-height: 24px; margin: 0 0 8px } .by { color: #8b949e; font-size: 14px; margin: 0 }`;

/** A demo of Hugging Face's daily papers. */
export function demoDailyPage({ dark = false } = {}): string {
  const all = entries().slice(0, 6);
  const dailyPapers = all.map(({ id, abstract }) => ({ paper: { id, summary: abstract } }));
  const cards = all.map(
    ({ id, title, authors }) =>
      `<div><article><a class="thumbnail" href="/papers/${id}" style="background: ${dark ? '#1f2937' : '#e5e7eb'}"></a>
<div><h3><a href="/papers/${id}">${title}</a></h3><p class="by">${authors}</p></div></article></div>`,
  );
  const body = `<header>Papers</header><main><h1>Daily Papers</h1>
<div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="${escapeHtml(JSON.stringify({ dailyPapers }))}"><div class="grid">${cards.join('\n')}</div></div></main>`;
  return page('Daily Papers', DAILY_STYLE, body, dark);
}
