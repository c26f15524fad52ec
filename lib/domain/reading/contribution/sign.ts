/** What a way of saying that a paper adds something is made of. */

/** A way of saying that a paper makes a contribution; `weight` against the other ways. */
export interface Sign {
  readonly id: string;
  readonly where: 'title' | 'abstract';
  readonly weight: number;
  readonly pattern: RegExp;
  /** Beginnings of words without one of which the pattern cannot fit: a cheap look before the dear one. Absent for what any paper may say. */
  readonly needs?: readonly string[] | undefined;
}

/** What every sign of a contribution needs, where it names no more itself. */
const NEEDS: Readonly<Record<string, string>> = {
  dataset: 'dataset; data set; database; data base; corpus; corpora; knowledge; treebank; lexicon',
  benchmark: 'bench; test bed; testbed; test suite; evaluation suite; leaderboard',
  challenge: 'challenge; shared; competition; leaderboard; semeval; task; submission; track',
  survey:
    'survey; review; overview; tutorial; roadmap; primer; meta; purpose; state; advances; challenges; opportunities; summari',
  software:
    'software; toolkit; toolbox; librar; package; plug; interface; demo; platform; open-source; simulator; web; python; interactive',
  model: 'model; llm; mllm; vlm; weights; checkpoint; technical; foundation',
};

/** One row; the parts are alternatives, tried without regard to case. */
export const sign = (
  id: string,
  where: Sign['where'],
  weight: number,
  parts: readonly string[],
  needs: string | undefined = NEEDS[id],
): Sign => ({
  id,
  where,
  weight,
  pattern: new RegExp(parts.join('|'), 'i'),
  needs: needs?.split('; '),
});

/** One of the words or patterns, which semicolons part. */
export const any = (words: string): string =>
  `(?:${words.trim().replace(/\s+/g, ' ').split('; ').join('|')})`;
