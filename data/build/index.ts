/** Builds the catalogue: reads, relates, checks and compiles it. */
import { fileURLToPath } from 'node:url';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { checkCatalogue } from './check';
import { compileCatalogue } from './compile';
import { encodeRelatedAsset } from '@/lib/domain/related/asset';
import type { Fault } from './faults';
import { readRelatedStatistics } from './model-files';
import { computeRelated } from './related-papers';
import { readCatalogueSource } from './source';
import type { CatalogueSource } from './source';

export { formatFault } from './faults';

/** The repository's own `data/`. */
export const DATA_FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** The result of building a source folder. */
interface CatalogueBuild {
  readonly source: CatalogueSource;
  /** All faults; a release has none. */
  readonly faults: readonly Fault[];
  /** The text of `catalogue.ndjson`. */
  readonly text: string;
  /** The text of `taxonomy.json`. */
  readonly taxonomy: string;
  /** The text of `related.txt`, with which papers related to readings are found. */
  readonly relatedAsset: string;
  readonly ids: readonly PaperId[];
}

/** Builds the catalogue of a source folder. Faults do not stop it; the caller decides whether to ship. */
export function buildCatalogue(folder: string = DATA_FOLDER): CatalogueBuild {
  const source = readCatalogueSource(folder);
  const related = computeRelated(source.records, source.tags);
  const { text, taxonomy } = compileCatalogue({ ...source, related });
  const faults = checkCatalogue(source, related);
  const relatedAsset = encodeRelatedAsset(readRelatedStatistics(), source.records);
  return { source, faults, text, taxonomy, relatedAsset, ids: source.records.map(({ id }) => id) };
}
