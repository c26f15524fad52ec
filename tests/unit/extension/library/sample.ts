/** Made-up papers for tests of the library. */
import { parseArxivId, type PaperId } from '@/lib/domain/arxiv-id';
import { termsOf, type KnownPaper } from '@/lib/domain/library/known-paper';
import { savePaper, type SavedPaper } from '@/lib/domain/library/saved-paper';
import type { SavablePaper } from '@/lib/extension/library/change-papers';

/** A canonical id; fails for any other text. */
export function idOf(text: string): PaperId {
  const id = parseArxivId(text)?.id;
  if (!id) throw new Error(`${text} is no arXiv id`);
  return id;
}

/** The id of the paper with this number. */
export const numbered = (number: number): PaperId => idOf(`2401.${String(number).padStart(5, '0')}`);

/** A paper with everything that can be known of one. */
export const knownPaper = (id: PaperId, changes: Partial<KnownPaper> = {}): KnownPaper => ({
  id,
  title: 'Outlining kidneys with few labels',
  authors: { names: ['Ada Example', 'Ben van Sample'], familyNames: ['Example', 'van Sample'] },
  published: '2024-01-02',
  venue: 'Journal of Examples 3 (2024)',
  doi: '10.1000/example',
  categories: ['eess.IV', 'cs.CV'],
  summary: '',
  tags: ['ct', 'image-segmentation'],
  results: [
    {
      metric: 'Dice',
      value: '0.91',
      kind: 'level',
      role: 'own',
      data: 'BTCV',
      better: 'higher',
      anchor: 'Dice of 0.91',
    },
  ],
  links: [{ kind: 'code', url: 'https://github.com/example/few-kidneys', official: true }],
  readVersion: 2,
  provenance: 'page',
  ...changes,
});

/** A paper to save. */
export const keepable = (id: PaperId, changes: Partial<KnownPaper> = {}): SavablePaper => {
  const known = knownPaper(id, changes);
  return {
    known,
    terms: termsOf(known.title, { abstract: 'Forty labelled scans outline kidneys in abdominal CT.' }),
  };
};

/** A saved paper. */
export const savedPaper = (id: PaperId, changes: Partial<SavedPaper> = {}): SavedPaper => ({
  ...savePaper(knownPaper(id), '2026-01-31T09:30:00.000Z'),
  ...changes,
});
