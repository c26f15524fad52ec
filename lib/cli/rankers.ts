/** The extension's engines for search and related papers over a plain corpus, for ranking and benches. */
import { readRelatedModel } from '@/data/build/model-files';
import type { CorpusDocument } from '@/lib/cli/corpus';
import { buildRelatedIndex } from '@/lib/domain/related';
import type { RelatedIndex, RelatedInput } from '@/lib/domain/related';
import type { RelatedModel } from '@/lib/domain/related/model';
import { readQuery, scoreRelated } from '@/lib/domain/related/score';
import { createCollection, openPapers, rankText } from '@/lib/domain/search';
import type { SearchablePaper } from '@/lib/domain/search';
import { salientTerms } from '@/lib/domain/text/terms';

/** A document that was found; scores are only comparable within one query. */
interface Hit {
  readonly id: string;
  readonly score: number;
}

/** Ranks a corpus for a query, best first, at most `top` hits. */
export type Ranker = (query: CorpusDocument, top: number) => readonly Hit[];

/** Converts a corpus document for the search engine. */
export const searchableDocument = (document: CorpusDocument): SearchablePaper => ({
  id: document.id,
  title: document.title,
  authors: document.authors,
  summary: '',
  tags: document.categories,
  metrics: [],
  datasets: [],
  venue: document.comment,
  body: document.abstract,
  published: document.published,
  hasCode: document.hasCode,
  hasResults: false,
  comments: 0,
});

/** The search engine: any word of title and abstract may match, ranked as in the popup. */
export const createSearchRanker = (documents: readonly CorpusDocument[]): Ranker => {
  const index = openPapers(documents.map(searchableDocument), []);
  const collection = createCollection([{ name: 'corpus', index }]);
  return ({ title, abstract }, top) => rankText(collection, `${title}\n${abstract}`, top);
};

/** Converts a corpus document for the engine of related papers: all terms of the text, no tags. */
export const relatedDocument = (
  { id, title, abstract }: CorpusDocument,
  model: RelatedModel,
): RelatedInput<string> => ({
  id,
  title,
  tags: [],
  terms: salientTerms(title, abstract, { idf: model.idf, limit: Infinity, boilerplate: true }),
});

/** Builds the index of related papers over a whole corpus. */
export const buildCorpusIndex = (
  documents: readonly CorpusDocument[],
  model: RelatedModel,
): RelatedIndex<string> =>
  buildRelatedIndex(
    documents.map((document) => relatedDocument(document, model)),
    model,
  );

/** The engine of related papers; a document is never among its own related papers. */
export const createRelatedRanker = (documents: readonly CorpusDocument[]): Ranker => {
  const model = readRelatedModel();
  const index = buildCorpusIndex(documents, model);
  return (query, top) => {
    const scores = scoreRelated(index, readQuery(index, relatedDocument(query, model)));
    return Array.from(scores, (score, at) => ({ id: index.ids[at] ?? '', score }))
      .filter(({ id, score }) => score > 0 && id !== query.id)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, top);
  };
};
