/**
 * The annotator's speed in CPU time: relative to a trivial pass over the same texts, and in abstracts per
 * second.
 */
import type { PaperText, TagDefinition } from '@/lib/domain/paper';
import { readPaper } from '@/lib/domain/reading';
import { cleanText } from '@/lib/domain/reading/clean-text';
import { findResults } from '@/lib/domain/reading/result';
import { splitSentences } from '@/lib/domain/reading/sentence';
import { compileReader } from './compiled-reader';
import { cpuOf } from './cpu-time';

/** Rounds that are not counted, while the engine compiles; and those that are. */
const WARM = 8;
const ROUNDS = 20;

const bestAndMean = (rounds: readonly number[]): { readonly best: number; readonly mean: number } => ({
  best: Math.min(...rounds),
  mean: rounds.reduce((sum, ms) => sum + ms, 0) / rounds.length,
});

const printHostile = (tags: readonly TagDefinition[]): void => {
  const hostile = '(0.9% of 1.2±'.repeat(80_000).slice(0, 1_000_000);
  const paper: PaperText = {
    title: hostile,
    abstract: hostile,
    categories: [],
    comments: hostile,
    links: [hostile],
  };
  console.log(
    `1 MB of hostile text in every field: ${cpuOf(() => readPaper(paper, tags)).toFixed(0)} ms of CPU`,
  );
  const inner = cpuOf(() => findResults(cleanText(hostile)));
  console.log(`the same without the cap on length, results alone: ${inner.toFixed(0)} ms of CPU`);
};

/**
 * Prints the speed of the annotator as shipped, as run from sources, and of the trivial pass; their rounds
 * alternate, so that load on the machine affects all equally.
 */
export const printSpeed = async (
  papers: readonly PaperText[],
  tags: readonly TagDefinition[],
): Promise<void> => {
  const shipped = await compileReader();
  const readAll = (): void => papers.forEach((paper) => shipped(paper, tags));
  const readSources = (): void => papers.forEach((paper) => readPaper(paper, tags));
  const splitAll = (): void => papers.forEach(({ abstract }) => splitSentences(cleanText(abstract).text));
  for (let warm = 0; warm < WARM; warm += 1) [readAll, readSources, splitAll].forEach((work) => work());
  const rounds = Array.from({ length: ROUNDS }, () => ({
    read: cpuOf(readAll),
    sources: cpuOf(readSources),
    split: cpuOf(splitAll),
  }));
  const read = bestAndMean(rounds.map((round) => round.read));
  const sources = bestAndMean(rounds.map((round) => round.sources));
  const split = bestAndMean(rounds.map((round) => round.split));
  // The minimum over many rounds is the code's own cost; the mean includes other load on the machine.
  const rate = (ms: number): number => Math.round(papers.length / (ms / 1000));
  console.log(
    `\nspeed, of ${ROUNDS} rounds: ${(read.best / split.best).toFixed(1)} times the CPU time of cleaning and splitting the abstract alone (mean ${(read.mean / split.mean).toFixed(1)}); ${rate(read.best)} abstracts a second at best, ${rate(read.mean)} on average (run from sources ${rate(sources.best)} and ${rate(sources.mean)})`,
  );
  printHostile(tags);
};
