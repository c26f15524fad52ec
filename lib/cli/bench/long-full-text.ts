/** Generates a full text of any length with LaTeXML's markup and invented words, for benches. */

/** The number of each part. */
interface FullTextSize {
  readonly sections: number;
  readonly citations: number;
  readonly entries: number;
  /** Table cells, ten in each row. */
  readonly cells: number;
}

const WORDS =
  'lamp wick flame glass shade lantern candle torch ember spark lens mirror beacon signal shadow light'.split(
    ' ',
  );

const wordsFrom = (start: number, count: number): string =>
  Array.from({ length: count }, (_, at) => WORDS[(start + at * 7) % WORDS.length]).join(' ');

const entryOf = (number: number, entries: number): string => {
  // Not in the order of citation, as in most bibliographies.
  const anchor = ((number * 7) % entries) + 1;
  const id =
    number % 3 === 0
      ? `<span class="ltx_text ltx_bib_journal">arXiv preprint arXiv:2001.${10_000 + number}</span>.`
      : 'In Lamps.';
  return `<li id="bib.bib${anchor}" class="ltx_bibitem ltx_bib_article"><span class="ltx_tag ltx_bib_key ltx_role_refnum ltx_tag_bibitem">[${number + 1}]</span>
<span class="ltx_bibblock"><span class="ltx_text ltx_bib_author">A. Quill, B. Holm, and C. Reed</span><span class="ltx_text ltx_bib_year"> (2020)</span></span>
<span class="ltx_bibblock"><span class="ltx_text ltx_bib_title">${wordsFrom(number, 9)} ${number}</span>.</span>
<span class="ltx_bibblock">${id}</span>
<span class="ltx_bibblock ltx_bib_cited">Cited by: <a href="#S1.p1" class="ltx_ref"><span class="ltx_text ltx_ref_tag">§1</span></a>.</span></li>`;
};

const citationOf = (number: number, entries: number): string =>
  `<cite class="ltx_cite ltx_citemacro_cite">[<a href="#bib.bib${(number % entries) + 1}" title="" class="ltx_ref">${number % entries}</a>]</cite>`;

const rowOf = (row: number): string =>
  `<tr class="ltx_tr">${Array.from(
    { length: 10 },
    (_, column) =>
      `<td class="ltx_td ltx_align_center"><span class="ltx_text ltx_font_bold">${row}.${column}</span></td>`,
  ).join('')}</tr>`;

/** Returns the page; the paper's id is in its watermark. */
export function longFullText(id: string, { sections, citations, entries, cells }: FullTextSize): string {
  const each = Math.ceil(citations / sections);
  const rows = Math.ceil(cells / 10 / sections);
  const body = Array.from({ length: sections }, (_, section) => {
    const paragraphs = Array.from(
      { length: each },
      (_none, at) =>
        `<div class="ltx_para"><p class="ltx_p">${wordsFrom(at, 78)} ${citationOf(section * each + at, entries)}.</p></div>`,
    );
    const table = `<figure id="S${section + 1}.T1" class="ltx_table"><figcaption class="ltx_caption"><span class="ltx_tag ltx_tag_table">Table ${section + 1}: </span>Lamps</figcaption><table class="ltx_tabular"><tbody class="ltx_tbody">${Array.from({ length: rows }, (_none, row) => rowOf(row)).join('')}</tbody></table></figure>`;
    return `<section id="S${section + 1}" class="ltx_section"><h2 class="ltx_title ltx_title_section"><span class="ltx_tag ltx_tag_section">${section + 1} </span>Lamps</h2>${paragraphs.join('')}${table}</section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lamps</title></head><body><div class="ltx_page_main"><div id="infobox"><div id="watermark-tr">arXiv:${id}v1 [cs.CV] 11 Jul 2024</div></div>
<article class="ltx_document"><h1 class="ltx_title ltx_title_document">Lamps</h1><div class="ltx_abstract"><p class="ltx_p">A lamp.</p></div>${body.join('')}
<section id="bib" class="ltx_bibliography"><ul class="ltx_biblist">${Array.from({ length: entries }, (_, number) => entryOf(number, entries)).join('\n')}</ul></section></article></div></body></html>`;
}
