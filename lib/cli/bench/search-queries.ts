/** Queries as people type them, generated from titles with a fixed seed. */
import { createRandom } from '@/lib/cli/train/random';
import type { SearchablePaper } from '@/lib/domain/search';

/**
 * The kinds of queries: every beginning of a query while it is typed, whole words, a prefix as the last word, a
 * word with a typo.
 */
export const QUERY_KINDS = ['keystroke', 'words', 'prefix', 'typo'] as const;
/** One of these kinds. */
export type QueryKind = (typeof QUERY_KINDS)[number];

const QUERIES_A_KIND = 60;
/** How many queries are typed letter by letter; together they have some 150 keystrokes. */
const TYPED = 10;

const beginningsOf = (text: string): string[] =>
  Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1));

/** Generates the queries of each kind; deterministic for the same papers. */
export const makeQueries = (
  papers: readonly Pick<SearchablePaper, 'title'>[],
): Record<QueryKind, readonly string[]> => {
  const random = createRandom(11);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const [words, prefix, typo]: [string[], string[], string[]] = [[], [], []];
  while (typo.length < QUERIES_A_KIND) {
    const found = (pick(papers)?.title.match(/[A-Za-z]{4,}/g) ?? []).map((word) => word.toLowerCase());
    const [one = '', two = ''] = [pick(found), pick(found)];
    const long = found.find((word) => word.length > 7);
    if (one === two || long === undefined) continue;
    words.push(`${one} ${two} `);
    prefix.push(random() < 0.5 ? two.slice(0, 3) : `${one} ${two.slice(0, 4)}`);
    typo.push(`${long.slice(0, 3)}${long.charAt(4)}${long.charAt(3)}${long.slice(5)} `);
  }
  const keystroke = words.slice(0, TYPED).flatMap((text) => beginningsOf(text.trim()));
  return { keystroke, words, prefix, typo };
};
