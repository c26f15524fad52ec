/** The salient stems of a paper as an index keeps them: each with a level that says how much it says of the paper. */
import type { TermLevel } from '@/lib/domain/search/paper';
import { levelOfWeight } from '@/lib/domain/search/postings';
import { BOILERPLATE } from '@/lib/domain/text/stop-words';
import { countTerms, rarityOf, titledCount, type InverseDocumentFrequency } from '@/lib/domain/text/terms';
import { TERM_RARITY } from './in-pack';

/** A word of a paper, by its stem; `count` is its logarithmic count up to a factor common to the paper. */
export interface LevelledWord {
  readonly key: string;
  readonly count: number;
  readonly isTitled: boolean;
}

/** Words kept beside those of the title: those of the abstract that say most of it. */
const MOST_WORDS = 28;

/** The levels of a paper's words. Those of the title are all kept, of the others the `most` weightiest. */
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
export const levelTerms = (
  title: string,
  abstract: string,
  idf: InverseDocumentFrequency,
  most?: number,
): TermLevel[] =>
  levelWords(
    countTerms(title, abstract)
      .filter(({ length, surface }) => length === 1 && !BOILERPLATE.has(surface))
      .map((term) => ({ key: term.key, count: titledCount(term), isTitled: term.inTitle > 0 })),
    idf,
    most,
  );
