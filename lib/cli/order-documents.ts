/** Orders documents from files by nearness to saved papers, with the extension's own code. */
import { readCatalogueSource } from '@/data/build/source';
import { readWordVectors } from '@/data/build/model-files';
import type { CorpusDocument } from '@/lib/cli/corpus';
import { orderEntries, openOrder, profileOf, type OrderedPaper, type PlacedEntry } from '@/lib/domain/order';
import type { TagDefinition } from '@/lib/domain/paper';
import { readTags } from '@/lib/domain/reading/tags';
import type { InverseDocumentFrequency } from '@/lib/domain/text/terms';

/** The data for preparing papers. */
interface OrderSources {
  readonly idf: InverseDocumentFrequency;
  readonly taxonomy: readonly TagDefinition[];
}

/** Reads the same data as the extension: its words' document frequencies, and the taxonomy. */
export const readOrderSources = (): OrderSources => ({
  idf: readWordVectors().idf,
  taxonomy: readCatalogueSource('data').tags,
});

/** A saved paper from a file; `savedAt` is an ISO 8601 time, absent if the file has none. */
export type SavedDocument = CorpusDocument & { readonly savedAt?: string | undefined };

/** Prepares a document for ordering. */
function orderedDocument(
  { id, title, abstract, categories }: CorpusDocument,
  { idf, taxonomy }: OrderSources,
): OrderedPaper<string> {
  const tags = readTags({ title, abstract, categories }, taxonomy);
  return {
    id,
    title,
    tags: tags.flatMap((found) => taxonomy.find((tag) => tag.id === found.id) ?? []),
    profile: profileOf({ title, abstract }, idf),
  };
}

/** Returns the entries, nearest first. */
export function orderDocuments(
  saved: readonly SavedDocument[],
  entries: readonly CorpusDocument[],
  sources: OrderSources,
): readonly PlacedEntry<string>[] {
  const order = openOrder(
    saved.map((document) => ({ ...orderedDocument(document, sources), savedAt: document.savedAt })),
  );
  return orderEntries(
    order,
    entries.map((document) => orderedDocument(document, sources)),
    { idf: sources.idf },
  );
}
