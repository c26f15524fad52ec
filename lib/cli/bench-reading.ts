/** Measures the reader against labelled abstracts and prints the table and the misses. */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { findMetric } from '@/lib/domain/metrics';
import type { Reading, TagDefinition } from '@/lib/domain/paper';
import { readPaper } from '@/lib/domain/reading';

const Gold = z.array(
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
    contributionOptional: z.array(z.string()).optional(),
    tasks: z.array(z.string()),
    modalities: z.array(z.string()).default([]),
    modalitiesOptional: z.array(z.string()).optional(),
  }),
);
type Paper = z.infer<typeof Gold>[number];
const Taxonomy = z.object({ tags: z.array(z.custom<TagDefinition>()) });

/** Value without what typography adds: "16 x" = "16X", "37.51 dB" = "37.51". Only figures and sign of the unit count. */
const normaliseValue = (value: string): string => {
  const figures = value.toLowerCase().match(/\d+(?:[.,]\d+)*/g);
  return figures ? figures.join(' ') : value.toLowerCase().replace(/[^a-z]/g, '');
};
const normaliseName = (name: string | null): string =>
  name === null
    ? ''
    : (findMetric(name)?.name ?? name)
        .toLowerCase()
        .replace(/\([^)]*\)/g, '')
        .replace(/[^a-z\d]+/g, ' ')
        .replace(/\b(?:score|mean|average|overall)\b/g, '')
        .replace(/s\b/g, '')
        .trim();

/** Where a quote's number stands: figures are matched within the quote's stretch of the abstract. */
const placeOf = (paper: Paper, quote: string): [number, number] => {
  const start = paper.abstract.indexOf(quote);
  return start < 0 ? [0, paper.abstract.length] : [start, start + quote.length];
};

interface Score {
  gold: number;
  found: number;
  right: number;
  metric: number;
  kind: number;
  role: number;
  linkGold: number;
  linkFound: number;
  linkRight: number;
  contributionGold: number;
  contributionFound: number;
  contributionRight: number;
  modalityGold: number;
  modalityFound: number;
  modalityRight: number;
}
const empty = (): Score => ({
  gold: 0,
  found: 0,
  right: 0,
  metric: 0,
  kind: 0,
  role: 0,
  linkGold: 0,
  linkFound: 0,
  linkRight: 0,
  contributionGold: 0,
  contributionFound: 0,
  contributionRight: 0,
  modalityGold: 0,
  modalityFound: 0,
  modalityRight: 0,
});

const misses: Record<string, string[]> = {
  missed: [],
  spurious: [],
  metric: [],
  kind: [],
  role: [],
  link: [],
  contribution: [],
  modality: [],
};
const miss = (kind: string, text: string): void => {
  (misses[kind] ??= []).push(text);
};

const scoreResults = (paper: Paper, reading: Reading, score: Score): void => {
  const open = new Set(reading.results);
  score.gold += paper.results.length;
  score.found += reading.results.length;
  for (const gold of paper.results) {
    const [start, end] = placeOf(paper, gold.quote);
    const value = normaliseValue(gold.value);
    const match = [...open].find(
      (one) => one.span.start >= start && one.span.end <= end + 1 && normaliseValue(one.value) === value,
    );
    if (!match) {
      miss('missed', `${paper.id} ${gold.value} | ${gold.quote}`);
      continue;
    }
    open.delete(match);
    score.right += 1;
    const names = [gold.metric, ...(gold.metricAlt ?? [])].map(normaliseName);
    if (names.includes(normaliseName(match.metric))) score.metric += 1;
    else
      miss(
        'metric',
        `${paper.id} ${gold.value}: gold ${gold.metric ?? 'null'}, read ${match.metric ?? 'null'} | ${gold.quote}`,
      );
    if (gold.kind === match.kind) score.kind += 1;
    else miss('kind', `${paper.id} ${gold.value}: gold ${gold.kind}, read ${match.kind} | ${gold.quote}`);
    if (gold.role === match.role) score.role += 1;
    else miss('role', `${paper.id} ${gold.value}: gold ${gold.role}, read ${match.role} | ${gold.quote}`);
  }
  for (const one of open)
    miss(
      'spurious',
      `${paper.id} ${one.value} [${one.metric ?? 'null'}] | ${paper.abstract.slice(Math.max(0, one.span.start - 70), one.span.end + 40)}`,
    );
};

