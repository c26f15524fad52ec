import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TagDefinition } from '@/lib/domain/paper';
import { buildRelatedIndex, findRelated } from '@/lib/domain/related';
import type { RelatedInput } from '@/lib/domain/related';
import { linkPapers } from '@/lib/domain/related/links';
import { readQuery, scoreRelated } from '@/lib/domain/related/score';
import type { RelatedModel } from '@/lib/domain/related/model';
import { openTermStatistics, packTermStatistics } from '@/lib/domain/text/term-statistics';
import { salientTerms } from '@/lib/domain/text/terms';
import { tagDefinition as tag } from '@/tests/fixtures/tag-definition';

const TAGS: readonly TagDefinition[] = [
  { ...tag('modality', 'x-ray', 'X-ray', 'x-ray', 'radiograph'), traits: ['picture'] },
  { ...tag('modality', 'mri', 'MRI', 'MRI'), traits: ['picture'] },
  { ...tag('modality', 'clinical-text', 'Clinical text'), traits: ['words'] },
  tag('anatomy', 'chest', 'Chest', 'chest'),
  tag('anatomy', 'brain', 'Brain', 'brain'),
  {
    ...tag('task', 'report-generation', 'Report generation', 'report generation'),
    implies: ['clinical-text'],
  },
  tag('task', 'segmentation', 'Image segmentation', 'segmentation'),
  tag('method', 'diffusion-model', 'Diffusion model', 'diffusion model'),
  tag('method', 'kan', 'Kolmogorov-Arnold network', 'Kolmogorov-Arnold'),
  tag('contribution', 'survey', 'Survey', 'survey'),
  tag('contribution', 'method', 'New method'),
  tag('data', 'mimic-cxr', 'MIMIC-CXR', 'MIMIC-CXR'),
];

const lookUp = (id: string): TagDefinition | undefined => TAGS.find((each) => each.id === id);

const statistics = packTermStatistics(
  'a test',
  1000,
  new Map([
    ['capsul', 10],
    ['capsul endoscopi', 4],
    ['endoscopi', 20],
    ['imag', 600],
    ['report', 100],
    ['scan', 100],
  ]),
);

const model: RelatedModel = {
  idf: openTermStatistics(statistics).idf,
  dimensions: 2,
  vector: (key) => (key === 'report' || key === 'scan' ? Float32Array.of(0.5, -0.25) : undefined),
  version: 1,
};

const paper = (id: string, title: string, abstract: string, ...tags: string[]): RelatedInput<string> => ({
  id,
  title,
  tags,
  terms: salientTerms(title, abstract, { idf: model.idf }),
});

const PAPERS = [
  paper(
    'a',
    'Reports of chest films',
    'Reports are written.',
    'x-ray',
    'chest',
    'report-generation',
    'mimic-cxr',
  ),
  paper(
    'b',
    'Writing for radiologists',
    'Chest films with reports.',
    'x-ray',
    'chest',
    'report-generation',
    'mimic-cxr',
  ),
  paper(
    'c',
    'Brain scans in pieces',
    'Scans are outlined.',
    'mri',
    'brain',
    'segmentation',
    'diffusion-model',
  ),
  paper('d', 'Outlines of tumours', 'Scans of tumours.', 'mri', 'brain', 'segmentation', 'diffusion-model'),
  paper(
    'e',
    'A survey of reports',
    'Reports of chest films.',
    'x-ray',
    'chest',
    'report-generation',
    'survey',
  ),
  paper('f', 'Images from capsule endoscopy', 'Images of the bowel.'),
  paper('g', 'Capsule endoscopy at night', 'Sleep.'),
];

const index = buildRelatedIndex(PAPERS, model, lookUp);

const one = (id: string): RelatedInput<string> => PAPERS.find((each) => each.id === id) ?? PAPERS[0]!;

const reasonsOf = (of: string, to: string): readonly string[] | undefined =>
  findRelated(index, one(of))
    .find(({ id }) => id === to)
    ?.reasons.map(({ text }) => text);

