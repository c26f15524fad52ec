import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answerLine, type AnnotateSources } from '@/lib/cli/annotate-request';
import { createExplainer } from '@/lib/cli/explainer';
import { readPaper } from '@/lib/domain/reading';
import {
  cite as citation,
  fullTextPage,
  mark,
  markedEntry,
  paragraph,
  plainEntry,
  section,
} from '../fixtures/full-text';
import { openOwnPack } from '../fixtures/own-pack';

const { catalogue, pack } = openOwnPack();
const { taxonomy } = catalogue;
const { newest } = await pack.start({ topics: 0, newest: 1 });
const sources: AnnotateSources = {
  store: {
    ...pack,
    related: async () => ({
      rows: newest.map((row) => ({ ...row, score: 0.5, reasons: ['both on lamps'] })),
      total: 1,
    }),
  },
  annotator: {
    read: (text) => readPaper(text, taxonomy.tags),
    findTag: (id) => taxonomy.tag(id),
  },
};
/** The answer as its reader sees it: through JSON. */
const answer = async (request: unknown): Promise<Record<string, unknown>> => {
  const line = typeof request === 'string' ? request : JSON.stringify(request);
  const read: unknown = JSON.parse(JSON.stringify(await answerLine(line, sources)));
  if (typeof read !== 'object' || read === null) throw new Error('an answer is an object');
  return { ...read };
};
const page = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../fixtures/pages/${name}`, import.meta.url)), 'utf8');

describe('explanations', () => {
  it('name the rules that accepted a result and named its fields, and only where somebody asks', async () => {
    const explainer = createExplainer();
    const explained: AnnotateSources = {
      ...sources,
      annotator: {
        ...sources.annotator,
        read: (text) => {
          const reading = readPaper(text, taxonomy.tags);
          explainer.note(text.abstract, reading.results);
          return reading;
        },
      },
      whyOf: explainer.whyOf,
    };
    const request = JSON.stringify({ title: 'A lamp', abstract: 'Our lamp improves the Dice by 3%.' });
    const why = {
      accepted: 'percentage with its metric',
      kind: 'word of change in front',
      way: 'word in front',
    };
    expect(await answerLine(request, explained)).toMatchObject({ paper: { results: [{ why }] } });
    expect(JSON.stringify(await answerLine(request, sources))).not.toContain('"why"');
  });
});

describe('requests that cannot be answered', () => {
  it.each([
    ['not JSON', /no JSON/],
    ['', /no JSON/],
    ['[1]', /no JSON object/],
    ['null', /no JSON object/],
    ['{}', /a request has/],
    ['{"title":"A"}', /a request has/],
    ['{"url":7}', /"url" is no string/],
    ['{"html":"<p>"}', /"html" needs/],
    ['{"pasted":7}', /"pasted" is no string/],
    ['{"title":"A","abstract":"B","categories":"cs.CV"}', /"categories"/],
    ['{"title":"A","abstract":""}', /must not be empty/],
  ])('%s', async (line, message) => {
    expect(await answer(line)).toEqual({ error: expect.stringMatching(message) as unknown });
  });
});

describe('addresses', () => {
  it('gives the catalogue’s paper with everything that it holds', async () => {
    const { page: stated, paper, entries } = await answer({ url: 'https://arxiv.org/pdf/2407.08410v2' });
    expect(stated).toEqual({ kind: 'pdf', paperId: '2407.08410', version: 2 });
    const known = catalogue.get('2407.08410');
    expect(paper).toMatchObject({
      id: '2407.08410',
      source: 'catalogue',
      title: known?.title,
      summary: known?.summary,
      links: known?.links,
      results: known?.results.map(({ value, anchor }) => ({ value, anchor })),
    });
    expect(entries).toEqual([]);
  });

  it.each([
    ['https://arxiv.org/abs/2101.00001', { kind: 'abs', paperId: '2101.00001', version: null }],
    ['https://example.org/abs/2407.08410', { kind: 'none', paperId: null, version: null }],
    ['no address at all', { kind: 'none', paperId: null, version: null }],
  ])('knows no paper at %s', async (url, stated) => {
    expect(await answer({ url })).toEqual({ page: stated, paper: null, entries: [] });
  });
});

describe('what is pasted into the popup', () => {
  it('is answered with the catalogue’s paper, whatever copy of its page it names', async () => {
    const { page: stated, paper } = await answer({
      pasted: 'https://web.archive.org/web/2024/https://arxiv.org/abs/2407.08410',
    });
    expect(stated).toEqual({ kind: 'abs', paperId: '2407.08410', version: null });
    expect(paper).toMatchObject({ id: '2407.08410', source: 'catalogue' });
  });

  it.each([
    ['https://hf.co/papers/1706.03762', { kind: 'other', paperId: '1706.03762', version: null }],
    ['eprint={2101.00001v2}', { kind: 'other', paperId: '2101.00001', version: 2 }],
    ['lamps', { kind: 'none', paperId: null, version: null }],
  ])('of which nothing is known is still named: %s', async (pasted, stated) => {
    expect(await answer({ pasted })).toEqual({ page: stated, paper: null, entries: [] });
  });
});

describe('saved pages', () => {
  const html = page('arxiv-abs.html');

  it('lets the catalogue win over the page', async () => {
    expect((await answer({ url: 'https://arxiv.org/abs/2407.08410', html })).paper).toMatchObject({
      source: 'catalogue',
    });
  });

  it('shows nothing where the page is of another paper than its address', async () => {
    expect((await answer({ url: 'https://arxiv.org/abs/2407.08411', html })).paper).toBeNull();
  });

  it('reads a paper that the catalogue does not hold', async () => {
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

  it('lists the papers of a listing', async () => {
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

it('reads plain text, which names no paper', async () => {
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

const SEED = fileURLToPath(new URL('../../../shared/seed/identifiers.json', import.meta.url));
describe.skipIf(!existsSync(SEED))('the listing that the catalogue starts from', () => {
  it('is known paper by paper, on every page kind', async () => {
    const ids = [...readFileSync(SEED, 'utf8').matchAll(/"arxivId": "([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toHaveLength(71);
    for (const id of ids) {
      for (const url of [`https://arxiv.org/html/${id}v1`, `https://huggingface.co/papers/${id}`]) {
        expect((await answer({ url })).paper).toMatchObject({ id, source: 'catalogue' });
      }
    }
  });
});

