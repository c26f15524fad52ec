/**
 * The project's own labels (`labels.jsonl`): what people read in the numbers of abstracts of the corpus, in the second
 * form of `gold/GUIDE2.md`. They are facts without texts: a number is found again by its place in the abstract.
 */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { GoldResult, type GoldPaper } from '@/lib/cli/bench/reading-gold';
import { CORPUS, parseDocument, readLines, readRows } from '@/lib/cli/corpus';

const FILE = 'lib/cli/train/labels.jsonl';

/** Labels by which nothing is fitted and no rule is written: their figures are printed, their misses never. */
const HELD_BACK = 'lib/cli/bench/held-back.jsonl';

const placed = z.array(
  GoldResult.unwrap()
    .omit({ quote: true })
    // Characters of the abstract as the corpus has it.
    .extend({ at: z.number(), length: z.number() }),
);

const Label = z.object({
  id: z.string(),
  results: placed,
  // Numbers that a reader may call a result or not.
  resultsOptional: placed.default([]),
});

/** A placed number with the words around it in place of its place. */
const quoted =
  (abstract: string) =>
  ({ at, length, ...result }: z.infer<typeof placed>[number]): GoldResult => ({
    ...result,
    quote: abstract.slice(Math.max(0, at - BEFORE), at + length + BEHIND),
  });

/** Characters before and behind a number that tell it from others of the same figures. */
const BEFORE = 120;
const BEHIND = 60;

/** The labelled papers with their texts from the corpus; none where there is no corpus. */
export const readOwnLabels = (corpus = CORPUS): Promise<readonly GoldPaper[]> => readLabels(FILE, corpus);

/** The papers that are held back, in the same form. */
export const readHeldBack = (corpus = CORPUS): Promise<readonly GoldPaper[]> => readLabels(HELD_BACK, corpus);

async function readLabels(file: string, corpus: string): Promise<readonly GoldPaper[]> {
  if (!existsSync(corpus)) return [];
  const labels = new Map<string, z.infer<typeof Label>>();
  for await (const row of readRows(file))
    if (row.fault === undefined) {
      const label = Label.parse(row.value);
      labels.set(label.id, label);
    }
  const papers: GoldPaper[] = [];
  for await (const line of readLines(corpus)) {
    const [, id = ''] = /^\{"id": "([^"]+)"/.exec(line) ?? [];
    const label = labels.get(id);
    if (!label) continue;
    const document = parseDocument(JSON.parse(line));
    if (typeof document === 'string') continue;
    const { title, abstract, categories } = document;
    papers.push({
      id,
      set: 'general',
      title,
      abstract,
      categories: [...categories],
      results: label.results.map(quoted(abstract)),
      resultsOptional: label.resultsOptional.map(quoted(abstract)),
      links: [],
      contribution: [],
      contributionOptional: [],
      tasks: [],
      modalities: [],
      modalitiesOptional: [],
    });
  }
  return papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
