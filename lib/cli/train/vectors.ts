/**
 * Term vectors by latent semantic analysis: the leading eigenvectors of the
 * term-by-term matrix of a corpus, each row scaled by the term's rarity so that
 * a document's vector is the sum of its terms' vectors by logarithmic count.
 */
import { leadingEigenvectors } from './eigenvectors';

/** One document as counted: parallel arrays of term numbers and logarithmic counts. */
export interface CountedDocument {
  readonly terms: Uint32Array;
  readonly counts: Float32Array;
}

/** The size of the vectors, and how rarity weighs in them. */
export interface VectorOptions {
  readonly dimensions: number;
  /** Power to which inverse document frequency is raised; below 1 it leaves common words a say. */
  readonly idfPower: number;
}

/**
 * Adds up `xᵀx` over the documents, each weighed and brought to unit length.
 * `idf` is by column; a term that `columnOf` maps below 0 is left out.
 */
const gramMatrix = (
  documents: readonly CountedDocument[],
  columnOf: Int32Array,
  weights: Float64Array,
): Float64Array => {
  const size = weights.length;
  const gram = new Float64Array(size * size);
  for (const { terms, counts } of documents) {
    const row: { column: number; weight: number }[] = [];
    for (const [i, term] of terms.entries()) {
      const column = columnOf[term] ?? -1;
      if (column >= 0) row.push({ column, weight: (counts[i] ?? 0) * (weights[column] ?? 0) });
    }
    const norm = row.reduce((sum, { weight }) => sum + weight * weight, 0) || 1;
    for (const a of row) {
      const scaled = a.weight / norm;
      const line = a.column * size;
      for (const b of row) gram[line + b.column] = (gram[line + b.column] ?? 0) + scaled * b.weight;
    }
  }
  return gram;
};

/**
 * Trains vectors for the columns. `columnOf` maps term numbers to columns (-1 =
 * none), `idf` holds each column's rarity. Returns one vector a column.
 */
export const trainVectors = (
  documents: readonly CountedDocument[],
  columnOf: Int32Array,
  idf: Float64Array,
  { dimensions, idfPower }: VectorOptions,
): Float64Array[] => {
  const weights = idf.map((value) => value ** idfPower);
  const gram = gramMatrix(documents, columnOf, weights);
  const basis = leadingEigenvectors(gram, weights.length, dimensions);
  return Array.from(weights, (weight, column) =>
    Float64Array.from(basis, (vector) => (vector[column] ?? 0) * weight),
  );
};
