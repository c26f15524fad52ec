/** Scores the reader against abstracts labelled by hand: counts by set, and every miss by kind. */
import { z } from 'zod';
import { findMetric } from '@/lib/domain/metrics';
import type { Reading, TagDefinition } from '@/lib/domain/paper';
import { readPaper } from '@/lib/domain/reading';

/** The labels: one record a paper. What only one labelling had is in the `…Optional` fields and counts neither way. */
export const GoldPapers = z.array(
  z.object({
    id: z.string(),
    set: z.enum(['medical', 'general']),
    title: z.string(),
    abstract: z.string(),
    categories: z.array(z.string()),
    results: z.array(
      z.object({
        quote: z.string(),
        value: z.string(),
        metric: z.string().nullable(),
        metricAlt: z.array(z.string()).optional(),
        kind: z.string(),
        role: z.string(),
      }),
    ),
    links: z.array(z.string()),
    contribution: z.array(z.string()),
    contributionOptional: z.array(z.string()).default([]),
    modalities: z.array(z.string()).default([]),
    modalitiesOptional: z.array(z.string()).default([]),
  }),
);
/** A paper with what people read in its abstract. */
export type GoldPaper = z.infer<typeof GoldPapers>[number];

/** Items labelled, items read, and items read that were labelled. */
export interface Counts {
  gold: number;
  found: number;
  right: number;
}

/** `metric`, `kind` and `role` count the found results that have it right. */
export interface SetScore {
  readonly results: Counts & { metric: number; kind: number; role: number };
  readonly links: Counts;
  readonly contribution: Counts;
  readonly modality: Counts;
}

/** What can be wrong with a reading, for the lists of misses. */
export const MISS_KINDS = [
  'missed',
  'spurious',
  'metric',
  'kind',
  'role',
  'links',
  'contribution',
  'modality',
] as const;
export type MissKind = (typeof MISS_KINDS)[number];

/** Scores by set of papers, and each miss in words. */
export interface ReadingScore {
  readonly sets: Readonly<Record<'medical' | 'general' | 'all', SetScore>>;
  readonly misses: Readonly<Record<MissKind, string[]>>;
}

const counts = (): Counts => ({ gold: 0, found: 0, right: 0 });
const setScore = (): SetScore => ({
  results: { ...counts(), metric: 0, kind: 0, role: 0 },
  links: counts(),
  contribution: counts(),
  modality: counts(),
});

/** The figures of a value, which is what two printings of it share: "16 x" = "16X", "37.51 dB" = "37.51". */
const figuresOf = (value: string): string =>
  value
    .toLowerCase()
    .match(/\d+(?:[.,]\d+)*/g)
    ?.join(' ') ?? value.toLowerCase().replace(/[^a-z]/g, '');

/** Standard name where the lexicon has one, else the words that carry meaning. */
const nameOf = (name: string | null): string =>
  (name === null ? '' : (findMetric(name)?.name ?? name))
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[^a-z\d]+/g, ' ')
    .replace(/\b(?:score|mean|average|overall)\b/g, '')
    .replace(/s\b/g, '')
    .trim();

const targetOf = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?|^www\./, '')
    .replace(/\/$/, '')
    .toLowerCase();

const asId = (name: string): string => name.replaceAll(' ', '-');

/** Reads every paper and scores it; `tags` is the taxonomy. */
export function scoreReading(papers: readonly GoldPaper[], tags: readonly TagDefinition[]): ReadingScore {
  const sets = { medical: setScore(), general: setScore(), all: setScore() };
  const misses: Record<MissKind, string[]> = {
    missed: [],
    spurious: [],
    metric: [],
    kind: [],
    role: [],
    links: [],
    contribution: [],
    modality: [],
  };
  const modalities = new Set(tags.filter((tag) => tag.facet === 'modality').map((tag) => tag.id));
  for (const paper of papers) {
    const reading = readPaper(paper, tags);
    const both = [sets[paper.set], sets.all];
    scoreResults(paper, reading, both, misses);
    const compare = (
      kind: 'links' | 'contribution' | 'modality',
      gold: readonly string[],
      read: readonly string[],
      neutral: readonly string[] = [],
    ): void => {
      const want = new Set(gold);
      const got = read.filter((one) => want.has(one) || !neutral.includes(one));
      for (const score of both) {
        score[kind].gold += want.size;
        score[kind].found += got.length;
        score[kind].right += got.filter((one) => want.has(one)).length;
      }
      const wrong = got.filter((one) => !want.has(one)).map((one) => `+${one}`);
      const lost = [...want].filter((one) => !got.includes(one)).map((one) => `-${one}`);
      if (wrong.length + lost.length > 0)
        misses[kind].push(`${paper.id} ${[...wrong, ...lost].join(' ')} | ${paper.title}`);
    };
    compare(
      'links',
      paper.links.map(targetOf),
      reading.links.map((link) => targetOf(link.url)),
    );
    compare('contribution', paper.contribution, reading.contribution, paper.contributionOptional);
    if (paper.set !== 'medical') continue;
    compare(
      'modality',
      paper.modalities.map(asId).filter((id) => id !== 'other'),
      reading.tags.map((tag) => tag.id).filter((id) => modalities.has(id)),
      paper.modalitiesOptional.map(asId),
    );
  }
  return { sets, misses };
}

/** A read number is the labelled one where its figures agree and it stands within the label's quote. */
function scoreResults(
  paper: GoldPaper,
  reading: Reading,
  scores: readonly SetScore[],
  misses: Record<MissKind, string[]>,
): void {
  const open = new Set(reading.results);
  for (const score of scores) {
    score.results.gold += paper.results.length;
    score.results.found += reading.results.length;
  }
  for (const gold of paper.results) {
    const start = Math.max(0, paper.abstract.indexOf(gold.quote));
    const end = start + gold.quote.length;
    const match = [...open].find(
      ({ span, value }) =>
        span.start >= start && span.end <= end + 1 && figuresOf(value) === figuresOf(gold.value),
    );
    if (!match) {
      misses.missed.push(`${paper.id} ${gold.value} | ${gold.quote}`);
      continue;
    }
    open.delete(match);
    const isRight = {
      metric: [gold.metric, ...(gold.metricAlt ?? [])].map(nameOf).includes(nameOf(match.metric)),
      kind: gold.kind === match.kind,
      role: gold.role === match.role,
    };
    for (const score of scores) {
      score.results.right += 1;
      for (const field of ['metric', 'kind', 'role'] as const) score.results[field] += isRight[field] ? 1 : 0;
    }
    for (const field of ['metric', 'kind', 'role'] as const)
      if (!isRight[field])
        misses[field].push(
          `${paper.id} ${gold.value}: labelled ${gold[field] ?? 'null'}, read ${match[field] ?? 'null'} | ${gold.quote}`,
        );
  }
  for (const { span, value, metric } of open)
    misses.spurious.push(
      `${paper.id} ${value} [${metric ?? 'null'}] | ${paper.abstract.slice(Math.max(0, span.start - 70), span.end + 40)}`,
    );
}
