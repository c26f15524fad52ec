/** Reading a paper from its page, with the catalogue's own taxonomy and papers. */
import type { Readers } from '@/lib/domain/annotation';
import { readPaper } from '@/lib/domain/reading';
import { openRelatedAsset, type RelateReading } from '@/lib/domain/related/asset';
import { readOwnFile, type Catalogue } from './catalogue';

/** Reads tags, results and links; neighbours are found by `loadRelate`, which takes a file more. */
export function readersOf(catalogue: Catalogue): Pick<Readers, 'read'> {
  return { read: (text) => readPaper(text, catalogue.header.tags) };
}

const loading = new WeakMap<Catalogue, Promise<RelateReading>>();

async function load(catalogue: Catalogue): Promise<RelateReading> {
  const text = await readOwnFile('related.txt');
  const relate = text === undefined ? undefined : openRelatedAsset(text, catalogue);
  // Without the file a reading is still worth having; it then has no neighbours.
  return relate ?? (() => []);
}

/** What finds the catalogue's papers near to a reading; loaded once per context, when first needed. */
function loadRelate(catalogue: Catalogue): Promise<RelateReading> {
  const started = loading.get(catalogue) ?? load(catalogue);
  loading.set(catalogue, started);
  return started;
}

/** Everything that a reading needs. */
export async function loadReaders(catalogue: Catalogue): Promise<Omit<Readers, 'findTag'>> {
  return { ...readersOf(catalogue), findRelated: await loadRelate(catalogue) };
}
