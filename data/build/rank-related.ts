/** Orders all papers by their likeness to each one, with reasons: shared tags and terms, the rarest first. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { Neighbour, PaperRecord, TagDefinition } from '@/lib/domain/paper';

interface Profile {
  readonly record: PaperRecord;
  readonly tags: ReadonlySet<string>;
  readonly terms: ReadonlyMap<string, number>;
}

/** Every other paper for each paper, nearest first. Reasons are never empty. */
export function rankRelated(
  records: readonly PaperRecord[],
  tags: readonly TagDefinition[],
): ReadonlyMap<PaperId, readonly Neighbour[]> {
  const labels = new Map(tags.map((tag) => [tag.id, tag.label]));
  const bearers = new Map<string, number>();
  for (const record of records) for (const id of record.tags) bearers.set(id, (bearers.get(id) ?? 0) + 1);
  const rarity = (id: string): number => Math.log((records.length + 1) / (bearers.get(id) ?? 1));
  const profiles: Profile[] = records.map((record) => ({
    record,
    tags: new Set(record.tags),
    terms: new Map(record.terms),
  }));
  const compare = (a: Profile, b: Profile): Neighbour => {
    const shared = [...a.tags].filter((id) => b.tags.has(id)).toSorted((x, y) => rarity(y) - rarity(x));
    const words = [...a.terms].filter(([term]) => b.terms.has(term));
    const textual = words.reduce((sum, [term, weight]) => sum + weight * (b.terms.get(term) ?? 0), 0);
    const common = shared.reduce((sum, id) => sum + rarity(id), 0);
    const all = [...a.tags, ...b.tags].reduce((sum, id) => sum + rarity(id), 0) - common;
    const reasons = shared.slice(0, 2).map((id) => `both ${labels.get(id) ?? id}`);
    const word = words[0]?.[0];
    return {
      id: b.record.id,
      score: Math.min(1, (all > 0 ? common / all : 0) * 0.6 + textual * 0.4),
      reasons: reasons.length > 0 ? reasons : [word === undefined ? 'same field' : `both on "${word}"`],
    };
  };
  return new Map(
    profiles.map((a) => [
      a.record.id,
      profiles
        .filter((b) => b !== a)
        .map((b) => compare(a, b))
        .toSorted((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1)),
    ]),
  );
}
