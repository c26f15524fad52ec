/**
 * Values that many papers share: tags, metrics, venues, years, categories. The index stores which values each
 * paper has and the words of each value once, instead of repeating the words for every paper.
 */
import type { TagDefinition } from '../paper';
import { stem, tokenise } from '@/lib/domain/text/tokens';
import type { FieldText, SearchablePaper } from './paper';

/** Kinds of values; the index is the kind's number. Categories are only filtered by, not searched. */
export const VALUE_KINDS = ['tags', 'metrics', 'venue', 'published', 'categories'] as const;
/** What a value is a value of. */
export type ValueKind = (typeof VALUE_KINDS)[number];

/** One value. For a tag `text` is its id. */
export interface Value {
  readonly kind: ValueKind;
  readonly text: string;
}

/** Looks up a term of the taxonomy. */
type FindTag = (id: string) => TagDefinition | undefined;

const of = (kind: ValueKind, texts: readonly string[]): Value[] =>
  [...new Set(texts)].filter((text) => text !== '').map((text) => ({ kind, text }));

/** The values of a paper. */
export const valuesOf = (paper: SearchablePaper): Value[] => {
  const { tags, metrics, venue, published, categories = [] } = paper;
  return [
    ...of('tags', tags),
    ...of('metrics', metrics),
    ...of('venue', [venue]),
    ...of('published', [published.slice(0, 4)]),
    ...of('categories', categories),
  ];
};

/** Values in their order: by kind, then by text. */
export const compareValues = (a: Value, b: Value): number =>
  VALUE_KINDS.indexOf(a.kind) - VALUE_KINDS.indexOf(b.kind) ||
  (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);

/** A unique key of a value, from its kind and text. */
export const valueKey = ({ kind, text }: Value): string => `${kind}\t${text}`;

/** The searched text of a value with other forms by which it is found; undefined for categories. */
export const searchedText = ({ kind, text }: Value, findTag: FindTag): FieldText | undefined => {
  if (kind === 'categories') return undefined;
  const tag = kind === 'tags' ? findTag(text) : undefined;
  return tag ? { text: tag.label, forms: tag.forms } : { text, forms: [] };
};

/** Stems of a text in order, for comparing phrases. */
export const stemsOf = (text: string): string[] => tokenise(text).map((token) => stem(token.text));

/** Which papers have which values; the `numbers` of a paper are ascending. */
export interface ValueTable {
  readonly values: readonly Value[];
  /** Where each paper's values begin in `numbers`; one more item than there are papers. */
  readonly starts: Uint32Array;
  readonly numbers: Uint16Array;
}

/** The inverse table. */
interface ValueHolders {
  /** Where each value's papers begin in `papers`; one more item than there are values. */
  readonly starts: Uint32Array;
  readonly papers: Uint32Array;
}

const turnValues = ({ values, starts, numbers }: ValueTable): ValueHolders => {
  const count = values.length;
  const holderStarts = new Uint32Array(count + 1);
  for (let at = 0; at < numbers.length; at += 1) {
    const after = (numbers[at] ?? 0) + 1;
    holderStarts[after] = (holderStarts[after] ?? 0) + 1;
  }
  for (let value = 0; value < count; value += 1)
    holderStarts[value + 1] = (holderStarts[value + 1] ?? 0) + (holderStarts[value] ?? 0);
  const next = holderStarts.slice(0, count);
  const papers = new Uint32Array(numbers.length);
  for (let paper = 0; paper + 1 < starts.length; paper += 1) {
    const end = starts[paper + 1] ?? 0;
    for (let at = starts[paper] ?? 0; at < end; at += 1) {
      const value = numbers[at] ?? 0;
      const slot = next[value] ?? 0;
      papers[slot] = paper;
      next[value] = slot + 1;
    }
  }
  return { starts: holderStarts, papers };
};

const turned = new WeakMap<ValueTable, ValueHolders>();

/** The papers of each value, ascending; computed on first use. */
const holdersOf = (table: ValueTable): ValueHolders => {
  let holders = turned.get(table);
  if (holders === undefined) turned.set(table, (holders = turnValues(table)));
  return holders;
};

/** The papers of a value, ascending. */
export const papersOfValue = (table: ValueTable, value: number): Uint32Array => {
  const { starts, papers } = holdersOf(table);
  return papers.subarray(starts[value] ?? 0, starts[value + 1] ?? 0);
};

/** How many papers have a value. */
export const countOfValue = (table: ValueTable, value: number): number => {
  const { starts } = holdersOf(table);
  return (starts[value + 1] ?? 0) - (starts[value] ?? 0);
};