const target = (url: string): string =>
  url
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')
    .toLowerCase();

const dashed = (ids: readonly string[]): string[] =>
  ids.map((id) => id.replaceAll(' ', '-')).filter((id) => id !== 'other');

const scoreSets = (paper: Paper, reading: Reading, score: Score, modalityIds: ReadonlySet<string>): void => {
  const compare = (
    kind: 'link' | 'contribution' | 'modality',
    gold: readonly string[],
    found: readonly string[],
    optional: readonly string[],
  ): void => {
    const want = new Set(gold);
    const got = found.filter((one) => want.has(one) || !optional.includes(one));
    score[`${kind}Gold`] += want.size;
    score[`${kind}Found`] += got.length;
    score[`${kind}Right`] += got.filter((one) => want.has(one)).length;
    const wrong = got.filter((one) => !want.has(one)).map((one) => `+${one}`);
    const lost = [...want].filter((one) => !got.includes(one)).map((one) => `-${one}`);
    if (wrong.length + lost.length > 0)
      miss(kind, `${paper.id} ${[...wrong, ...lost].join(' ')} | ${paper.title}`);
  };
  compare(
    'link',
    paper.links.map(target),
    reading.links.map((link) => target(link.url)),
    [],
  );
  compare('contribution', paper.contribution, reading.contribution, paper.contributionOptional ?? []);
  if (paper.set === 'medical')
    compare(
      'modality',
      dashed(paper.modalities),
      reading.tags.map((tag) => tag.id).filter((id) => modalityIds.has(id)),
      dashed(paper.modalitiesOptional ?? []),
    );
};

const ratio = (part: number, whole: number): string => (whole === 0 ? '  –  ' : (part / whole).toFixed(3));
const f1 = (right: number, found: number, gold: number): string => ratio(2 * right, found + gold);

const row = (name: string, s: Score): string =>
  [
    name.padEnd(9),
    `results ${s.right}/${s.found} found, ${s.gold} gold: P ${ratio(s.right, s.found)} R ${ratio(s.right, s.gold)}`,
    `metric ${ratio(s.metric, s.right)} kind ${ratio(s.kind, s.right)} role ${ratio(s.role, s.right)}`,
    `links P ${ratio(s.linkRight, s.linkFound)} R ${ratio(s.linkRight, s.linkGold)}`,
    `contribution F1 ${f1(s.contributionRight, s.contributionFound, s.contributionGold)}`,
    `modality F1 ${f1(s.modalityRight, s.modalityFound, s.modalityGold)}`,
  ].join('  ');

const main = (): void => {
  const path = process.argv[2] ?? '../shared/gold/dev.json';
  const papers = Gold.parse(JSON.parse(readFileSync(path, 'utf8')));
  const { tags } = Taxonomy.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8')));
  const modalityIds = new Set(tags.filter((tag) => tag.facet === 'modality').map((tag) => tag.id));
  const sets: Record<string, Score> = { medical: empty(), general: empty(), all: empty() };
  for (const paper of papers) {
    const reading = readPaper(paper, tags);
    for (const name of [paper.set, 'all']) {
      const score = sets[name];
      const before = { ...misses };
      if (name === 'all') for (const kind of Object.keys(misses)) misses[kind] = [];
      if (score) {
        scoreResults(paper, reading, score);
        scoreSets(paper, reading, score, modalityIds);
      }
      if (name === 'all') Object.assign(misses, before);
    }
  }
  for (const [name, score] of Object.entries(sets)) console.log(row(name, score));
  const start = performance.now();
  for (let round = 0; round < 10; round += 1) for (const paper of papers) readPaper(paper, tags);
  console.log(`${Math.round((papers.length * 10) / ((performance.now() - start) / 1000))} abstracts/s`);
  for (const [kind, list] of Object.entries(misses))
    console.log(`\n${kind} (${list.length})\n${list.map((line) => `  ${line}`).join('\n')}`);
};

main();
