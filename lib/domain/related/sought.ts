/** What related papers are sought for, as any pack can compare it with its own: counted words, tags and a vector. */
import type { PaperProfile, RelatedText } from '@/lib/domain/store';
import { BOILERPLATE } from '@/lib/domain/text/stop-words';
import { countTerms, titledCount } from '@/lib/domain/text/terms';
import type { RelatedModel } from './model';
import { isSurvey } from './paper-index';
import { stemsOf } from './shared';
import { countsOf, denseVector, type PaperTerm } from './vectors';

/** A word of the sought paper. */
export interface SoughtWord extends PaperTerm {
  /** Whether it stands in the title. */
  readonly isTitled: boolean;
}

/** A paper or a text that related papers are sought for. */
export interface SoughtPaper {
  readonly words: readonly SoughtWord[];
  /** Taxonomy ids. */
  readonly tags: readonly string[];
  /** Of unit length, or all 0 where no word has a vector. */
  readonly vector: Float32Array;
  readonly isSurvey: boolean;
}

const wordsOf = (title: string, abstract: string): SoughtWord[] =>
  countTerms(title, abstract)
    .filter(({ length }) => length === 1)
    .map((term) => ({
      key: term.key,
      surface: term.surface,
      count: titledCount(term),
      isTitled: term.inTitle > 0,
    }));

/** The vector of a text: what a pack keeps of its papers, and what it is asked with. */
export const vectorOfText = (title: string, abstract: string, model: RelatedModel): Float32Array =>
  denseVector(wordsOf(title, abstract), model);

/** A text with all its words. */
export const seekText = ({ title, abstract, tags }: RelatedText, model: RelatedModel): SoughtPaper => {
  const words = wordsOf(title, abstract);
  return {
    words: words.filter(({ surface }) => !BOILERPLATE.has(surface)),
    tags: [...new Set(tags)],
    vector: denseVector(words, model),
    isSurvey: isSurvey({ title, tags }),
  };
};

/** A paper of another pack, by what that pack tells of it. */
export const seekProfile = (profile: PaperProfile, model: RelatedModel): SoughtPaper => {
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
