/** Opens `data/model/terms.json`, the trained rarity of terms. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { TermStatisticsFile } from '@/lib/domain/term-statistics';

const fileSchema = z.object({
  format: z.literal(1),
  corpus: z.string(),
  documents: z.int().min(1),
  keys: z.string(),
  idf: z.string(),
});

/** The table as the trainer wrote it. Throws where the repository's own file is not one. */
export function readTermStatistics(): TermStatisticsFile {
  const text = readFileSync(new URL('../model/terms.json', import.meta.url), 'utf8');
  return fileSchema.parse(JSON.parse(text));
}
