/**
 * The trained model for related papers: how rare terms are, and vectors in which words of similar use are
 * close.
 */
import type { InverseDocumentFrequency } from '@/lib/domain/text/terms';

/** The opened model (`word-vectors.ts` describes its file). */
export interface RelatedModel {
  readonly idf: InverseDocumentFrequency;
  readonly dimensions: number;
  /** The vector of a key, of length `dimensions`; undefined if the term is too rare to have one. */
  readonly vector: (key: string) => Float32Array | undefined;
  /** Identifies the training: only vectors of the same version can be compared. */
  readonly version: number;
}

/** The fields of a model without vectors. */
export const NO_VECTORS = {
  dimensions: 0,
  vector: () => undefined,
  version: 0,
} as const satisfies Omit<RelatedModel, 'idf'>;
