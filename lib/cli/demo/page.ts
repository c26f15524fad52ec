/** Pages of our own that stand in for the sites' where there is no network, at the sites' real addresses. */
import { readFileSync } from 'node:fs';
import type { PaperRecord } from '@/lib/domain/paper';

/** The paper that the first start shows: it has results against baselines, code and a model. */
export const DEMO_ID = '2407.08410';

function isRecordOf(id: string, value: unknown): value is PaperRecord {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === id;
}

/** A paper of the catalogue from its source file. */
export function readRecord(id: string): PaperRecord {
  const record: unknown = JSON.parse(readFileSync(`data/papers/${id}.json`, 'utf8'));
  if (!isRecordOf(id, record)) throw new Error(`data/papers/${id}.json is not the paper ${id}`);
  return record;
}

/** Text as it may stand in markup and between double quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const STYLE = `
  body { margin: 0; font: 14px/1.5 'Lucida Grande', Helvetica, Arial, sans-serif; color: #111; background: #fff; }
  header { background: #1c1a17; color: #fff; padding: 14px 24px; }
  main { padding: 24px; max-width: 960px; }
  h1 { font-size: 24px; line-height: 1.25; }
  .authors { color: #333; }
  .note { background: #f4f1e8; padding: 10px 14px; border-radius: 6px; margin: 24px 0; }
  .descriptor { font-weight: 600; }
  blockquote { margin: 20px 0; }
  html.dark body { background: #0b0f19; color: #d1d5db; }
  html.dark .authors { color: #9ca3af; }
  html.dark .note { background: #1f2937; }
`;

/** How a stand-in looks. */
export interface DemoLook {
  readonly dark?: boolean;
  /** For pictures of the product: without the note, which tells who opens one that it is no page of the site. */
  readonly isPicture?: boolean;
}

/** What stands where the abstract would: our summary, in pictures, and the words by which results are found again. */
function abstractOf(record: PaperRecord, { isPicture = false }: DemoLook): string {
  const summary = isPicture ? `<p>${escapeHtml(record.summary)}</p>` : '';
  // Two results may stand in the same words.
  const anchors = [...new Set(record.results.map(({ anchor }) => anchor))];
  if (anchors.length === 0) return summary || '<p>The catalogue holds no figure of this abstract.</p>';
  const lines = isPicture ? [anchors.join(' … ')] : anchors;
  return summary + lines.map((line) => `<p>… ${escapeHtml(line)} …</p>`).join('');
}

function authorsOf({ authors }: PaperRecord): string {
  if ('names' in authors) return authors.names.map(escapeHtml).join(', ');
  return 'organisation' in authors ? escapeHtml(authors.organisation) : `${authors.count} authors`;
}

const NOTE =
  '<p class="note">This is no page of the site: it is a stand-in that Sidelight brings along, because there is no network. ' +
  'It shows title, authors and, in place of the abstract, the words that the catalogue’s results are found by.</p>';

const noteFor = ({ isPicture = false }: DemoLook): string => (isPicture ? '' : NOTE);

/** A stand-in for an arXiv abstract page. */
export function demoAbstractPage(record: PaperRecord, look: DemoLook = {}): string {
  const title = escapeHtml(record.title);
  return `<!doctype html><html lang="en" class="${look.dark ? 'dark' : ''}"><head><meta charset="utf-8"><title>[${record.id}] ${title}</title>
<meta name="citation_title" content="${title}"><meta name="citation_arxiv_id" content="${record.id}">
<meta name="citation_abstract" content="${escapeHtml(record.results.map(({ anchor }) => anchor).join('. '))}">
<style>${STYLE}</style></head><body><header>arXiv:${record.id}</header>
<main id="abs"><h1 class="title"><span class="descriptor"></span>${title}</h1>
<div class="authors">${authorsOf(record)}</div>${noteFor(look)}
<blockquote class="abstract"><span class="descriptor">Abstract:</span>${abstractOf(record, look)}</blockquote>
</main></body></html>`;
}

/** A stand-in for a Hugging Face paper page, light or dark. */
export function demoHuggingFacePage(record: PaperRecord, look: DemoLook = {}): string {
  const title = escapeHtml(record.title);
  const props = escapeHtml(JSON.stringify({ paper: { id: record.id, title: record.title } }));
  return `<!doctype html><html lang="en" class="${look.dark ? 'dark' : ''}"><head><meta charset="utf-8"><title>Paper page - ${title}</title>
<style>${STYLE}</style></head><body><header>Papers</header><main>
<div class="SVELTE_HYDRATER contents" data-target="PaperContent" data-props="${props}"><section><h1>${title}</h1>
<div class="authors">${authorsOf(record)}</div>${noteFor(look)}<div><h2>Abstract</h2>${abstractOf(record, look)}</div></section></div>
</main></body></html>`;
}
