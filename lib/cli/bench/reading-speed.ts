/**
 * The annotator's speed in CPU time: relative to a trivial pass over the same texts or to the reader of another
 * checkout, and in abstracts per second.
 *
 *   npx tsx lib/cli/bench/reading-speed.ts [--against CHECKOUT] [--corpus FILE]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { CORPUS, parseDocument, readRows } from '@/lib/cli/corpus';
import { exitWithUsageError, readOptions } from '@/lib/cli/usage-error';
import type { PaperText, TagDefinition } from '@/lib/domain/paper';
import { cleanText } from '@/lib/domain/reading/clean-text';
import { findResults } from '@/lib/domain/reading/result';
import { CHECKOUT, compileModule, compileReader, inTemporaryFolder } from './compiled-reader';
import { cpuOf } from './cpu-time';
import { medianOf } from './quantile';

const USAGE = 'usage: npx tsx lib/cli/bench/reading-speed.ts [--against CHECKOUT] [--corpus FILE]';

const ROUNDS = 5;
/** Abstracts that are read, spread over the corpus: one in so many, and at most so many. */
const STRIDE = 99;
const MOST = 1000;

/** Papers spread over a corpus. */
async function sampleOf(corpus: string): Promise<PaperText[]> {
  const papers: PaperText[] = [];
  let index = 0;
  for await (const row of readRows(corpus)) {
    index += 1;
    if (index % STRIDE !== 0 || row.fault !== undefined) continue;
    const document = parseDocument(row.value);
    if (typeof document !== 'string') papers.push({ ...document, comments: document.comment });
    if (papers.length === MOST) break;
  }
  return papers;
}

const printHostile = async (papers: readonly PaperText[], tags: readonly TagDefinition[]): Promise<void> => {
  const readPaper = await compileReader();
  // What is built once, and code that the engine has not compiled yet, do not count.
  for (const paper of papers) readPaper(paper, tags);
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

/** One kind of work, and the least CPU times of its rounds in milliseconds: of early passes, and of late ones. */
interface Measured {
  readonly name: string;
  readonly what: 'read' | 'split';
  readonly script: string;
  readonly rounds: number[];
  readonly late: number[];
}

const TIMES = z.tuple([z.number(), z.number()]);

const measured = (name: string, what: Measured['what'], script: string): Measured => ({
  name,
  what,
  script,
  rounds: [],
  late: [],
});

/** How many times the CPU time of others this reader takes: in the median of the rounds, and by the best of each. */
const ratiosOf = (mine: readonly number[], theirs: readonly number[]): string => {
  const ratios = mine.map((ms, round) => ms / (theirs[round] ?? Number.NaN));
  return `${medianOf(ratios).toFixed(3)} (median) and ${(Math.min(...mine) / Math.min(...theirs)).toFixed(3)} (best)`;
};

/**
 * Prints the speed of the annotator as shipped. Every round starts a process for each kind of work, one after the
 * other: in one process the code that was compiled for one reader and its garbage would slow down the other, and load
 * on the machine affects neighbouring processes equally, so that ratios within a round say the most.
 */
export const printSpeed = async (
  corpus: string,
  tags: readonly TagDefinition[],
  against?: string,
): Promise<void> => {
  const papers = await sampleOf(corpus);
  await inTemporaryFolder(async (folder) => {
    const compile = (checkout: string, name: string): Promise<string> =>
      compileModule(join(import.meta.dirname, 'reading-speed-child.ts'), checkout, join(folder, name));
    const own = await compile(CHECKOUT, 'own');
    const file = join(folder, 'papers.json');
    writeFileSync(file, JSON.stringify({ papers, tags }));
    const read = measured('this reader', 'read', own);
    const others = [measured('cleaning and splitting alone', 'split', own)];
    if (against !== undefined) others.push(measured(against, 'read', await compile(against, 'other')));
    for (let round = 0; round < ROUNDS; round += 1)
      for (const { what, script, rounds, late } of [read, ...others]) {
        const printed = execFileSync(process.execPath, [script, what, file], { encoding: 'utf8' });
        const [early, compiled] = TIMES.parse(JSON.parse(printed));
        rounds.push(early);
        late.push(compiled);
      }
    console.log(`\nspeed: CPU time of ${papers.length} abstracts, ${ROUNDS} rounds, a process for each`);
    for (const { name, rounds, late } of others)
      console.log(
        `  ${ratiosOf(read.rounds, rounds)} times that of ${name}; once all is compiled ${ratiosOf(read.late, late)}`,
      );
    // The least of many rounds is the code's own cost; the median includes other load on the machine.
    const rate = (ms: number): number => Math.round(papers.length / (ms / 1000));
    const ratesOf = (rounds: readonly number[]): string =>
      `${rate(Math.min(...rounds))} at best, ${rate(medianOf(rounds))} in the median`;
    for (const { name, rounds, late } of [read, ...others])
      console.log(`  ${name}: abstracts a second: ${ratesOf(rounds)}; once all is compiled ${ratesOf(late)}`);
  });
  await printHostile(papers, tags);
};

if (import.meta.filename === process.argv[1]) {
  const { against, corpus } = readOptions(
    { against: { type: 'string' }, corpus: { type: 'string', default: CORPUS } },
    USAGE,
  );
  if (!existsSync(corpus)) exitWithUsageError(`${corpus} is not there`, USAGE);
  const { tags } = z
    .object({ tags: z.array(z.custom<TagDefinition>()) })
    .parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8')));
  await printSpeed(corpus, tags, against === undefined ? undefined : resolve(against));
}