describe('findRelated', () => {
  it.each([
    ['a', 'b'],
    ['b', 'a'],
    ['c', 'd'],
  ])('returns for %s the nearest paper %s', (id, nearest) => {
    expect(findRelated(index, one(id))[0]?.id).toBe(nearest);
  });

  it('gives meaningful reasons, rarest first', () => {
    expect(reasonsOf('a', 'b')).toEqual([
      'same data: MIMIC-CXR',
      'both on report generation for chest X-ray',
    ]);
    expect(reasonsOf('c', 'd')).toEqual([
      'both on image segmentation for brain MRI',
      'both use diffusion models',
    ]);
  });

  it('ignores papers that have only a word in common', () => {
    expect(reasonsOf('f', 'g')).toBeUndefined();
  });

  it('names a task and a modality separately if one of two papers has another', () => {
    const both = paper(
      'q',
      'Reports of all kinds',
      '',
      'x-ray',
      'mri',
      'report-generation',
      'brain',
      'chest',
    );
    const found = findRelated(index, both).find(({ id }) => id === 'a');
    expect(found?.reasons.map(({ text }) => text).join('; ')).not.toMatch(/report generation for/);
    expect(found?.reasons.length).toBe(2);
  });

  it('excludes the paper itself and the given papers, and returns at most the limit', () => {
    const ids = findRelated(index, one('a'), { exclude: ['b'] }).map(({ id }) => id);
    expect(ids).not.toContain('a');
    expect(ids).not.toContain('b');
    expect(findRelated(index, one('a'), { top: 1 })).toHaveLength(1);
  });

  it('returns nothing if nothing is near', () => {
    const far = paper('z', 'Tax law of Ruritania', 'Duties on cheese.');
    expect(findRelated(index, far, { threshold: 0.05 })).toEqual([]);
  });

  it('finds words of similar use by their vectors', () => {
    const query = readQuery(index, { ...paper('q', 'Report', ''), tags: [] });
    const scores = scoreRelated(index, query);
    expect(scores[3]).toBeGreaterThan(scores[5] ?? 1);
  });

  it('does not use similar wording as a reason', () => {
    const query = { ...paper('q', 'Report', ''), tags: [] };
    const found = findRelated(index, query).find(({ id }) => id === 'd');
    expect(found).toBeUndefined();
  });

  it('lowers surveys beside a paper that is no survey', () => {
    const surveys = Array.from({ length: 5 }, (_, i) =>
      paper(`s${i}`, 'A survey of reports', 'Reports of chest films.', 'x-ray', 'chest', 'report-generation'),
    );
    const wide = buildRelatedIndex([...surveys, ...PAPERS], model, lookUp);
    const ids = findRelated(wide, one('a')).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('s') || id === 'e')).toHaveLength(2);
    expect(ids[0]).toBe('b');
  });

  it('returns scores from 0 to 1 in descending order, each with one or two reasons', () => {
    const word = fc.constantFrom(
      'capsule',
      'endoscopy',
      'images',
      'report',
      'scan',
      'tumour',
      'X-ray',
      'the',
    );
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
    const tags = fc.subarray(TAGS.map(({ id }) => id));
    fc.assert(
      fc.property(text, text, tags, (title, abstract, ids) => {
        const found = findRelated(index, paper('q', title, abstract, ...ids));
        const scores = found.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((x, y) => y - x));
        for (const { score, reasons } of found) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect([1, 2]).toContain(reasons.length);
          for (const { text: said } of reasons) expect(said).toMatch(/^(both|same data:) /);
        }
      }),
    );
  });

  it('accepts an empty index and an empty paper', () => {
    expect(findRelated(buildRelatedIndex([], model, lookUp), one('a'))).toEqual([]);
    expect(findRelated(index, paper('q', '', ''))).toEqual([]);
  });
});

/** Five papers per subject, and words that all papers have. */
const subjects = (count: number): RelatedInput<string>[] =>
  Array.from({ length: 5 * count }, (_, at) => {
    const subject = Math.floor(at / 5);
    const text = `Organ${subject} scans with device${subject} and agent${subject}.`;
    return { ...paper(`${at}`, `Organ${subject} study ${at}`, text), tags: [`tag${subject}`] };
  });

/** A dataset per subject. */
const subjectTag = (id: string): TagDefinition => ({ ...tag('data', id, id), forms: [id] });

/** The lists of the papers on the first eight subjects, as positions. */
const listsOf = (count: number) => {
  const papers = subjects(count);
  const links = linkPapers(papers, buildRelatedIndex(papers, model, subjectTag), { top: 4, least: 2 });
  return Array.from({ length: 40 }, (_, at) => links.get(`${at}`)?.map(({ id }) => Number(id)) ?? []);
};

const pinned = (id: string): ReadonlySet<string> => new Set(id === 'p0' ? ['lone'] : []);

describe('linkPapers', () => {
  it('gives every paper related papers, and makes every paper reachable', () => {
    const tagged = PAPERS.filter(({ tags }) => tags.length > 0);
    const linked = linkPapers(tagged, buildRelatedIndex(tagged, model, lookUp), { top: 4 });
    const pointers = new Map<string, number>();
    for (const [id, related] of linked) {
      expect(related.length).toBeGreaterThan(0);
      expect(related.map((each) => each.id)).not.toContain(id);
      for (const each of related) pointers.set(each.id, (pointers.get(each.id) ?? 0) + 1);
    }
    for (const { id } of tagged) expect(pointers.get(id) ?? 0).toBeGreaterThan(0);
    expect(linked.get('a')?.[0]?.id).toBe('b');
  });

  it('lowers papers that are near to everything, and keeps what a person added', () => {
    const many = Array.from({ length: 20 }, (_, at) =>
      paper(`p${at}`, `Reports ${at}`, 'Reports.', 'x-ray', 'chest', 'report-generation', 'mimic-cxr'),
    );
    const hub = paper(
      'hub',
      'Reports of reports',
      'Reports and scans.',
      'x-ray',
      'report-generation',
      'mimic-cxr',
    );
    const lone = paper('lone', 'Brain', 'Scans.', 'mri', 'brain', 'chest');
    const papers = [...many, hub, lone];
    const links = linkPapers(papers, buildRelatedIndex(papers, model, lookUp), {
      top: 8,
      least: 0,
      most: 9,
      pinned,
    });
    const listOf = (of: string) => links.get(of)?.map(({ id }) => id);
    const pointers = (to: string) =>
      [...links.values()].filter((list) => list.some(({ id }) => id === to)).length;
    for (const { id } of papers) expect(pointers(id)).toBeLessThanOrEqual(9);
    expect(listOf('p0')).toContain('lone');
    expect(listOf('p1')).not.toContain('lone');
  });

  it('finds the same related papers in a catalogue too large to compare every pair', () => {
    const [whole, sought] = [listsOf(20), listsOf(500)];
    expect(sought).toEqual(whole);
    for (const [at, list] of sought.entries()) {
      const first = at - (at % 5);
      const others = Array.from({ length: 5 }, (_, i) => first + i).filter((each) => each !== at);
      expect(list.toSorted((a, b) => a - b)).toEqual(others);
    }
  });
});
