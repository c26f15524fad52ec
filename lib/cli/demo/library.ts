/**
 * Backups with saved papers for screenshots of my papers, made from the catalogue and from the shipped pack.
 */
import { existsSync } from 'node:fs';
import { formatBackup } from '@/lib/domain/backup';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { comparePapers } from '@/lib/domain/compare';
import { READING_STATUSES } from '@/lib/domain/provenance';
import type { PackRecord } from '@/lib/domain/pack/record';
import { readPack } from '@/lib/cli/pack/read-pack';
import { readRecord } from './page';

const PACK = 'data/packs/wide';
const NOTES = ['', '', '', 'Compare with ours.', '', 'For the reading group.'] as const;
const OWN_TAGS = ['thesis', 'reading group', 'baselines'] as const;

/** When the latest paper was saved, and the minutes between two papers. */
const NEWEST = Date.parse('2026-11-20T10:00:00Z');
const APART = 173;

/** The marks that a user may have given to a paper, varied by its index. */
function marksAt(place: number) {
  const savedAt = new Date(NEWEST - place * APART * 60_000).toISOString();
  return {
    savedAt,
    changedAt: savedAt,
    status: READING_STATUSES[place % READING_STATUSES.length],
    ownTags: place % 4 === 0 ? [OWN_TAGS[(place / 4) % OWN_TAGS.length]] : [],
    note: NOTES[place % NOTES.length],
  };
}

/** A backup with these papers of the catalogue. */
export const catalogueBackup = (ids: readonly string[]): string =>
  formatBackup({
    papers: ids.map(readRecord).map((record, place) => ({
      ...record,
      ...marksAt(place),
      terms: { terms: record.terms, readFrom: 'abstract' },
      provenance: 'curated',
    })),
    exportedAt: new Date(NEWEST).toISOString(),
  });

/** A library for screenshots. */
interface DemoLibrary {
  readonly backup: string;
  /** Three papers with a metric and a dataset in common. */
  readonly compared: readonly PaperId[];
}

const hasLevel = ({ results }: PackRecord): boolean =>
  results.some(({ kind, role, data, metric }) => kind === 'level' && role === 'own' && data && metric);

/** The three papers with the most rows in a comparison, among groups with the same metric and dataset. */
function findComparable(records: readonly PackRecord[]): readonly PaperId[] {
  const groups = new Map<string, PackRecord[]>();
  for (const record of records.filter(hasLevel)) {
    for (const { metric, data } of record.results) {
      const key = `${metric}\n${data}`;
      if (data && metric && !groups.get(key)?.includes(record))
        groups.set(key, [...(groups.get(key) ?? []), record]);
    }
  }
  const [best] = [...groups.values()]
    .filter(({ length }) => length > 2)
    .map((group) => group.slice(0, 3))
    .toSorted((a, b) => comparePapers(b).rows.length - comparePapers(a).rows.length);
  return (best ?? []).map(({ id }) => id);
}

/** Papers of the shipped pack by their ids, in their order; those that it lacks are left out. */
export function packRecords(ids: readonly string[]): readonly PackRecord[] {
  if (!existsSync(PACK)) return [];
  const byId = new Map<string, PackRecord>();
  for (const shard of readPack(PACK).records()) for (const record of shard) byId.set(record.id, record);
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A library of `count` papers of the shipped pack, the newest saved last; undefined if the pack is missing. */
export function packLibrary(count: number): DemoLibrary | undefined {
  if (!existsSync(PACK)) return undefined;
  const all = [...readPack(PACK).records()].flat();
  // Spread evenly over the whole pack, which is sorted from old to new.
  const records = Array.from(
    { length: count },
    (_, place) => all[all.length - 1 - Math.floor((place * all.length) / count)],
  ).filter((record) => record !== undefined);
  const papers = records.map(({ authors, ...record }, place) => ({
    ...record,
    ...marksAt(place),
    authors: { names: authors },
    summary: '',
    provenance: 'automatic',
  }));
  return {
    backup: formatBackup({ papers, exportedAt: new Date(NEWEST).toISOString() }),
    compared: findComparable(records),
  };
}
