/**
 * Measures the annotator's tags on abstracts labelled by hand: the share of correct tags, and whether the
 * paper's main task is among them, or printed.
 *
 *   npx tsx lib/cli/bench/tags.ts [--misses]
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { taxonomySchema } from '@/data/build/schema';
import type { Reading, TagDefinition } from '@/lib/domain/paper';
import { readPaper } from '@/lib/domain/reading';
import { CORPUS, readCorpus } from '@/lib/cli/corpus';
import { labelledIds, printJudged, printTasks } from './task-labels';

/** The path of the labels; the abstracts themselves are in the corpus. */
const LABELS = 'tests/bench/tag-labels.json';

/**
 * Labels of random abstracts of the corpus, half of them about medical imaging, written from the title and
 * about the first 800 characters before looking at the annotator's output. Its errors were inspected
 * afterwards, so the figures of a sample are unbiased only once. `main`: the paper is about one of these.
 * `also`: other tags that are right.
 */
const TagLabels = z.record(
  z.string(),
  z.record(z.string(), z.object({ main: z.array(z.string()).min(1), also: z.array(z.string()) })),
);

/** The counts of one sample: tags, correct tags, papers, papers whose main task was found. */
interface TagScore {
  readonly tags: number;
  readonly right: number;
  readonly papers: number;
  readonly withMain: number;
  readonly misses: readonly string[];
}

/** Scores one sample; papers whose abstract is missing from the corpus are left out. */
function scoreTags(
  labels: z.infer<typeof TagLabels>[string],
  papers: ReadonlyMap<string, Parameters<typeof readPaper>[0]>,
  taxonomy: readonly TagDefinition[],
): TagScore {
  const score = { tags: 0, right: 0, papers: 0, withMain: 0, misses: [] as string[] };
  for (const [id, { main, also }] of Object.entries(labels)) {
    const paper = papers.get(id);
    if (!paper) continue;
    const read = readPaper(paper, taxonomy).tags.map((tag) => tag.id);
    const right = new Set([...main, ...also]);
    const wrong = read.filter((tag) => !right.has(tag));
    const hasMain = read.some((tag) => main.includes(tag));
    score.papers += 1;
    score.tags += read.length;
    score.right += read.length - wrong.length;
    score.withMain += hasMain ? 1 : 0;
    for (const tag of wrong) score.misses.push(`${id} +${tag}`);
    if (!hasMain) score.misses.push(`${id} none of ${main.join(', ')}`);
  }
  return score;
}

const share = (part: number, whole: number): string =>
  `${(part / Math.max(1, whole)).toFixed(3)} of ${whole}`;

async function printTags(showMisses: boolean): Promise<void> {
  if (!existsSync(CORPUS)) {
    console.log(`skipped: ${CORPUS} is not there`);
    return;
  }
  const { tags } = taxonomySchema.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8')));
  const samples = TagLabels.parse(JSON.parse(readFileSync(LABELS, 'utf8')));
  const wanted = new Set([
    ...Object.values(samples).flatMap((labels) => Object.keys(labels)),
    ...labelledIds,
  ]);
  const papers = new Map(
    (await readCorpus(CORPUS)).filter(({ id }) => wanted.has(id)).map((paper) => [paper.id, paper]),
  );
  console.log('tags of random abstracts      right (wanted 0.95)   main task (wanted 0.85)');
  for (const [name, labels] of Object.entries(samples)) {
    const score = scoreTags(labels, papers, tags);
    console.log(
      `${name.padEnd(30)}${share(score.right, score.tags).padEnd(22)}${share(score.withMain, score.papers)}`,
    );
    if (showMisses) for (const line of score.misses) console.log(`  ${line}`);
  }
  const read = (id: string): Reading | undefined => {
    const paper = papers.get(id);
    return paper && readPaper(paper, tags);
  };
  printTasks(read, tags, showMisses);
  printJudged(read);
}

if (import.meta.filename === process.argv[1])
  await printTags(parseArgs({ options: { misses: { type: 'boolean', default: false } } }).values.misses);
