/** Filters over the papers of a pack, decided from the columns of its index. */
import type { SavedMark, SavedMarks } from '../provenance';
import type { SearchCollection, SearchPack } from './collection';
import type { SearchIndex } from './index-file';
import { countOfValue, papersOfValue } from './values';
import type { ValueKind } from './values';

/** Given a pack, returns whether a paper (by number) passes. */
export type Accepts = (pack: SearchPack) => (paper: number) => boolean;

/** Every paper passes. */
export const everything: Accepts = () => () => true;
/** No paper passes. */
export const nothing: Accepts = () => () => false;

/** Papers with a flag (`SearchIndex.flags`), or without it if `wanted` is false. */
export const acceptFlag =
  (flag: number, wanted = true): Accepts =>
  ({ index }) =>
  (paper) =>
    Boolean((index.flags[paper] ?? 0) & flag) === wanted;

/** Papers that have at least one accepted value. */
export const acceptValues =
  (isAccepted: (kind: ValueKind, text: string) => boolean): Accepts =>
  ({ index }) => {
    const accepted = new Uint8Array(index.size);
    for (const [number, { kind, text }] of index.table.values.entries()) {
      if (!isAccepted(kind, text)) continue;
      for (const paper of papersOfValue(index.table, number)) accepted[paper] = 1;
    }
    return (paper) => accepted[paper] === 1;
  };

/** All papers of the packs with this name. */
export const acceptPack =
  (name: string): Accepts =>
  (pack) =>
  () =>
    pack.name === name;

/** Papers with one of these ids, which are looked up once for each pack. */
export const acceptIds =
  (ids: readonly string[]): Accepts =>
  ({ index }) => {
    const accepted = new Uint8Array(index.size);
    for (const id of ids) {
      const paper = index.ids.find(id);
      if (paper !== undefined) accepted[paper] = 1;
    }
    return (paper) => accepted[paper] === 1;
  };

/** Values of a kind in all packs, most frequent first. */
export const listValues = ({ packs }: SearchCollection, wanted: ValueKind): string[] => {
  const counts = new Map<string, number>();
  for (const { index } of packs) {
    for (const [number, { kind, text }] of index.table.values.entries()) {
      if (kind === wanted) counts.set(text, (counts.get(text) ?? 0) + countOfValue(index.table, number));
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([text]) => text);
};

type MarkColumn = readonly (SavedMark | undefined)[];

/** The marks of an index's papers by their number, kept because each keystroke asks for the same ones. */
const markColumns = new WeakMap<SavedMarks, WeakMap<SearchIndex, MarkColumn>>();

function marksIn(index: SearchIndex, saved: SavedMarks): MarkColumn {
  let columns = markColumns.get(saved);
  if (columns === undefined) markColumns.set(saved, (columns = new WeakMap()));
  let column = columns.get(index);
  if (column === undefined) {
    const marks = Array.from<SavedMark | undefined>({ length: index.size });
    for (const [id, mark] of saved) {
      const paper = index.ids.find(id);
      if (paper !== undefined) marks[paper] = mark;
    }
    columns.set(index, (column = marks));
  }
  return column;
}

/** Saved papers whose marks pass. */
export const acceptMarks =
  (saved: SavedMarks, passes: (mark: SavedMark) => boolean): Accepts =>
  ({ index }) => {
    const marks = marksIn(index, saved);
    return (paper) => {
      const mark = marks[paper];
      return mark !== undefined && passes(mark);
    };
  };

const ownTagsOf = new WeakMap<SavedMarks, readonly string[]>();

/** The user's own tags on saved papers, each once. */
export function listOwnTags(saved: SavedMarks): readonly string[] {
  let known = ownTagsOf.get(saved);
  if (known === undefined) {
    const tags = new Set<string>();
    for (const { ownTags } of saved.values()) for (const tag of ownTags) tags.add(tag);
    ownTagsOf.set(saved, (known = [...tags]));
  }
  return known;
}
