/** Compiles what the popup shows before anything is typed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCatalogue } from '@/lib/domain/catalogue';
import { openPack } from '@/lib/domain/pack';
import { openCataloguePack } from '@/lib/domain/store/catalogue-pack';
import { readFirstPapers, type FirstPapers } from '@/lib/domain/store/first-papers';
import { mergePacks } from '@/lib/domain/store/merged';
import { packsIn } from './packs';

/** The compiled catalogue's texts. */
interface CatalogueTexts {
  readonly catalogue: string;
  readonly taxonomy: string;
}

/** The first papers of the catalogue and the packs in `folder`. Throws if either cannot be read. */
export async function compileFirstPapers(
  { catalogue: text, taxonomy }: CatalogueTexts,
  folder: string,
): Promise<FirstPapers> {
  const parsed = parseCatalogue(text, taxonomy);
  if (!parsed.ok) throw new Error(parsed.message);
  const { catalogue } = parsed;
  const curated = openCataloguePack(catalogue, { readRelated: () => Promise.resolve(undefined) });
  const packs = await Promise.all(
    packsIn(folder).map(async (name) => {
      const opened = await openPack({
        read: async (file) => new Uint8Array(readFileSync(join(folder, name, file))),
        taxonomy: catalogue.taxonomy.tags,
      });
      if (!opened.ok) throw new Error(opened.message);
      return opened.pack;
    }),
  );
  return readFirstPapers(mergePacks([curated, ...packs], { findTag: (id) => catalogue.taxonomy.tag(id) }));
}
