/** Which papers of a pack pass, by what the index says of each. */
import type { SearchCollection, SearchPack } from './collection';
import { countOfValue, papersOfValue } from './values';
import type { ValueKind } from './values';

/** Says of each paper of a pack, by number, whether it passes. */
export type Accepts = (pack: SearchPack) => (paper: number) => boolean;

/** Lets every paper through. */
export const everything: Accepts = () => () => true;
/** Lets no paper through. */
export const nothing: Accepts = () => () => false;

/** Papers that have a flag (`SearchIndex.flags`), or have it not. */
export const acceptFlag =
  (flag: number, wanted = true): Accepts =>
  ({ index }) =>
  (paper) =>
    Boolean((index.flags[paper] ?? 0) & flag) === wanted;

/** Papers of a pack that have one of the values. */
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

/** All papers of the packs of a name. */
export const acceptPack =
  (name: string): Accepts =>
  (pack) =>
  () =>
    pack.name === name;

/** Papers with one of these ids. */
export const acceptIds = (ids: Iterable<string>): Accepts => {
  const list = [...ids];
  return ({ index }) => {
    const numbers = new Set(list.map((id) => index.ids.find(id)));
    return (paper) => numbers.has(paper);
  };
};

/** Values of a kind over all packs, commonest first. */
export const listValues = ({ packs }: SearchCollection, wanted: ValueKind): string[] => {
  const counts = new Map<string, number>();
  for (const { index } of packs) {
    for (const [number, { kind, text }] of index.table.values.entries()) {
      if (kind === wanted) counts.set(text, (counts.get(text) ?? 0) + countOfValue(index.table, number));
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([text]) => text);
};
