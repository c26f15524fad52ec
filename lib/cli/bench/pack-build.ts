/**
 * What `pack build` takes for a sample of the corpus and for a quarter of it, and, computed from the two, for all
 * of the corpus and of arXiv: CPU time, memory, and the size of the pack.
 *
 *   npx tsx lib/cli/bench/pack-build.ts [--records 8000]
 *
 * Memory is computed too from 40,000 records on, or more on a machine with more than two cores.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import * as z from 'zod/mini';
import { CORPUS, readLines } from '@/lib/cli/corpus';
import { PIECE } from '@/lib/cli/pack/build';

const CHILD = new URL('pack-build-child.ts', import.meta.url).pathname;
const FIGURES = z.object({
  papers: z.number(),
  seconds: z.number(),
  cpu: z.number(),
  memory: z.number(),
  zipped: z.number(),
});
type Figures = z.infer<typeof FIGURES>;

/** For how many papers the figures are computed: the corpus, and arXiv in 2026. */
const COMPUTED = [100_000, 2_700_000];

const build = async (lines: readonly string[], folder: string): Promise<Figures> => {
  const file = join(folder, 'records.jsonl');
  writeFileSync(file, lines.join('\n'));
  const args = ['--import', 'tsx', CHILD, file, join(folder, 'measured')];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return FIGURES.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
};

/** A figure on the straight line through two builds. */
const computeAt = (papers: number, less: Figures, more: Figures, figure: keyof Figures): number =>
  less[figure] + ((more[figure] - less[figure]) / (more.papers - less.papers)) * (papers - less.papers);

const row = (name: string, papers: number, cpu: number, others: readonly string[], zipped: number): string =>
  `| ${name} | ${papers} | ${(cpu / 60).toFixed(1)} | ${others.join(' | ')} | ${(zipped / 1e6).toFixed(1)} (${(zipped / papers).toFixed(0)}) |`;

const measured = ({ papers, seconds, cpu, memory, zipped }: Figures): string =>
  row('measured', papers, cpu, [(seconds / 60).toFixed(1), (memory / 1e6).toFixed(0)], zipped);

/** Memory is only computed from builds in which every thread had a whole piece: until then it grows faster. */
const computed = (papers: number, less: Figures, more: Figures): string => {
  const areWhole = less.papers >= PIECE * availableParallelism();
  const memory = areWhole ? (computeAt(papers, less, more, 'memory') / 1e6).toFixed(0) : '–';
  const at = (figure: keyof Figures): number => computeAt(papers, less, more, figure);
  return row('computed', papers, at('cpu'), ['–', memory], at('zipped'));
};

const { values } = parseArgs({ options: { records: { type: 'string', default: '8000' } } });
if (!existsSync(CORPUS)) console.log(`skipped: ${CORPUS} is not here`);
else {
  const records = Number(values.records);
  const lines: string[] = [];
  for await (const line of readLines(CORPUS)) if (line !== '') lines.push(line);
  const sampled = (count: number): string[] => {
    const step = Math.max(1, lines.length / count);
    return Array.from(
      { length: Math.min(count, lines.length) },
      (_, at) => lines[Math.floor(at * step)] ?? '',
    );
  };
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-pack-build-'));
  try {
    console.log(
      `pack build on ${availableParallelism()} cores\n| | papers | CPU minutes | minutes | memory MB | zipped MB (bytes a paper) |\n|---|---|---|---|---|---|`,
    );
    const less = await build(sampled(Math.ceil(records / 4)), folder);
    console.log(measured(less));
    const more = await build(sampled(records), folder);
    console.log(measured(more));
    for (const papers of COMPUTED) console.log(computed(papers, less, more));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
