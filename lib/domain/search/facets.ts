/** Counts of tags over the papers found, at every keystroke: tags as numbers, since strings are slow to count. */
import type { SearchIndex } from './build';

interface TagNumbers {
  readonly names: readonly string[];
  /** Where each paper's tags begin in `numbers`; one more than there are papers. */
  readonly starts: Uint32Array;
  readonly numbers: Uint16Array;
}

const memory = new WeakMap<SearchIndex, TagNumbers>();

const numberTags = ({ papers }: SearchIndex): TagNumbers => {
  const names = [...new Set(papers.flatMap(({ tags }) => tags))];
  const byName = new Map(names.map((name, number) => [name, number]));
  const starts = new Uint32Array(papers.length + 1);
  for (const [at, { tags }] of papers.entries()) starts[at + 1] = (starts[at] ?? 0) + tags.length;
  const numbers = Uint16Array.from(papers.flatMap(({ tags }) => tags.map((tag) => byName.get(tag) ?? 0)));
  return { names, starts, numbers };
};

/** Tag ids with the number of the given papers that bear them, commonest first. */
export const countTags = (
  index: SearchIndex,
  papers: readonly number[],
): { readonly tag: string; readonly count: number }[] => {
  let known = memory.get(index);
  if (known === undefined) memory.set(index, (known = numberTags(index)));
  const { names, starts, numbers } = known;
  const counts = new Uint32Array(names.length);
  for (const paper of papers) {
    const end = starts[paper + 1] ?? 0;
    for (let at = starts[paper] ?? 0; at < end; at += 1) {
      const tag = numbers[at] ?? 0;
      counts[tag] = (counts[tag] ?? 0) + 1;
    }
  }
  return names
    .map((tag, number) => ({ tag, count: counts[number] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
};
