/** Opens the trained files in `data/model`, for the build and the importer. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { RelatedModel } from '@/lib/domain/related/model';
import { openWordVectors, type WordVectors } from '@/lib/domain/related/word-vectors';
import { openTermStatistics } from '@/lib/domain/text/term-statistics';
import type { TermStatistics, TermStatisticsFile } from '@/lib/domain/text/term-statistics';

const termsSchema = z.object({
  format: z.literal(1),
  corpus: z.string(),
  documents: z.int().min(1),
  keys: z.string(),
  idf: z.string(),
});

const pathOf = (name: string): string => fileURLToPath(new URL(`../model/${name}`, import.meta.url));

const readTerms = (name: string): TermStatisticsFile =>
  termsSchema.parse(JSON.parse(readFileSync(pathOf(name), 'utf8')));

/** How rare terms are. Throws if the repository's own file is invalid. */
export const readTermStatistics = (): TermStatistics => openTermStatistics(readTerms('terms.json'));

/** The shipped vectors of words. Throws if the repository's own file is damaged. */
export const readWordVectors = (): WordVectors => {
  const words = openWordVectors(Uint8Array.from(readFileSync(pathOf('words.bin'))));
  if (words === undefined)
    throw new Error('data/model/words.bin is damaged: npm run train-vectors writes it');
  return words;
};

/** The model for comparing whole texts, in which pairs of words have a rarity too. Throws like the others. */
export const readRelatedModel = (): RelatedModel => {
  const { dimensions, vector, version } = readWordVectors();
  return { dimensions, vector, version, idf: openTermStatistics(readRelatedStatistics()).idf };
};

/** The model's table of rarities as in its file, of which a part is shipped. */
export const readRelatedStatistics = (): TermStatisticsFile => readTerms('related.json');
