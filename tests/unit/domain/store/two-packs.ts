/** Two packs that share a paper, for tests of what joins packs. */
import { compileCatalogue } from '@/data/build/compile';
import { computeRelated } from '@/data/build/related-papers';
import type { PaperRecord } from '@/lib/domain/paper';
import type { Provenance } from '@/lib/domain/provenance';
import type { Pack, PackFacts, PaperStore } from '@/lib/domain/store';
import { mergePacks } from '@/lib/domain/store/merged';
import { openPack } from '../../../fixtures/pack';
import { paperId, sampleRecord, TAGS } from '../../data/sample';

/** A pack whose records were made by its own annotator. */
export function packOf(
  name: string,
  provenance: Provenance,
  records: readonly PaperRecord[],
  date: string,
): Pack {
  const { text, taxonomy } = compileCatalogue({
    records,
    tags: TAGS,
    version: '1',
    date,
    related: computeRelated(records, TAGS),
  });
  const { pack } = openPack(text, taxonomy);
  const mark = <Item extends object>(item: Item) => ({ ...item, provenance });
  return {
    ...pack,
    name,
    provenance,
    facts: async () => {
      const facts = await pack.facts();
      return { ...facts, packs: facts.packs.map((each): PackFacts => ({ ...each, name, provenance })) };
    },
    get: async (id) => {
      const annotation = await pack.get(id);
      return annotation && mark(annotation);
    },
    searchable: pack.searchable.map((each) => ({
      ...each,
      name,
      show: async (id) => {
        const shown = await each.show(id);
        return shown && { ...shown, row: mark(shown.row) };
      },
    })),
    tagged: async (id, page) => {
      const { rows, total } = await pack.tagged(id, page);
      return { rows: rows.map(mark), total };
    },
  };
}

/** A store over these packs, in any order. */
export const storeOf = (...packs: readonly Pack[]): PaperStore =>
  mergePacks(packs, { findTag: (id) => TAGS.find((tag) => tag.id === id) });

/** A record of a made-up paper, changed in these fields. */
export const record = (id: string, changes: Partial<PaperRecord> = {}): PaperRecord =>
  sampleRecord({ id: paperId(id), ...changes });

/** Two papers annotated by hand. */
export const curated = packOf(
  'curated',
  'curated',
  [
    record('2401.00001', { title: 'Granite by hand', published: '2024-01-01' }),
    record('2401.00002', { title: 'Basalt by hand', published: '2024-03-01' }),
  ],
  '2024-04-01',
);

/** Three papers read by rule, of which the first is in `curated` too. */
export const wide = packOf(
  'wide',
  'automatic',
  [
    record('2401.00001', { title: 'Granite read', published: '2024-01-01' }),
    record('2401.00003', {
      title: 'Granite elsewhere',
      published: '2024-02-01',
      tags: ['x-ray', 'mimic-cxr'],
    }),
    record('2401.00004', { title: 'Chalk', published: '2024-05-01', tags: ['chest'] }),
  ],
  '2024-06-01',
);

/** The first page, large enough for all of them. */
export const all = { limit: 50 };

/** The ids of rows, in their order. */
export const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
