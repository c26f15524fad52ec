/** Demo pages that replace the sites' pages when there is no network, at the sites' real addresses. */
import { readFileSync } from 'node:fs';
import type { PaperRecord } from '@/lib/domain/paper';

/** The paper that `npm start` shows: it has results with baselines, code and a model. */
export const DEMO_ID = '2407.08410';

function isRecordOf(id: string, value: unknown): value is PaperRecord {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === id;
}

/** A paper of the shipped pack, outside the catalogue: its abstract names a code repository, own results and others'. */
export const OUTSIDE_ID = '2606.23005';

/** A paper of the catalogue, from its source file. */
export function readRecord(id: string): PaperRecord {
  const record: unknown = JSON.parse(readFileSync(`data/papers/${id}.json`, 'utf8'));
  if (!isRecordOf(id, record)) throw new Error(`data/papers/${id}.json is not the paper ${id}`);
  return record;
}

/** Escapes text for HTML content and double-quoted attributes. */
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
  .subheader { background: #ececec; padding: 5px 24px; font-weight: 600; }
  .columns { display: grid; grid-template-columns: minmax(0, 1fr) 190px; gap: 24px; }
  .picture .authors { color: #0b3fbd; font-size: 16px; }
  .picture blockquote { margin-inline: 16px; font-size: 15px; }
  .picture td { padding: 2px 14px 2px 0; vertical-align: top; }
  .picture aside { border-inline-start: 1px solid #ddd; padding-inline-start: 18px; }
  .picture aside p { margin: 6px 0; color: #0b3fbd; }
  html.dark .subheader { background: #1f2937; }
  html.dark .picture .authors, html.dark .picture aside p { color: #93b4ff; }
  html.dark body { background: #0b0f19; color: #d1d5db; }
  html.dark .authors { color: #9ca3af; }
  html.dark .note { background: #1f2937; }
`;

/** The appearance of a demo page. */
interface DemoLook {
  readonly dark?: boolean;
  /** For screenshots: without the note that says that it is no page of the site. */
  readonly isPicture?: boolean;
}

/**
 * Abstracts for screenshots, in words of our own: those of authors belong to them. Ids without one get their
 * summary.
 */
const PICTURED: Readonly<Record<string, string>> = {
  [DEMO_ID]:
    'Models that know medicine at large stay weak at what one specialty does every day. Here a vision-language model for ' +
    'eye clinics is taught its skills one at a time, from scans by optical coherence tomography of patients with age-related ' +
    'macular degeneration. It tells the stage of the disease with an F1 of 0.63, where the best general medical models come to ' +
    '0.11, and decides who needs to be seen by a specialist with 0.67 against 0.39. Junior ophthalmologists reach 0.77 and 0.78. ' +
    'Two senior ophthalmologists judged 78.6% of its reports correct and 78.6% complete; of those by juniors, 82.1% and 78.6%.',
  [OUTSIDE_ID]:
    'An examination by ultrasound has hundreds of frames, of which few tell whether a child will be born too early. Pooling them ' +
    'to one mean vector loses how they are spread, so here a mixture of Gaussians is fitted to the features of all frames of an ' +
    'examination. For preterm birth prediction, GMM pooling raises the AUPRC from 0.44 to 0.56. On a lymph node benchmark of ' +
    'another group, the same pooling reaches an F1 of 0.91 and an AUROC of 0.89. Code: https://github.com/HussainAlasmawi/GMM_Pooling',
};

/** Replaces the abstract: the anchors by which results are found, in screenshots after our summary. */
function abstractOf(record: PaperRecord, { isPicture = false }: DemoLook): string {
  const pictured = isPicture ? PICTURED[record.id] : undefined;
  if (pictured !== undefined) return `<p>${escapeHtml(pictured)}</p>`;
  const summary = isPicture ? `<p>${escapeHtml(record.summary)}</p>` : '';
  // Two results may have the same anchor.
  const anchors = [...new Set(record.results.map(({ anchor }) => anchor))];
  if (anchors.length === 0) return summary || '<p>The catalogue holds no figure of this abstract.</p>';
  const lines = isPicture ? [anchors.join(' … ')] : anchors;
  return summary + lines.map((line) => `<p>… ${escapeHtml(line)} …</p>`).join('');
}

/** The tags by which the site states authors and first date, "Family, Given". */
function statedFacts({ authors, published }: PaperRecord): string {
  const names = 'names' in authors ? authors.names : [];
  return [
    ...names.map((name) => ['author', name.replace(/^(.+) (\S+)$/, '$2, $1')] as const),
    ['date', published.replaceAll('-', '/')] as const,
  ]
    .map(([key, value]) => `<meta name="citation_${key}" content="${escapeHtml(value)}">`)
    .join('');
}

function authorsOf({ authors }: PaperRecord): string {
  if ('names' in authors) return authors.names.map(escapeHtml).join(', ');
  return 'organisation' in authors ? escapeHtml(authors.organisation) : `${authors.count} authors`;
}

const NOTE =
  '<p class="note">This page is not from the site: Sidelight shows it because there is no network. ' +
  'It has the title, the authors and, instead of the abstract, the words by which the catalogue’s results are found.</p>';

const noteFor = ({ isPicture = false }: DemoLook): string => (isPicture ? '' : NOTE);

/** The rows below the abstract in a screenshot, as the site arranges them. */
function pictureTable({ id, venue }: PaperRecord): string {
  const rows = [
    ['Subjects:', 'Computer Vision and Pattern Recognition (cs.CV)'],
    ['Cite as:', `arXiv:${id}`],
    ['Journal reference:', venue ?? ''],
  ].filter(([, value]) => value !== '');
  return `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
}

/** Puts the site's second column beside a screenshot's page, and its line above. */
const withColumns = (content: string, ways: readonly string[]): string =>
  `<div class="columns picture"><div>${content}</div><aside><strong>Access Paper:</strong>${ways
    .map((way) => `<p>${way}</p>`)
    .join('')}</aside></div>`;

/** A demo of an arXiv abstract page. */
export function demoAbstractPage(record: PaperRecord, look: DemoLook = {}): string {
  const anchors = record.results.map(({ anchor }) => anchor).join('. ');
  const stated = (look.isPicture ? PICTURED[record.id] : undefined) ?? anchors;
  const title = escapeHtml(record.title);
  const content = `<h1 class="title"><span class="descriptor"></span>${title}</h1>
<div class="authors">${authorsOf(record)}</div>${noteFor(look)}
<blockquote class="abstract"><span class="descriptor">Abstract:</span>${abstractOf(record, look)}</blockquote>
${look.isPicture ? pictureTable(record) : ''}`;
  return `<!doctype html><html lang="en" class="${look.dark ? 'dark' : ''}"><head><meta charset="utf-8"><title>[${record.id}] ${title}</title>
<meta name="citation_title" content="${title}"><meta name="citation_arxiv_id" content="${record.id}">
<meta name="citation_abstract" content="${escapeHtml(stated)}">${statedFacts(record)}
<style>${STYLE}</style></head><body><header>arXiv:${record.id}</header>${look.isPicture ? '<div class="subheader">Computer Science &gt; Computer Vision and Pattern Recognition</div>' : ''}
<main id="abs">${look.isPicture ? withColumns(content, ['View PDF', 'HTML', 'TeX Source']) : content}</main></body></html>`;
}

/** A demo of a Hugging Face paper page. */
export function demoHuggingFacePage(record: PaperRecord, look: DemoLook = {}): string {
  const title = escapeHtml(record.title);
  const props = escapeHtml(JSON.stringify({ paper: { id: record.id, title: record.title } }));
  return `<!doctype html><html lang="en" class="${look.dark ? 'dark' : ''}"><head><meta charset="utf-8"><title>Paper page - ${title}</title>
<style>${STYLE}</style></head><body><header>Papers</header><main>
<div class="SVELTE_HYDRATER contents" data-target="PaperContent" data-props="${props}"><section><h1>${title}</h1>
<div class="authors">${authorsOf(record)}</div>${noteFor(look)}<div><h2>Abstract</h2>${abstractOf(record, look)}</div></section></div>
</main></body></html>`;
}
