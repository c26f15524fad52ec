/**
 * The project's own labels (`labels.jsonl`) of numbers in abstracts of the corpus, in the second version of the
 * schema (`gold/GUIDE2.md`). They contain no text: a number is identified by its position in the abstract.
 */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { GoldResult, type GoldPaper } from '@/lib/cli/bench/reading-gold';
import { CORPUS, parseDocument, readLines, readRows } from '@/lib/cli/corpus';

const FILE = 'lib/cli/train/labels.jsonl';

/**
 * Held-out labels: nothing is fitted on them and no rule is written for them. Their figures are printed, their
 * errors never.
 */
const HELD_BACK = 'lib/cli/bench/held-back.jsonl';

/** Held-out labels that were drawn later, by one hand: half of 111 abstracts over more fields. */
const HELD_BACK_LATER = 'lib/cli/bench/held-back-2.jsonl';

/**
 * Held-out labels of the fields that the others hardly contain: a quarter of the abstracts that were drawn there,
 * with or without results.
 */
const HELD_BACK_OTHER_FIELDS = 'lib/cli/bench/held-back-3.jsonl';

const placed = z.array(
  GoldResult.unwrap()
    .omit({ quote: true })
    // In characters of the abstract, as in the corpus.
    .extend({ at: z.number(), length: z.number() }),
);

const Label = z.object({
  id: z.string(),
  results: placed,
  // Numbers for which both reading and ignoring them is right.
  resultsOptional: placed.default([]),
});

/** Converts a label's position to a quote of the words around it. */
const quoted =
  (abstract: string) =>
  ({ at, length, ...result }: z.infer<typeof placed>[number]): GoldResult => ({
    ...result,
    quote: abstract.slice(Math.max(0, at - BEFORE), at + length + BEHIND),
  });

/** How many characters before and after a number distinguish it from others with the same digits. */
const BEFORE = 120;
const BEHIND = 60;

/** The labelled papers with their texts from the corpus; none if the corpus is missing. */
export const readOwnLabels = (corpus = CORPUS): Promise<readonly GoldPaper[]> => readLabels(FILE, corpus);

/** The held-out papers in the same form. */
export const readHeldBack = (corpus = CORPUS): Promise<readonly GoldPaper[]> => readLabels(HELD_BACK, corpus);

/** The held-out papers that were drawn later, in the same form; a set of its own, so that figures stay comparable. */
export const readHeldBackLater = (corpus = CORPUS): Promise<readonly GoldPaper[]> =>
  readLabels(HELD_BACK_LATER, corpus);

/** The held-out papers of other fields, in the same form. */
export const readHeldBackOtherFields = (corpus = CORPUS): Promise<readonly GoldPaper[]> =>
  readLabels(HELD_BACK_OTHER_FIELDS, corpus);

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
