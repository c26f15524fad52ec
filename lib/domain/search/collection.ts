/**
 * Packs that are searched together. Stems have one number over all packs, so that a word has the same weight
 * in each; a paper in several packs is found only in the first of them.
 */
import { findList, stemTexts } from './dictionary';
import type { SearchIndex } from './index-file';

/** One pack of a collection. */
export interface SearchPack {
  /** "curated", "wide": the value of an `in:` filter. */
  readonly name: string;
  readonly index: SearchIndex;
  /** 1 for each paper that is also in an earlier pack; undefined if there are none. */
  readonly hidden: Uint8Array | undefined;
  /** Papers that are not hidden. */
  readonly visible: number;
  /** By list, the stem's number over all packs; undefined if the two are equal. */
  readonly toGlobal: Uint32Array | undefined;
  /** By stem number, the list in this pack; undefined if the two are equal. */
  readonly toLocal: ReadonlyMap<number, number> | undefined;
}

/** Packs, those with precedence first. */
export interface SearchCollection {
  readonly packs: readonly SearchPack[];
  /** Papers of all packs, each once. */
  readonly papers: number;
  /**
   * Mean number of words in a posted field over all packs, by the field's number; 1 if no paper has the
   * field. Computed at the first call.
   */
  readonly meanOf: (field: number) => number;
}

/** A pack by the name that filters know. */
export interface NamedIndex {
  readonly name: string;
  readonly index: SearchIndex;
  /** Ids of papers in the index that are ignored, because they were removed or changed since it was built. */
  readonly without?: Iterable<string> | undefined;
}

const hideShared = (packs: readonly NamedIndex[], at: number): Uint8Array | undefined => {
  const { index, without = [] } = packs[at] ?? {};
  if (index === undefined) return undefined;
  const hidden = new Uint8Array(index.size);
  let count = 0;
  const hide = (paper: number | undefined): void => {
    if (paper === undefined || hidden[paper] === 1) return;
    hidden[paper] = 1;
    count += 1;
  };
  for (const id of without) hide(index.ids.find(id));
  for (const { index: earlier, without: gone = [] } of packs.slice(0, at)) {
    const dropped = new Set(gone);
    if (earlier.size < index.size) {
      for (let paper = 0; paper < earlier.size; paper += 1) {
        const id = earlier.ids.at(paper);
        if (!dropped.has(id)) hide(index.ids.find(id));
      }
    } else {
      for (let paper = 0; paper < index.size; paper += 1) {
        const id = index.ids.at(paper);
        if (!dropped.has(id) && earlier.ids.find(id) !== undefined) hide(paper);
      }
    }
  }
  return count > 0 ? hidden : undefined;
};

const meanLength = (packs: readonly NamedIndex[], field: number): number => {
  let [sum, count] = [0, 0];
  for (const { index } of packs) {
    const lengths = index.lengthsOf(field) ?? new Uint16Array(0);
    for (let paper = 0; paper < lengths.length; paper += 1) {
      const length = lengths[paper] ?? 0;
      sum += length;
      count += length > 0 ? 1 : 0;
    }
  }
  return count === 0 ? 1 : sum / count;
};

/** Joins packs for searching, in order of precedence: a paper is shown from the first pack that has it. */
export const createCollection = (packs: readonly NamedIndex[]): SearchCollection => {
  const largest = packs.reduce<SearchIndex | undefined>(
    (most, { index }) => ((most?.dictionary.codes.lists ?? -1) < index.dictionary.codes.lists ? index : most),
    undefined,
  );
  // Stems that the largest pack does not have are numbered after its own.
  const extra = new Map<string, number>();
  const numberOf = (stem: string): number => {
    const known = largest && findList(largest.dictionary, stem);
    if (known !== undefined) return known;
    const number = extra.get(stem) ?? (largest?.dictionary.codes.lists ?? 0) + extra.size;
    extra.set(stem, number);
    return number;
  };
  const joined = packs.map(({ name, index }, at): SearchPack => {
    const { dictionary } = index;
    const hidden = hideShared(packs, at);
    const visible = index.size - (hidden?.reduce((sum, bit) => sum + bit, 0) ?? 0);
    if (index === largest) return { name, index, hidden, visible, toGlobal: undefined, toLocal: undefined };
    const toGlobal = Uint32Array.from(stemTexts(dictionary), numberOf);
    const toLocal = new Map(Array.from(toGlobal, (number, list) => [number, list] as const));
    return { name, index, hidden, visible, toGlobal, toLocal };
  });
  const means = new Map<number, number>();
  return {
    packs: joined,
    papers: joined.reduce((sum, { visible }) => sum + visible, 0),
    meanOf: (field) => {
      const mean = means.get(field) ?? meanLength(packs, field);
      means.set(field, mean);
      return mean;
    },
  };
};

/**
 * Whether all that was asked for so far had been read; if not, what was found must not be kept. Always
 * true for packs in memory.
 */
export const hasReadAll = ({ packs }: SearchCollection): boolean =>
  !packs.some(({ index }) => index.lacks?.() === true);

/** A list's stem number over all packs. */
export const globalOf = ({ toGlobal }: SearchPack, list: number): number => toGlobal?.[list] ?? list;

/** The pack's list for a stem number; undefined if the pack does not have the stem. */
export const localOf = ({ toLocal, index }: SearchPack, stem: number): number | undefined =>
  toLocal === undefined ? (stem < index.dictionary.codes.lists ? stem : undefined) : toLocal.get(stem);

/** The number of a stem; undefined if no pack has it. */
export const findStem = ({ packs }: SearchCollection, stem: string): number | undefined => {
  for (const pack of packs) {
    const list = findList(pack.index.dictionary, stem);
    if (list !== undefined) return globalOf(pack, list);
  }
  return undefined;
};
