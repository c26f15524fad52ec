/** Names that papers of the corpus use, found by `npm run train-names -- --known`: `known-names.json`, which ships as data. */
import names from './known-names.json';

/** Datasets and benchmarks. */
export const KNOWN_DATA: ReadonlySet<string> = new Set(names.data);

/** Models, methods and networks. */
export const KNOWN_SYSTEMS: ReadonlySet<string> = new Set(names.system);
