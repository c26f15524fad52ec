import { expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import { viewPaper, type PaperSources, type PaperView } from '@/lib/pages/current-paper';
import type { PageReport } from '@/lib/messages';
import { annotatorOf } from '@/lib/extension/annotator';
import { pageOf } from '@/lib/sites';
import { openOwnPack } from '../../fixtures/own-pack';
import { paperId } from '../data/sample';

const { catalogue, pack } = openOwnPack();
const curated = await pack.get(paperId('2407.08410'));
if (!curated) throw new Error('The catalogue has lost a paper');
const annotator = annotatorOf(catalogue.taxonomy);

const KNOWN = pageOf('https://arxiv.org/abs/2407.08410v1');
const OTHER = pageOf('https://arxiv.org/abs/2401.00001');
const FACTS = {
  title: 'A study',
  abstract: 'We reach a Dice of 0.91 on BTCV.',
  categories: ['eess.IV'],
  version: 3,
};

function view(page: PageReport['page'] | undefined, sources: Partial<PaperSources> = {}): PaperView {
  const held = page?.paperId === curated?.id ? curated : undefined;
  return viewPaper(page, {
    stored: { ok: true, held },
    report: undefined,
    readingsShown: true,
    annotator,
    ...sources,
  });
}
const report = (page: PageReport['page'], more: Partial<PageReport> = {}): PageReport => ({
  page,
  confirmed: true,
  facts: FACTS,
  ...more,
});

test.each<[name: string, shown: PaperView, expected: Partial<PaperView> & { status: string }]>([
  ['no page', view(undefined), { status: 'no-paper' }],
  ['a listing', view(pageOf('https://arxiv.org/list/cs/new')), { status: 'no-paper' }],
  ['a source page', view(pageOf('https://arxiv.org/format/2407.08410')), { status: 'no-paper' }],
  ['a paper of the catalogue', view(KNOWN), { status: 'ready', viewedVersion: 1 }],
  [
    'a document that states another paper',
    view(KNOWN, { report: report(KNOWN, { confirmed: false }) }),
    { status: 'mismatch' },
  ],
  // The script still reports the page that is being left.
  [
    'a report about another page',
    view(KNOWN, { report: report(OTHER, { confirmed: false }) }),
    { status: 'ready' },
  ],
  [
    'facts about another page',
    view(OTHER, { report: report(KNOWN) }),
    { status: 'unread', reason: 'no-script' },
  ],
  [
    'a paper read from its page',
    view(OTHER, { report: report(OTHER) }),
    { status: 'ready', viewedVersion: 3 },
  ],
  ['no script', view(OTHER), { status: 'unread', reason: 'no-script' }],
  [
    'no abstract',
    view(OTHER, { report: report(OTHER, { facts: {} }) }),
    { status: 'unread', reason: 'no-abstract' },
  ],
  [
    'readings switched off',
    view(OTHER, { report: report(OTHER), readingsShown: false, annotator: undefined }),
    { status: 'unread', reason: 'readings-off' },
  ],
  ['no catalogue', view(KNOWN, { stored: { ok: false, reason: 'damaged' } }), { status: 'catalogue-failed' }],
])('the panel shows the right state for %s', (_, shown, expected) => {
  expect(shown).toMatchObject(expected);
});

test('a paper of the catalogue is shown from the catalogue, a reading from its page', () => {
  expect(view(KNOWN, { report: report(KNOWN) })).toMatchObject({ annotation: { provenance: 'curated' } });
  expect(view(OTHER, { report: report(OTHER) })).toMatchObject({
    annotation: { provenance: 'page', title: 'A study', results: [{ metric: 'Dice', value: '0.91' }] },
  });
});

test('a reading of the page takes precedence over a pack, and a pack over nothing', () => {
  const held: Annotation = {
    ...curated,
    id: paperId('2401.00001'),
    provenance: 'automatic',
    marks: { saved: true, status: 'read' },
  };
  const stored = { ok: true, held } as const;
  const marks = { saved: true, status: 'read' };
  expect(view(OTHER, { stored, report: report(OTHER) })).toMatchObject({
    annotation: { provenance: 'page', title: 'A study', marks },
    subject: { kind: 'text', id: held.id, text: { title: 'A study', abstract: FACTS.abstract } },
  });
  const late = report(OTHER, { facts: { doi: '10.1000/later', categories: ['cs.CV'], withdrawn: true } });
  expect(view(OTHER, { stored, report: late })).toMatchObject({
    annotation: { provenance: 'automatic', marks, categories: ['cs.CV'], withdrawn: true },
    subject: { kind: 'paper', id: held.id },
  });
  expect(view(OTHER, { stored, annotator: undefined })).toMatchObject({
    annotation: { provenance: 'automatic' },
  });
});
