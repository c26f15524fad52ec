/**
 * Papers of a build waiting on disk, one file a month of submission, so that a build of millions needs no more
 * memory than one month takes; and how many there are by order of choice, so that the first so many can be told.
 */
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareIds } from '@/lib/domain/pack/ids-file';
import { dayOf } from '@/lib/domain/search/build';
import { readSpooled } from './tasks';
import type { ReadPaper, SpooledPaper } from './tasks';

/** A paper's place in the order of choice: by its class, then newest first. */
const DAYS = 0x10000;
const rankOf = (choice: number, published: string): number => choice * DAYS + (DAYS - 1 - dayOf(published));

/** Papers that come before this place are taken, and so many of those at it. */
export interface Cut {
  readonly rank: number;
  readonly atRank: number;
  /** Papers taken in all. */
  readonly papers: number;
}

/** Papers waiting on disk. */
export interface Spool {
  readonly add: (paper: ReadPaper) => void;
  /** Papers added, repeats among them. */
  readonly size: number;
  /** Where to cut to keep so many. */
  readonly cutAt: (limit: number) => Cut;
  /** The papers within the cut, in the order of a pack, month by month; a repeated id is taken from its first line. */
  readonly read: (cut: Cut) => Generator<readonly SpooledPaper[]>;
}

const BUFFER = 1 << 18;

/** "9107" before "0704": months of ids in the order of time. */
const monthOf = (id: string): string => {
  const month = /\d{4}/.exec(id)?.[0] ?? '0000';
  return `${month > '9000' ? 19 : 20}${month}`;
};

/** Opens a spool in a folder of its own. */
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
