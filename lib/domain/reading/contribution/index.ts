/**
 * What kind of thing a paper adds: read from how its title is built and from
 * the sentences in which it says what it proposes, builds, proves or studies.
 */
import type { PaperText } from '../../paper';
import { SIGNS } from './signs';

const WORDS = [...new Set(SIGNS.flatMap(({ needs }) => needs ?? []))];
/** The words that have been met where one of them has: "evaluation suite" begins with "evaluation". */
const MET = new Map(WORDS.map((word) => [word, WORDS.filter((other) => word.startsWith(other))]));
/** "bench" also ends a name: MedBench. */
const NEEDED_WORD = new RegExp(
  `bench|\\b(?:${WORDS.toSorted((a, b) => b.length - a.length).join('|')})`,
  'gi',
);

/** The words of the text that any sign needs. */
function wordsMet(text: string): ReadonlySet<string> {
  const met = new Set<string>();
  for (const [found] of text.matchAll(NEEDED_WORD))
    for (const word of MET.get(found.toLowerCase()) ?? []) met.add(word);
  return met;
}

/** What a contribution needs to be named: a way of saying it outright, or two faint ones. */
const NEEDED: Readonly<Record<string, number>> = {
  method: 3,
  model: 3,
  dataset: 3,
  benchmark: 3,
  challenge: 4,
  survey: 5,
  evaluation: 4,
  software: 4,
  theory: 3,
};
const MAX_CONTRIBUTIONS = 3;

/**
 * Ids of the contributions, the weightiest first; a method where the text says
 * nothing at all, since that is what most papers add. Empty for an empty text.
 */
export function findContribution(paper: PaperText): string[] {
  if (paper.abstract.trim() === '' && paper.title.trim() === '') return [];
  const weights = new Map<string, number>();
  const met = { title: wordsMet(paper.title), abstract: wordsMet(paper.abstract) };
  for (const { id, where, weight, pattern, needs } of SIGNS) {
    if (needs?.some((word) => met[where].has(word)) === false) continue;
    if (pattern.test(paper[where])) weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  settle(weights);
  // Beside another thing the method is the main one, unless the title is the other's.
  const named = [...weights]
    .filter(([id, weight]) => weight >= (NEEDED[id] ?? 3))
    .toSorted(([one, a], [other, b]) => b - a + (other === 'method' ? 2 : 0) - (one === 'method' ? 2 : 0))
    .map(([id]) => id);
  // A paper that proposes nothing and finds something is a study.
  if (named.length === 0 && (weights.get('evaluation') ?? 0) > (weights.get('method') ?? 0))
    return ['evaluation'];
  return named.length === 0 ? ['method'] : named.slice(0, MAX_CONTRIBUTIONS);
}

/** Ways of saying that speak against each other: a survey proposes no method, a method is evaluated in every paper. */
function settle(weights: Map<string, number>): void {
  const weight = (id: string): number => weights.get(id) ?? 0;
  if (weight('survey') >= 6) weights.delete('method');
  // Every method paper evaluates: a study beside a proposal must be announced in so many words.
  if (weight('method') >= 5 && weight('evaluation') < 6) weights.delete('evaluation');
  else if (weight('method') >= 3 && weight('evaluation') < 5) weights.delete('evaluation');
  // "We introduce a property and prove that …": the verbs of proposing without a method in words.
  if (weight('theory') >= 5 && weight('method') < 5) weights.delete('method');
  // "We introduce a dataset" uses the verbs of proposing; without "method" in words, it proposes none.
  const madeThing = ['dataset', 'benchmark', 'software'].some((id) => weight(id) >= 6);
  if (madeThing && weight('method') < 5) weights.delete('method');
}
