import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answerLine, type AnnotateSources } from '@/lib/cli/annotate-request';
import { createExplainer } from '@/lib/cli/explainer';
import { readPaper } from '@/lib/domain/reading';
import { answer, catalogue, sources, taxonomy } from '../../fixtures/annotate';

describe('explanations', () => {
  it('name the rules that accepted a result and named its fields, but only if they are requested', async () => {
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

describe('a request that cannot be answered', () => {
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
  ])('is rejected: %s', async (line, message) => {
    expect(await answer(line)).toEqual({ error: expect.stringMatching(message) as unknown });
  });
});

describe('an address', () => {
  it('returns the catalogue’s paper with all of its fields', async () => {
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
  ])('returns no paper for %s', async (url, stated) => {
    expect(await answer({ url })).toEqual({ page: stated, paper: null, entries: [] });
  });
});

describe('text pasted into the popup', () => {
  it('returns the catalogue’s paper, whichever copy of its page it points to', async () => {
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
  ])('returns at least the id if nothing else is known: %s', async (pasted, stated) => {
    expect(await answer({ pasted })).toEqual({ page: stated, paper: null, entries: [] });
  });
});

const SEED = fileURLToPath(new URL('../../../../shared/seed/identifiers.json', import.meta.url));

describe.skipIf(!existsSync(SEED))('the listing from which the catalogue was made', () => {
  it('is found paper by paper, on every page kind', async () => {
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

  it('are returned with each paper, for the requested version', async () => {
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

  it('are null if no paper with an id is found, and absent if they were not requested', async () => {
    expect(await cited({ url: 'https://arxiv.org/list/cs.CV/recent' })).toBeNull();
    expect(await cited({ title: 'A lamp', abstract: 'We build a lamp.' })).toBeNull();
    expect(await answer({ url: 'https://arxiv.org/abs/2407.08410v2' })).not.toHaveProperty('cite');
  });
});
