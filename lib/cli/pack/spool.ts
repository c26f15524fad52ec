/**
 * Spools the papers of a build to disk, one file for each month of submission, so that a build of millions only
 * needs the memory for one month; and counts them by priority, so that the cut for a number of papers is known
 * before they are read again.
 */
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareIds } from '@/lib/domain/pack/ids-file';
import { dayOf } from '@/lib/domain/search/build';
import { readSpooled } from './tasks';
import type { ReadPaper, SpooledPaper } from './tasks';

/** Ranks a paper by its priority, then newest first. */
const DAYS = 0x10000;
const rankOf = (choice: number, published: string): number => choice * DAYS + (DAYS - 1 - dayOf(published));

/** Selects the papers of a lower rank, and this many of equal rank. */
export interface Cut {
  readonly rank: number;
  readonly atRank: number;
  /** The total number of selected papers. */
  readonly papers: number;
}

/** The spooled papers. */
export interface Spool {
  readonly add: (paper: ReadPaper) => void;
  /** The number of papers added, including repeated ids. */
  readonly size: number;
  /** Returns the cut that keeps this many papers. */
  readonly cutAt: (limit: number) => Cut;
  /**
   * Yields the selected papers in the order of a pack, month by month; of a repeated id the one with the lowest
   * line number counts.
   */
  readonly read: (cut: Cut) => Generator<readonly SpooledPaper[]>;
}

const BUFFER = 1 << 18;

/** The month of an id with its century, so that "9107" sorts before "0704". */
const monthOf = (id: string): string => {
  const month = /\d{4}/.exec(id)?.[0] ?? '0000';
  return `${month > '9000' ? 19 : 20}${month}`;
};

/** Creates a spool in its own folder. */
export const createSpool = (folder: string): Spool => {
  mkdirSync(folder, { recursive: true });
  const buffers = new Map<string, string[]>();
  const sizes = new Map<string, number>();
  const counts = new Map<number, number>();
  let size = 0;
  const fileOf = (month: string): string => join(folder, month);
  const flush = (month: string): void => {
    appendFileSync(fileOf(month), (buffers.get(month) ?? []).join(''));
    buffers.set(month, []);
    sizes.set(month, 0);
  };
  const readMonth = (month: string): SpooledPaper[] => {
    flush(month);
    const first = new Map<string, SpooledPaper>();
    for (const text of readFileSync(fileOf(month), 'utf8').split('\n')) {
      if (text === '') continue;
      const paper = readSpooled(text);
      const known = first.get(paper.record.id);
      if (known === undefined || paper.line < known.line) first.set(paper.record.id, paper);
    }
    return [...first.values()].toSorted((a, b) => compareIds(a.record.id, b.record.id));
  };
  return {
    get size() {
      return size;
    },
    add: ({ id, published, choice, json }) => {
      size += 1;
      const rank = rankOf(choice, published);
      counts.set(rank, (counts.get(rank) ?? 0) + 1);
      const month = monthOf(id);
      const buffer = buffers.get(month) ?? [];
      buffers.set(month, buffer);
      buffer.push(json, '\n');
      const held = (sizes.get(month) ?? 0) + json.length;
      sizes.set(month, held);
      if (held > BUFFER) flush(month);
    },
    cutAt: (limit) => {
      let taken = 0;
      for (const [rank, count] of [...counts].toSorted((a, b) => a[0] - b[0])) {
        if (taken + count >= limit) return { rank, atRank: limit - taken, papers: limit };
        taken += count;
      }
      return { rank: Infinity, atRank: 0, papers: taken };
    },
    read: function* read({ rank, atRank }) {
      let left = atRank;
      for (const month of [...buffers.keys()].toSorted()) {
        const papers = readMonth(month).filter(({ record, choice }) => {
          const own = rankOf(choice, record.published);
          if (own === rank) left -= 1;
          return own < rank || (own === rank && left >= 0);
        });
        if (papers.length > 0) yield papers;
      }
    },
  };
};
