/**
 * Known-item queries: what somebody types who has one paper in mind, made by rule from fields of a corpus that
 * the search was not tuned on. A query is answered where its paper is among the first ten.
 */
import { createRandom } from '@/lib/cli/train/random';
import { BOILERPLATE, STOP_WORDS } from '@/lib/domain/text/stop-words';
import { stem, tokenise } from '@/lib/domain/text/tokens';

/** What a query is made of. */
export const QUERY_KINDS = ['title', 'author and year', 'abstract', 'typo', 'metric and data'] as const;
export type KnownItemKind = (typeof QUERY_KINDS)[number];

/** What queries are made from. */
export interface KnownItem {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  readonly published: string;
  /** Metric and data of each of its results. */
  readonly measured: readonly (readonly [metric: string, data: string])[];
}

/** A query and the paper that it is for. */
export interface KnownItemQuery {
  readonly kind: KnownItemKind;
  readonly id: string;
  readonly text: string;
}

type Random = () => number;

const pick = <T>(list: readonly T[], random: Random): T | undefined =>
  list[Math.floor(random() * list.length)];

const isTelling = (word: string): boolean =>
  word.length > 3 && /^[a-z]+$/.test(word) && !STOP_WORDS.has(word) && !BOILERPLATE.has(word);

const wordsOf = (text: string): string[] => tokenise(text).map((token) => token.text);

/** Five words of the title as they stand, two of them telling. */
const fromTitle = ({ title }: KnownItem, random: Random): string | undefined => {
  const words = wordsOf(title);
  const at = Math.floor(random() * Math.max(1, words.length - 4));
  const fragment = words.slice(at, at + 5);
  return fragment.length === 5 && fragment.filter(isTelling).length > 1 ? fragment.join(' ') : undefined;
};

const fromAuthor = ({ authors, published }: KnownItem, random: Random): string | undefined => {
  const name = pick(authors, random);
  return name === undefined ? undefined : `${name} ${published.slice(0, 4)}`;
};

/** Words of the topic: the rarest of those that the abstract has twice at least and the title not at all. */
const TOPIC_WORDS = 5;

const fromAbstract = (
  { title, abstract }: KnownItem,
  random: Random,
  holders: ReadonlyMap<string, number>,
): string | undefined => {
  const inTitle = new Set(wordsOf(title).map(stem));
  const counts = new Map<string, { word: string; count: number }>();
  for (const word of wordsOf(abstract).filter(isTelling)) {
    const root = stem(word);
    if (!inTitle.has(root)) counts.set(root, { word, count: (counts.get(root)?.count ?? 0) + 1 });
  }
  const topic = [...counts]
    .filter(([, { count }]) => count > 1)
    .toSorted(([a], [b]) => (holders.get(a) ?? 0) - (holders.get(b) ?? 0))
    .slice(0, TOPIC_WORDS)
    .map(([, { word }]) => word);
  const one = pick(topic, random);
  const other = pick(
    topic.filter((word) => word !== one),
    random,
  );
  return one === undefined || other === undefined ? undefined : `${one} ${other}`;
};

/** How many abstracts have each stem. */
const countHolders = (items: readonly KnownItem[]): ReadonlyMap<string, number> => {
  const holders = new Map<string, number>();
  for (const { abstract } of items)
    for (const root of new Set(wordsOf(abstract).map(stem))) holders.set(root, (holders.get(root) ?? 0) + 1);
  return holders;
};

/** Four words of the title, the longest with two letters inside it swapped. */
const fromTypo = ({ title }: KnownItem, random: Random): string | undefined => {
  const words = wordsOf(title);
  const at = Math.floor(random() * Math.max(1, words.length - 3));
  const fragment = words.slice(at, at + 4);
  const longest = fragment.reduce((most, word) => (word.length > most.length ? word : most), '');
  if (fragment.length < 4 || longest.length < 7 || !isTelling(longest)) return undefined;
  const swap = 2 + Math.floor(random() * (longest.length - 4));
  const [a, b] = [longest.charAt(swap), longest.charAt(swap + 1)];
  if (a === b) return undefined;
  const slip = longest.slice(0, swap) + b + a + longest.slice(swap + 2);
  return fragment.map((word) => (word === longest ? slip : word)).join(' ');
};

const fromResult = ({ measured }: KnownItem, random: Random): string | undefined =>
  pick(measured, random)?.join(' ');

type Rule = (item: KnownItem, random: Random, holders: ReadonlyMap<string, number>) => string | undefined;

const RULES: Readonly<Record<KnownItemKind, Rule>> = {
  title: fromTitle,
  'author and year': fromAuthor,
  abstract: fromAbstract,
  typo: fromTypo,
  'metric and data': fromResult,
};

/** So many queries of each kind, as far as there are papers for them; equal input gives equal queries. */
export const makeKnownItems = (
  items: readonly KnownItem[],
  each: number,
  seed = 7,
): readonly KnownItemQuery[] => {
  const random = createRandom(seed);
  const holders = countHolders(items);
  return QUERY_KINDS.flatMap((kind) => {
    const made = new Map<string, KnownItemQuery>();
    for (let tries = 0; made.size < each && tries < each * 40; tries += 1) {
      const item = pick(items, random);
      const text = item && RULES[kind](item, random, holders);
      if (item !== undefined && text !== undefined) made.set(item.id, { kind, id: item.id, text });
    }
    return [...made.values()];
  });
};
