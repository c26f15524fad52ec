/** Opens the trained files under `data/model`, for the build and the importer. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { openRelatedModel } from '@/lib/domain/related/model';
import type { RelatedModel } from '@/lib/domain/related/model';
import { openTermStatistics } from '@/lib/domain/text/term-statistics';
import type { TermStatistics, TermStatisticsFile } from '@/lib/domain/text/term-statistics';

const termsSchema = z.object({
  format: z.literal(1),
  corpus: z.string(),
  documents: z.int().min(1),
  keys: z.string(),
  idf: z.string(),
});

const relatedSchema = termsSchema.extend({
  vectors: z.object({ dimensions: z.int().min(1), scales: z.string(), codes: z.string() }),
});

const readText = (name: string): string => readFileSync(new URL(`../model/${name}`, import.meta.url), 'utf8');

const read = (name: string): unknown => JSON.parse(readText(name));

/** How rare terms are. Throws where the repository's own file is not one. */
export const readTermStatistics = (): TermStatistics =>
  openTermStatistics(termsSchema.parse(read('terms.json')));

/** What likeness is measured with. Throws where the repository's own file is not one. */
export const readRelatedModel = (): RelatedModel =>
  openRelatedModel(relatedSchema.parse(read('related.json')));

/** The model's table of rarities as its file has it, to be shipped in part. */
export const readRelatedStatistics = (): TermStatisticsFile => relatedSchema.parse(read('related.json'));
