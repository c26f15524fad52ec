import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answerLine, type AnnotateSources } from '@/lib/cli/annotate-request';
import { createExplainer } from '@/lib/cli/explainer';
import { readPaper } from '@/lib/domain/reading';
import { answer, catalogue, sources, taxonomy } from '../fixtures/annotate';

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
