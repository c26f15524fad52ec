/**
 * The paper or text for which related papers are wanted, in a form that any pack can compare with its own
 * papers: counted words, tags and a vector.
 */
import type { PaperProfile, RelatedText } from '@/lib/domain/store';
import { BOILERPLATE } from '@/lib/domain/text/stop-words';
import { countTerms, titledCount } from '@/lib/domain/text/terms';
import type { RelatedModel } from './model';
import { isSurvey } from './paper-index';
import { stemsOf } from './shared';
import { countsOf, denseVector, type PaperTerm } from './vectors';

/** A word of that paper. */
interface QueryWord extends PaperTerm {
  /** Whether it is in the title. */
  readonly isTitled: boolean;
}

/** A paper or text for which related papers are wanted. */
export interface QueryPaper {
  readonly words: readonly QueryWord[];
  /** Taxonomy ids. */
  readonly tags: readonly string[];
  /** A unit vector, or all 0 if no word has a vector. */
  readonly vector: Float32Array;
  readonly isSurvey: boolean;
}

const wordsOf = (title: string, abstract: string): QueryWord[] =>
  countTerms(title, abstract)
    .filter(({ length }) => length === 1)
    .map((term) => ({
      key: term.key,
      surface: term.surface,
      count: titledCount(term),
      isTitled: term.inTitle > 0,
    }));

/** The vector of a text, both for papers of packs and for queries. */
export const vectorOfText = (title: string, abstract: string, model: RelatedModel): Float32Array =>
  denseVector(wordsOf(title, abstract), model);

/** Prepares a text, with all its words. */
export const queryOfText = ({ title, abstract, tags }: RelatedText, model: RelatedModel): QueryPaper => {
  const words = wordsOf(title, abstract);
  return {
    words: words.filter(({ surface }) => !BOILERPLATE.has(surface)),
    tags: [...new Set(tags)],
    vector: denseVector(words, model),
    isSurvey: isSurvey({ title, tags }),
  };
};

/** Prepares a paper of another pack from its profile. */
export const queryOfProfile = (profile: PaperProfile, model: RelatedModel): QueryPaper => {
  const { title, tags, terms, vector } = profile;
  const titled = new Set(stemsOf(title));
  const words = countsOf(terms, model)
    .filter(({ key }) => !key.includes(' '))
    .map((word) => ({ ...word, isTitled: titled.has(word.key) }));
  return {
    words,
    tags: [...new Set(tags)],
    vector: vector ? Float32Array.from(vector) : denseVector(words, model),
    isSurvey: isSurvey({ title, tags }),
  };
};
