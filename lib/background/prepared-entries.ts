/** Entries of listings that are prepared for ordering, of which the least recently used are forgotten. */
import type { PaperId } from '@/lib/domain/arxiv-id';

/** A limited number of prepared entries. */
export interface PreparedEntries<Entry> {
  readonly put: (entry: Entry) => void;
  /**
   * The ids that must be prepared. The others count as used: they belong to the list for which those are prepared
   * now, and must not be forgotten for them.
   */
  readonly findMissing: (ids: readonly PaperId[]) => readonly PaperId[];
  readonly get: (id: PaperId) => Entry | undefined;
}

/** Keeps at most so many entries. */
export function createPreparedEntries<Entry extends { readonly id: PaperId }>(
  most: number,
): PreparedEntries<Entry> {
  const entries = new Map<PaperId, Entry>();
  const put = (entry: Entry): void => {
    entries.delete(entry.id);
    entries.set(entry.id, entry);
    for (const oldest of entries.keys()) {
      if (entries.size <= most) break;
      entries.delete(oldest);
    }
  };
  return {
    put,
    findMissing: (ids) =>
      ids.filter((id) => {
        const entry = entries.get(id);
        if (entry) put(entry);
        return entry === undefined;
      }),
    get: (id) => entries.get(id),
  };
}
