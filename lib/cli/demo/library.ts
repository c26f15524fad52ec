/** Backups of saved papers for pictures of my papers, made from the catalogue and from the pack that ships. */
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

/** When the last paper was saved, and minutes between two. */
const NEWEST = Date.parse('2026-11-20T10:00:00Z');
const APART = 173;

/** What a user may have said of the paper at a place. */
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

/** A backup of these papers of the catalogue. */
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

/** A library for pictures. */
export interface DemoLibrary {
  readonly backup: string;
  /** Three papers that share metric and data. */
  readonly compared: readonly PaperId[];
}

const hasLevel = ({ results }: PackRecord): boolean =>
  results.some(({ kind, role, data, metric }) => kind === 'level' && role === 'own' && data && metric);

/** Three of these papers that a comparison has most rows for, among those with the commonest metric and data. */
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

/** So many papers of the pack that ships, the newest saved last; undefined where it is not there. */
export function packLibrary(count: number): DemoLibrary | undefined {
  if (!existsSync(PACK)) return undefined;
  const all = [...readPack(PACK).records()].flat();
  // Spread over the whole pack, of which the newest come last.
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
