/** The trained model behind related papers: how rare terms are, and vectors that bring words of like use together. */
import type { InverseDocumentFrequency } from '@/lib/domain/text/terms';

/** The model, opened (`word-vectors.ts` has the form of its file). */
export interface RelatedModel {
  readonly idf: InverseDocumentFrequency;
  readonly dimensions: number;
  /** The vector of a key, `dimensions` long; undefined where the term is too rare to have one. */
  readonly vector: (key: string) => Float32Array | undefined;
  /** Tells its vectors from those of another training: vectors of papers can be compared under the same alone. */
  readonly version: number;
}

/** What a model without vectors has in their place. */
export const NO_VECTORS = {
  dimensions: 0,
  vector: () => undefined,
  version: 0,
} as const satisfies Omit<RelatedModel, 'idf'>;
