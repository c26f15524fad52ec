/**
 * Compiles a corpus to a pack in memory, for measuring related papers on collections that are not in any pack.
 */
import { levelTerms } from '@/lib/domain/related/term-levels';
import type { CorpusDocument } from '@/lib/cli/corpus';
import { searchableDocument } from '@/lib/cli/rankers';
import type { PackParts } from '@/lib/domain/related/in-pack';
import type { RelatedModel } from '@/lib/domain/related/model';
import { packNibbles } from '@/lib/domain/related/nibbles';
import { openPaperVectors, writePaperVectors } from '@/lib/domain/related/paper-vectors';
import { vectorOfText } from '@/lib/domain/related/query-paper';
import { buildSearchIndex, listIds, openSearchIndex } from '@/lib/domain/search';
import type { TagDefinition } from '@/lib/domain/paper';
import type { InverseDocumentFrequency } from '@/lib/domain/text/terms';

/** Compiles titles, salient terms and vectors of a corpus, with tags if `tagsOf` returns any. */
export const compileCorpus = (
  documents: readonly CorpusDocument[],
  idf: InverseDocumentFrequency,
  model: RelatedModel,
  {
    taxonomy = [],
    tagsOf = () => [],
  }: {
    taxonomy?: readonly TagDefinition[];
    tagsOf?: (document: CorpusDocument) => readonly string[];
  } = {},
): PackParts => {
  const papers = documents.map((document) => ({
    ...searchableDocument(document),
    body: '',
    tags: tagsOf(document),
    terms: levelTerms(document.title, document.abstract, idf),
  }));
  const ids = listIds(documents.map(({ id }) => id));
  const opened = openSearchIndex(buildSearchIndex(papers, taxonomy), ids, taxonomy);
  if (!opened.ok) throw new Error(opened.message);
  const packed = documents.map(({ title, abstract }) => packNibbles(vectorOfText(title, abstract, model)));
  const definitions = new Map(taxonomy.map((tag) => [tag.id, tag]));
  return {
    index: opened.index,
    vectors: openPaperVectors(writePaperVectors(packed, model), documents.length),
    model,
    look: (id) => definitions.get(id),
  };
};
