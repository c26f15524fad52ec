import { describe, expect, it } from 'vitest';
import {
  cite as citation,
  fullTextPage,
  mark,
  markedEntry,
  paragraph,
  plainEntry,
  section,
} from '../../fixtures/full-text';
import { answer, newest, page } from '../../fixtures/annotate';

describe('the answer for a saved page', () => {
  const html = page('arxiv-abs.html');

  it('gives the catalogue’s record rather than a reading of the page', async () => {
    expect((await answer({ url: 'https://arxiv.org/abs/2407.08410', html })).paper).toMatchObject({
      source: 'catalogue',
    });
  });

  it('names no paper if the document states another paper than the address', async () => {
    expect((await answer({ url: 'https://arxiv.org/abs/2407.08411', html })).paper).toBeNull();
  });

  it('reads a paper that is not in the catalogue', async () => {
    const other = html.replaceAll('2407.08410', '2407.99998');
    expect((await answer({ url: 'https://arxiv.org/abs/2407.99998', html: other })).paper).toMatchObject({
      id: '2407.99998',
      source: 'page',
      links: [
        { kind: 'code', url: 'https://github.com/example/grader', official: true },
        { kind: 'data', url: 'https://huggingface.co/datasets/example/scans', official: true },
      ],
      related: [{ title: newest[0]?.title, reasons: ['both on lamps'] }],
    });
  });

  it('lists the papers of a listing page', async () => {
    const { paper, entries } = await answer({
      url: 'https://arxiv.org/list/cs.CV/recent',
      html: page('arxiv-list.html'),
    });
    expect(paper).toBeNull();
    expect(entries).toContainEqual({
      paperId: expect.any(String) as unknown,
      title: expect.any(String) as unknown,
    });
  });
});

it('plain text is read without naming a paper', async () => {
  const read = await answer({
    title: 'Grading retinal scans',
    abstract: 'We propose a network for OCT segmentation. It reaches a Dice of 0.91 on RETOUCH.',
    categories: ['eess.IV'],
  });
  expect(read.page).toEqual({ kind: 'none', paperId: null, version: null });
  expect(read.paper).toMatchObject({
    id: null,
    source: 'page',
    results: [{ metric: 'Dice', value: '0.91', on: 'RETOUCH', data: 'RETOUCH' }],
  });
});

const tableRow = (...cells: readonly string[]): string =>
  `<tr class="ltx_tr">${cells.map((cell) => `<td class="ltx_td">${cell}</td>`).join('')}</tr>`;

const figure = (number: string, caption: string, ...rows: readonly string[]): string =>
  `<figure class="ltx_table"><figcaption class="ltx_caption"><span class="ltx_tag ltx_tag_table">Table ${number}: </span>${caption}</figcaption><table class="ltx_tabular">${rows.join('')}</table></figure>`;

const TABLES =
  figure(
    '1',
    'Results on LampSet.',
    tableRow('Model', 'Dice ↑'),
    tableRow('Torch', '80.5±0.3'),
    tableRow('Ours', '84.0'),
  ) + figure('2', 'Results.', tableRow('Model', 'A', 'B'), tableRow('Torch', '1.5'));

describe('the answer for a full text', () => {
  const work = markedEntry('bib.bib2', '[1]', {
    authors: 'R. Holland',
    year: '2025',
    title: 'A lamp',
    rest: 'arXiv:2001.00001.',
  });
  const known = plainEntry(
    'bib.bib1',
    '[2]',
    'Sheng Wang, Zihao Zhao, et al.',
    'ChatCAD: Interactive computer-aided diagnosis on medical image using large language models.',
    'In <em>LAMP</em>, 2024.',
  );
  const body = section(
    'S1',
    '1',
    'Lamps',
    paragraph(citation(`[${mark('bib.bib2', '1')}, ${mark('bib.bib1', '2')}]`)),
  );
  const html = fullTextPage({
    id: '2407.08410',
    title: 'A lamp',
    body,
    entries: work + known,
  });
  const url = 'https://arxiv.org/html/2407.08410v1';

  it('lists the cited works, with the catalogue’s paper if the title is the same', async () => {
    const { references } = await answer({ url, html });
    expect(references).toEqual([
      {
        key: '[1]',
        text: 'R. Holland (2025) A lamp. arXiv:2001.00001.',
        paperId: '2001.00001',
        title: 'A lamp',
        year: 2025,
        citedAt: ['1'],
      },
      {
        key: '[2]',
        text: 'Sheng Wang, Zihao Zhao, et al. ChatCAD: Interactive computer-aided diagnosis on medical image using large language models. In LAMP, 2024.',
        paperId: '2302.07257',
        title: 'ChatCAD: Interactive computer-aided diagnosis on medical image using large language models',
        year: 2024,
        citedAt: ['1'],
      },
    ]);
  });

  it('lists the tables, with the numbers of those that report results', async () => {
    const { tables } = await answer({
      url,
      html: fullTextPage({ id: '2407.08410', title: 'A lamp', body: TABLES, entries: '' }),
    });
    expect(tables).toEqual([
      {
        number: '1',
        caption: 'Table 1: Results on LampSet.',
        isResult: true,
        systems: 'rows',
        columns: ['Model', 'Dice ↑'],
        rows: ['', 'Torch', 'Ours'],
        cells: [
          {
            row: 1,
            column: 1,
            value: 80.5,
            error: 0.3,
            system: 'Torch',
            metric: 'Dice',
            data: 'LampSet',
            better: 'higher',
            isOwn: false,
            isBest: false,
          },
          {
            row: 2,
            column: 1,
            value: 84,
            error: null,
            system: 'Ours',
            metric: 'Dice',
            data: 'LampSet',
            better: 'higher',
            isOwn: true,
            isBest: true,
          },
        ],
      },
      {
        number: '2',
        caption: 'Table 2: Results.',
        isResult: false,
        unreadable: 'uneven',
        systems: null,
        columns: [],
        rows: [],
        cells: [],
      },
    ]);
  });

  it('has no tables or references if the document belongs to another paper or is no full text', async () => {
    for (const other of [
      await answer({ url: 'https://arxiv.org/html/1706.03762', html }),
      await answer({ url: 'https://arxiv.org/abs/2407.08410', html: page('arxiv-abs.html') }),
    ]) {
      expect(other).not.toHaveProperty('references');
      expect(other).not.toHaveProperty('tables');
    }
  });
});