describe('citations', () => {
  const citing: AnnotateSources = { ...sources, cites: true };
  const cited = async (request: object): Promise<unknown> => {
    const found = await answerLine(JSON.stringify(request), citing);
    return 'cite' in found ? found.cite : 'absent';
  };

  it('stand beside each paper, of the version that was asked for', async () => {
    const cite = await cited({ url: 'https://arxiv.org/abs/2407.08410v2' });
    expect(cite).toMatchObject({
      bibtex: expect.stringMatching(/^@[a-z]+\{holland2024[\s\S]+eprint +=[ ]\{2407\.08410v2\},/),
      markdown: expect.stringMatching(
        /^\[[^\]]+\]\(https:\/\/arxiv\.org\/abs\/2407\.08410v2\) \(Holland et al\., \d{4}\)$/,
      ),
      ris: expect.stringMatching(/^TY {2}- [A-Z]+\r\n[\s\S]+\r\nAN {2}- arXiv:2407\.08410v2\r\n/),
      csl: { id: expect.stringMatching(/^holland2024/), archive_location: '2407.08410v2' },
    });
  });

  it('are null where no paper with an id is found, and absent where nobody asked', async () => {
    expect(await cited({ url: 'https://arxiv.org/list/cs.CV/recent' })).toBeNull();
    expect(await cited({ title: 'A lamp', abstract: 'We build a lamp.' })).toBeNull();
    expect(await answer({ url: 'https://arxiv.org/abs/2407.08410v2' })).not.toHaveProperty('cite');
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

describe('a full text', () => {
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

  it('lists the works that it refers to, with the catalogue’s paper where the title is the same', async () => {
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

  it('lists its tables, with the numbers of those that report results', async () => {
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

  it('says nothing of tables and references where the document is another paper’s, or no full text', async () => {
    for (const other of [
      await answer({ url: 'https://arxiv.org/html/1706.03762', html }),
      await answer({ url: 'https://arxiv.org/abs/2407.08410', html: page('arxiv-abs.html') }),
    ]) {
      expect(other).not.toHaveProperty('references');
      expect(other).not.toHaveProperty('tables');
    }
  });
});
