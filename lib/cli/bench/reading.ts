/**
 * Measures the reader: quality against labelled abstracts, task tags over a
 * corpus, speed. Prints the table and the misses by kind.
 *
 *   npx tsx lib/cli/bench/reading.ts [labels.json] [corpus.jsonl.gz]
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { TagDefinition } from '@/lib/domain/paper';
import { readPaper } from '@/lib/domain/reading';
import { parseDocument, readRows } from '@/lib/cli/corpus';
import { GoldPapers, MISS_KINDS, scoreReading, type Counts, type SetScore } from './reading-score';
import { printSpeed } from './reading-speed';

const Taxonomy = z.object({ tags: z.array(z.custom<TagDefinition>()) });

const share = (part: number, whole: number): string => (whole === 0 ? '  -  ' : (part / whole).toFixed(3));
const f1 = ({ right, found, gold }: Counts): string => share(2 * right, found + gold);
const precision = ({ right, found }: Counts): string => share(right, found);
const recall = ({ right, gold }: Counts): string => share(right, gold);

const row = (name: string, { results, links, contribution, modality }: SetScore): string =>
  [
    name.padEnd(8),
    `${results.gold} labelled, ${results.found} read, ${results.right} right`.padEnd(36),
    `P ${precision(results)} R ${recall(results)}`,
    `metric ${share(results.metric, results.right)} kind ${share(results.kind, results.right)} role ${share(results.role, results.right)}`,
    `links P ${precision(links)} R ${recall(links)} (${links.gold})`,
    `contribution F1 ${f1(contribution)}`,
    `modality F1 ${f1(modality)}`,
  ].join('  ');

const printQuality = (papers: z.infer<typeof GoldPapers>, tags: readonly TagDefinition[]): void => {
  const { sets, misses } = scoreReading(papers, tags);
  for (const [name, score] of Object.entries(sets)) console.log(row(name, score));
  for (const kind of MISS_KINDS) {
    console.log(`\n${kind}: ${misses[kind].length}`);
    for (const line of misses[kind]) console.log(`  ${line}`);
  }
};

const FIELDS = ['cs.CV', 'cs.CL', 'cs.LG', 'eess.IV'];
/** Every how many-th paper of the corpus is read for coverage. */
const STRIDE = 10;

const printCoverage = async (path: string, tags: readonly TagDefinition[]): Promise<void> => {
  const tasks = new Set(tags.filter((tag) => tag.facet === 'task').map((tag) => tag.id));
  const seen = new Map(FIELDS.map((field) => [field, { papers: 0, tagged: 0, byText: 0 }]));
  let index = 0;
  for await (const entry of readRows(path)) {
    index += 1;
    if (index % STRIDE !== 0 || entry.fault !== undefined) continue;
    const document = parseDocument(entry.value);
    if (typeof document === 'string') continue;
    const { tags: read } = readPaper({ ...document, comments: document.comment }, tags);
    const task = read.filter((tag) => tasks.has(tag.id));
    for (const field of FIELDS) {
      const counts = seen.get(field);
      if (!counts || !document.categories.includes(field)) continue;
      counts.papers += 1;
      counts.tagged += task.length > 0 ? 1 : 0;
      counts.byText += task.some((tag) => tag.span.text !== 'categories') ? 1 : 0;
    }
  }
  console.log('\nabstracts with a task tag');
  for (const [field, { papers, tagged, byText }] of seen)
    console.log(
      `  ${field.padEnd(8)} ${papers} read: ${share(tagged, papers)}, by their words ${share(byText, papers)}`,
    );
};

/** Runs the whole bench; what is not there is reported as skipped. */
const benchReading = async (labels: string, corpus: string): Promise<void> => {
  const { tags } = Taxonomy.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8')));
  if (existsSync(labels)) {
    const papers = GoldPapers.parse(JSON.parse(readFileSync(labels, 'utf8')));
    printQuality(papers, tags);
    await printSpeed(papers, tags);
  } else console.log(`skipped: ${labels} is not there`);
  if (existsSync(corpus)) await printCoverage(corpus, tags);
  else console.log(`skipped: ${corpus} is not there`);
};

if (import.meta.filename === process.argv[1])
  await benchReading(
    process.argv[2] ?? '../shared/gold/dev.json',
    process.argv[3] ?? '../shared/corpus/arxiv-100k.jsonl.gz',
  );
