/** Saved papers for benches that are real ones: papers of the shipped pack, with the terms of their abstracts. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CORPUS, type CorpusDocument } from '@/lib/cli/corpus';
import { readPack } from '@/lib/cli/pack/read-pack';
import { termsOf } from '@/lib/domain/library/known-paper';
import type { OwnPaper } from '@/lib/domain/library/own-index';
import { readSavedPaper, type SavedPaper } from '@/lib/domain/library/saved-paper';
import { READING_STATUSES } from '@/lib/domain/provenance';

/** The folder of the shipped pack. */
export const PACK = 'data/packs/wide';

/** A saved paper with its terms. */
export type BenchPaper = OwnPaper & { readonly paper: SavedPaper };

/** Whether the pack and the corpus of its abstracts are here. */
export const hasBenchPapers = (): boolean => existsSync(join(PACK, 'manifest.json')) && existsSync(CORPUS);

/** As many papers of the pack, spread evenly over it, as if each had been saved from its page. */
export function benchPapers(
  count: number,
  documents: ReadonlyMap<string, CorpusDocument>,
): readonly BenchPaper[] {
  const all = [...readPack(PACK).records()].flat();
  return Array.from({ length: count }, (_, at) => {
    const record = all[Math.floor((at * all.length) / count)];
    if (!record) return [];
    const savedAt = new Date(Date.UTC(2024, 0, 1) + at * 3_600_000).toISOString();
    const paper = readSavedPaper({
      ...record,
      authors: { names: record.authors },
      summary: '',
      savedAt,
      changedAt: savedAt,
      status: READING_STATUSES[at % READING_STATUSES.length],
      ownTags: at % 9 === 0 ? ['thesis'] : [],
      note: '',
    });
    const { title = record.title, abstract } = documents.get(record.id) ?? {};
    return paper ? [{ paper, terms: termsOf(title, { abstract }) }] : [];
  }).flat();
}
