/** A full text of our own with every kind of citation, at the address of a paper in the catalogue. */
import { readFileSync } from 'node:fs';
import {
  cite,
  fullTextPage,
  mark,
  markedEntry,
  paragraph,
  plainEntry,
  section,
} from '../../fixtures/full-text';
import { KNOWN } from './pages';
import { FIXTURE_WEB, type Web } from './web';

/** Its address. */
export const FULL_TEXT = `https://arxiv.org/html/${KNOWN.id}v1`;

const ENTRIES = [
  markedEntry('bib.bib3', '[1]', {
    authors: 'Y. Zhang, H. Jiang, Y. Miura, C. D. Manning, and C. P. Langlotz',
    year: '2020',
    title: 'Contrastive learning of medical visual representations from paired images and text',
    rest: 'arXiv preprint arXiv:2010.00747.',
  }),
  markedEntry('bib.bib1', '[2]', {
    authors: 'S. Wang, Z. Zhao, X. Ouyang, Q. Wang, and D. Shen',
    year: '2024',
    title: 'ChatCAD: interactive computer-aided diagnosis on medical image using large language models',
    rest: 'In Lamps and Lanterns, pp. 1–9.',
  }),
  markedEntry('bib.bib4', '[3]', {
    authors: 'A. Quill and B. Holm',
    year: '2019',
    title: 'Lanterns for &lt;img src=x onerror=alert(1)&gt; pages',
    rest: 'arXiv preprint arXiv:1905.00001.',
  }),
  plainEntry('bib.bib2', '[4]', 'C. Reed et al., Phys. Lamps B 716, 1 (2012).'),
].join('\n');

const FILLER = '<div class="filler"></div>';

const INTRODUCTION = paragraph(
  `Pairs of pictures and text teach a lamp ${cite(`[<span id="first">${mark('bib.bib3', '1')}</span>]`)}, others talk
  ${cite(`[${mark('bib.bib1', '2')}]`)}; all of them ${cite(`[${mark('bib.bib3', '1')}–${mark('bib.bib2', '4')}]`)},
  and one is lost ${cite(`[<span id="lost" class="ltx_ref ltx_missing_citation ltx_ref_self">quill20</span>]`)}.
  See also <a id="elsewhere" class="ltx_ref" href="https://arxiv.org/abs/2302.07257">another paper</a>.`,
);

const METHODS = paragraph(
  `As before ${cite(`[${mark('bib.bib3', '1')}]`)} and again ${cite(`[${mark('bib.bib3', '1')}]`)}, and one whose entry
  was cut <span id="cut">${cite(`[${mark('bib.bib77', '7')}]`)}</span>.`,
);

/** The page. */
const FULL_TEXT_HTML = fullTextPage({
  id: KNOWN.id,
  title: KNOWN.title,
  body:
    section('S1', '1', 'Introduction', INTRODUCTION + FILLER) +
    section('S2', '2', 'Methods', METHODS + FILLER),
  entries: ENTRIES,
});

/** The page with one more entry in its bibliography: the paper with this id. */
export const citing = (id: string): string => `${FULL_TEXT}?cites=${id}`;

const entryOf = (id: string): string =>
  plainEntry('bib.bib9', '[9]', `C. Reed. One more lamp. arXiv preprint arXiv:${id}.`);

/** The page with a first entry that is too long for any card. */
export const LONG_ENTRY = `${FULL_TEXT}?long`;

const longEntry = (html: string): string =>
  html.replace(
    'arXiv preprint arXiv:2010.00747.',
    `${'With many more authors, '.repeat(100)}arXiv:2010.00747.`,
  );

/** A full text with tables at the same paper's address, so that its sidebar opens. */
export const WITH_TABLES = `${FULL_TEXT}?tables`;

const tablesHtml = (): string =>
  readFileSync('tests/fixtures/pages/arxiv-html-tables.html', 'utf8').replaceAll('2501.00002', KNOWN.id);

/** The usual test web with those pages added. */
export const fullTextWeb: Web = (url) => {
  if (url.href.split(/[?#]/)[0] !== FULL_TEXT) return FIXTURE_WEB(url);
  const cited = url.searchParams.get('cites');
  const page = cited === null ? FULL_TEXT_HTML : FULL_TEXT_HTML.replace('</ul>', `${entryOf(cited)}</ul>`);
  const text = url.searchParams.has('long') ? longEntry(page) : page;
  const body = url.searchParams.has('tables') ? tablesHtml() : text;
  return { contentType: 'text/html; charset=utf-8', body };
};
