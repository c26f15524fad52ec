/** The engine for related papers and its baselines, all on the same terms. */
import type { CorpusDocument } from '@/lib/cli/corpus';
import { createSearchRanker, relatedDocument } from '@/lib/cli/rankers';
import type { RelatedInput } from '@/lib/domain/related';
import { buildRelatedIndex } from '@/lib/domain/related';
import type { RelatedModel } from '@/lib/domain/related/model';
import { readQuery, scoreParts } from '@/lib/domain/related/score';
import { scoreTexts } from '@/lib/domain/related/in-pack';
import { queryOfText } from '@/lib/domain/related/query-paper';
import { countTerms, titledCount } from '@/lib/domain/text/terms';
import type { InverseDocumentFrequency } from '@/lib/domain/text/terms';
import { compileCorpus } from './pack-parts';

/** Returns the candidates' scores for a query paper, by id. */
export type Scorer = (query: string) => ReadonlyMap<string, number>;

const remember = (scorer: Scorer): Scorer => {
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (query) => {
    let scores = known.get(query);
    if (scores === undefined) known.set(query, (scores = scorer(query)));
    return scores;
  };
};

/** Baseline: the popup's search engine, with the whole text as the query. */
export const scoreBySearch = (documents: readonly CorpusDocument[]): Scorer => {
  const ranker = createSearchRanker(documents);
  const byId = new Map(documents.map((each) => [each.id, each]));
  return remember((query) => {
    const document = byId.get(query);
    const hits = document ? ranker(document, documents.length) : [];
    return new Map(hits.map(({ id, score }) => [id, score]));
  });
};

/** Baseline: plain TF-IDF over words, with the collection's idf. */
export const scoreByTfIdf = (documents: readonly CorpusDocument[]): Scorer => {
  const counted = documents.map(({ title, abstract }) =>
    countTerms(title, abstract).filter(({ length }) => length === 1),
  );
  const holders = new Map<string, number>();
  for (const terms of counted) for (const { key } of terms) holders.set(key, (holders.get(key) ?? 0) + 1);
  const vectors = new Map(
    documents.map(({ id }, at) => {
      const weighed = (counted[at] ?? []).map((term): [string, number] => [
        term.key,
        titledCount(term) * Math.log(documents.length / (holders.get(term.key) ?? 1)),
      ]);
      const norm = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
      return [id, new Map(weighed.map(([key, weight]) => [key, weight / norm]))];
    }),
  );
  return remember((query) => {
    const wanted = vectors.get(query) ?? new Map<string, number>();
    const dot = (vector: ReadonlyMap<string, number>): number => {
      let sum = 0;
      for (const [key, weight] of wanted) sum += weight * (vector.get(key) ?? 0);
      return sum;
    };
    return new Map(Array.from(vectors, ([id, vector]) => [id, dot(vector)]));
  });
};

/** Combines the scores of the engine's parts with the given weights. */
export type MixScorer = (dense: number, tags: number) => Scorer;

/** The engine with a model, for any weights of its parts. `tagsOf` adds tags. */
export const scoreByEngine = (
  documents: readonly CorpusDocument[],
  model: RelatedModel,
  { tagsOf = () => [] }: { tagsOf?: (document: CorpusDocument) => readonly string[] } = {},
): MixScorer => {
  const asInput = (document: CorpusDocument): RelatedInput<string> => ({
    ...relatedDocument(document, model),
    tags: tagsOf(document),
  });
  const index = buildRelatedIndex(
    documents.map((document) => asInput(document)),
    model,
  );
  const byId = new Map(documents.map((each) => [each.id, asInput(each)]));
  const parts = new Map<string, ReturnType<typeof scoreParts>>();
  const partsOf = (query: string): ReturnType<typeof scoreParts> | undefined => {
    const input = byId.get(query);
    if (!parts.has(query) && input) parts.set(query, scoreParts(index, readQuery(index, input)));
    return parts.get(query);
  };
  return (dense, tags) =>
    remember((query) => {
      const scores = partsOf(query);
      return new Map(
        index.ids.map((id, at) => {
          const text = (1 - dense) * (scores?.terms[at] ?? 0) + dense * (scores?.dense[at] ?? 0);
          return [id, (1 - tags) * text + tags * (scores?.tags[at] ?? 0)];
        }),
      );
    });
};

/**
 * A text from a page against the collection in the form of a pack, with salient terms and quantised vectors.
 */
export const scoreByPack = (
  documents: readonly CorpusDocument[],
  idf: InverseDocumentFrequency,
  model: RelatedModel,
): MixScorer => {
  const parts = compileCorpus(documents, idf, model);
  const byId = new Map(documents.map((each) => [each.id, each]));
  return (dense) =>
    remember((query) => {
      const { title, abstract } = byId.get(query) ?? { title: '', abstract: '' };
      const scores = scoreTexts(parts, queryOfText({ title, abstract, tags: [] }, model), dense);
      return new Map(documents.map(({ id }, at) => [id, scores[at] ?? 0]));
    });
};
