/**
 * Values that many papers share: tags, metrics, venues, years, categories. The index knows of each paper which
 * it has, and of each word in which of them it stands; the words are not repeated for every paper.
 */
import type { TagDefinition } from '../paper';
import { stem, tokenise } from '@/lib/domain/text/tokens';
import type { FieldText, SearchablePaper } from './paper';

/** Kinds of value, in the order of their numbers. Categories are filtered by, not searched in. */
export const VALUE_KINDS = ['tags', 'metrics', 'venue', 'published', 'categories'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** One value. For a tag `text` is its id. */
export interface Value {
  readonly kind: ValueKind;
  readonly text: string;
}

/** Looks up a term of the taxonomy. */
export type FindTag = (id: string) => TagDefinition | undefined;

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

/** One key for a value, of its kind and text. */
export const valueKey = ({ kind, text }: Value): string => `${kind}\t${text}`;

/** What of a value is searched: its text, and other forms by which it is found. None for categories. */
export const searchedText = ({ kind, text }: Value, findTag: FindTag): FieldText | undefined => {
  if (kind === 'categories') return undefined;
  const tag = kind === 'tags' ? findTag(text) : undefined;
  return tag ? { text: tag.label, forms: tag.forms } : { text, forms: [] };
};

/** Stems of a text in order, as phrases are compared. */
export const stemsOf = (text: string): string[] => tokenise(text).map((token) => stem(token.text));

/** Which papers have which values; `numbers` of a paper ascend. */
export interface ValueTable {
  readonly values: readonly Value[];
  /** Where each paper's values begin in `numbers`; one more than there are papers. */
  readonly starts: Uint32Array;
  readonly numbers: Uint16Array;
  /** Where each value's papers begin in `papers`; one more than there are values. */
  readonly paperStarts: Uint32Array;
  readonly papers: Uint32Array;
}

/** Turns the values of each paper round: the papers of each value, ascending. */
export const invertValues = (
  count: number,
  starts: Uint32Array,
  numbers: Uint16Array,
): Pick<ValueTable, 'paperStarts' | 'papers'> => {
  const paperStarts = new Uint32Array(count + 1);
  for (const value of numbers) paperStarts[value + 1] = (paperStarts[value + 1] ?? 0) + 1;
  for (let value = 0; value < count; value += 1)
    paperStarts[value + 1] = (paperStarts[value + 1] ?? 0) + (paperStarts[value] ?? 0);
  const next = paperStarts.slice(0, count);
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
  return { paperStarts, papers };
};

/** The papers of a value, ascending. */
export const papersOfValue = ({ paperStarts, papers }: ValueTable, value: number): Uint32Array =>
  papers.subarray(paperStarts[value] ?? 0, paperStarts[value + 1] ?? 0);

/** How many papers have a value. */
export const countOfValue = ({ paperStarts }: ValueTable, value: number): number =>
  (paperStarts[value + 1] ?? 0) - (paperStarts[value] ?? 0);
