/** The salient stems of a paper as an index stores them, each with its level of salience. */
import type { TermLevel } from '@/lib/domain/search/paper';
import { levelOfWeight } from '@/lib/domain/search/postings';
import { BOILERPLATE } from '@/lib/domain/text/stop-words';
import { countTerms, rarityOf, titledCount, type InverseDocumentFrequency } from '@/lib/domain/text/terms';
import { TERM_RARITY } from './in-pack';

/** A word of a paper by its stem; `count` is its logarithmic count times a factor common to the paper. */
interface LevelledWord {
  readonly key: string;
  readonly count: number;
  readonly isTitled: boolean;
}

/** How many words are kept besides those of the title: the most salient of the abstract. */
const MOST_WORDS = 28;

/** The levels of a paper's words. All words of the title are kept, and of the others the `most` heaviest. */
export const levelWords = (
  words: readonly LevelledWord[],
  idf: InverseDocumentFrequency,
  most = MOST_WORDS,
): TermLevel[] => {
  const weighed = words
    .map((word) => ({ ...word, weight: word.count * rarityOf(word.key, idf) ** TERM_RARITY }))
    .toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  const ofTitle = weighed.filter(({ isTitled }) => isTitled);
  const kept = [...ofTitle, ...weighed.filter(({ isTitled }) => !isTitled).slice(0, most)];
  const norm = Math.hypot(...kept.map(({ weight }) => weight));
  return kept.flatMap(({ key, weight }) => {
    const level = levelOfWeight(weight / norm);
    return level === undefined ? [] : [[key, level] as const];
  });
};

/** The levels of a text's words. */
export const levelTerms = (title: string, abstract: string, idf: InverseDocumentFrequency): TermLevel[] =>
  levelWords(
    countTerms(title, abstract)
      .filter(({ length, surface }) => length === 1 && !BOILERPLATE.has(surface))
      .map((term) => ({ key: term.key, count: titledCount(term), isTitled: term.inTitle > 0 })),
    idf,
  );
