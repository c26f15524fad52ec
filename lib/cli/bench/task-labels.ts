/**
 * Scores the reader on two files of labels of random abstracts: what their main task is, with contribution, and
 * which tags that it once read were right. Facts only; the abstracts are in the corpus.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Reading, TagDefinition } from '@/lib/domain/paper';
import { isSameName } from './name-match';

/** Returns the reading of the paper with this id; undefined if the corpus lacks it. */
export type Read = (id: string) => Reading | undefined;

/**
 * Written from the title and about 450 characters of the abstract before the reader ran on them. `tasks`: the main task in the words of the
 * field, then other names that a researcher would accept for it. Halves by a hash of the id; errors of the unseen
 * half are never printed.
 */
const TaskLabels = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      tasks: z.array(z.string()).min(1),
      contribution: z.array(z.string()),
    }),
  ),
);

/**
 * Tags as they were read, judged one by one, each wrong one with its kind. All were looked at afterwards. `twelfth` was
 * drawn and judged before the forms found wrong in it were mended (0.938 of 387 right, 0.915-0.958), `thirteenth` too
 * (0.920 of 499, 0.893-0.941). `fourteenth` was judged after that mending, the tags before and after it in one list
 * (0.914 of 304 before, 0.924 of 301 after).
 */
const JudgedTags = z.record(
  z.string(),
  z.record(z.string(), z.object({ right: z.array(z.string()), wrong: z.record(z.string(), z.string()) })),
);

const parse = <T>(file: string, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(`tests/bench/${file}`, 'utf8')));

const taskLabels = parse('task-labels.json', TaskLabels);
const judgedTags = parse('judged-tags.json', JudgedTags);

/** Ids of all labelled papers. */
export const labelledIds: readonly string[] = [taskLabels, judgedTags].flatMap((file) =>
  Object.values(file).flatMap((labels) => Object.keys(labels)),
);

const ratio = (part: number, whole: number): string =>
  `${(part / Math.max(1, whole)).toFixed(3)} of ${whole}`;

const shared = (got: readonly string[], want: readonly string[]): number =>
  got.filter((one) => want.includes(one)).length;

/** Prints how often the main task is said, by its first name and by any, with F1 of contribution. */
export function printTasks(read: Read, tags: readonly TagDefinition[], showMisses: boolean): void {
  for (const [name, labels] of Object.entries(taskLabels)) {
    const sum = { papers: 0, first: 0, any: 0, kinds: 0, allKinds: 0 };
    for (const [id, { tasks, contribution }] of Object.entries(labels)) {
      const reading = read(id);
      if (!reading) continue;
      const own = tags.filter((tag) => tag.facet === 'task' && reading.tags.some((one) => one.id === tag.id));
      const names = own.flatMap(({ label, forms }) => [label, ...forms]).concat(reading.task?.name ?? []);
      const isSaid = (task: string): boolean => names.some((one) => isSameName(one, task));
      const isFirst = tasks.slice(0, 1).some(isSaid);
      sum.papers += 1;
      sum.first += isFirst ? 1 : 0;
      sum.any += tasks.some(isSaid) ? 1 : 0;
      sum.kinds += 2 * shared(reading.contribution, contribution);
      sum.allKinds += reading.contribution.length + contribution.length;
      if (showMisses && name !== 'unseen' && !isFirst) console.log(`  ${id} says no ${tasks.join(', ')}`);
    }
    console.log(
      `main task, ${name}: ${ratio(sum.first, sum.papers)}, by any accepted name ${ratio(sum.any, sum.papers)}; contribution F1 ${ratio(sum.kinds, sum.allKinds)}`,
    );
  }
}

/** Prints how many of the tags judged right are still read, and how many of those judged wrong. */
export function printJudged(read: Read): void {
  for (const [name, papers] of Object.entries(judgedTags)) {
    const sum = { right: 0, kept: 0, wrong: 0, left: 0 };
    for (const [id, { right, wrong }] of Object.entries(papers)) {
      const got = read(id)?.tags.map((tag) => tag.id);
      if (!got) continue;
      sum.right += right.length;
      sum.kept += shared(right, got);
      sum.wrong += Object.keys(wrong).length;
      sum.left += shared(Object.keys(wrong), got);
    }
    console.log(
      `judged tags, ${name}: right ones kept ${ratio(sum.kept, sum.right)}, wrong ones left ${ratio(sum.left, sum.wrong)}`,
    );
  }
}
