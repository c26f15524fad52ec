/**
 * Papers that one person sorted into topics (`../shared/bench/topics`): three papers of a topic are saved,
 * twenty others are hidden among 580 of other topics, and the figure is the share of the twenty that are ranked
 * among the first twenty.
 */
import { existsSync } from 'node:fs';
import { parseDocument, readRows, type CorpusDocument } from '@/lib/cli/corpus';
import { isRecord } from '@/lib/domain/is-record';
import { sequence } from './interval';

/** The file, beside the repository. */
export const TOPICS_FILE = '../shared/bench/topics/topics.jsonl.gz';

/** A drawn day, as indices into the list of all papers. */
export interface Draw {
  readonly topic: string;
  readonly saved: readonly number[];
  /** The hidden papers come first, which a ranker must not exploit. */
  readonly entries: readonly number[];
}

const SAVED = 3;
const HIDDEN = 20;
const OTHERS = 580;

/** Returns the papers and the topics of each; undefined if the file is missing. */
export async function readTopics(): Promise<
  { readonly papers: readonly CorpusDocument[]; readonly topics: readonly (readonly string[])[] } | undefined
> {
  if (!existsSync(TOPICS_FILE)) return undefined;
  const papers: CorpusDocument[] = [];
  const topics: (readonly string[])[] = [];
  for await (const row of readRows(TOPICS_FILE)) {
    if (row.fault !== undefined) continue;
    const paper = parseDocument(row.value);
    const named = isRecord(row.value) ? row.value['topics'] : undefined;
    if (typeof paper === 'string' || !Array.isArray(named)) continue;
    papers.push(paper);
    topics.push(named.filter((name) => typeof name === 'string'));
  }
  return { papers, topics };
}

/** Draws days at random: `rounds` for every topic with enough papers; deterministic. */
export function drawDays(topics: readonly (readonly string[])[], rounds: number): readonly Draw[] {
  const random = sequence();
  const draw = (places: readonly number[], count: number): readonly number[] => {
    const left = [...places];
    return Array.from({ length: count }, () =>
      left.splice(Math.floor(random.next().value * left.length), 1),
    ).flat();
  };
  return [...new Set(topics.flat())].toSorted().flatMap((topic) => {
    const of = [...topics.keys()].filter((at) => topics[at]?.includes(topic));
    if (of.length < SAVED + HIDDEN) return [];
    const others = [...topics.keys()].filter((at) => !topics[at]?.includes(topic));
    return Array.from({ length: rounds }, () => {
      const drawn = draw(of, SAVED + HIDDEN);
      return {
        topic,
        saved: drawn.slice(0, SAVED),
        entries: [...drawn.slice(SAVED), ...draw(others, OTHERS)],
      };
    });
  });
}

/** The share of the twenty hidden papers among the first twenty; of equal scores the hidden ones rank last. */
export function shareFound(scores: ArrayLike<number>): number {
  const order = Array.from(scores, (score, at) => ({ score, at })).toSorted(
    (a, b) => b.score - a.score || b.at - a.at,
  );
  return order.slice(0, HIDDEN).filter(({ at }) => at < HIDDEN).length / HIDDEN;
}
