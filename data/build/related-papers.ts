/** Computes the related papers of every catalogue paper at build time. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { RelatedPaper, PaperRecord, TagDefinition } from '@/lib/domain/paper';
import { buildRelatedIndex } from '@/lib/domain/related';
import { linkPapers } from '@/lib/domain/related/links';
import { SHARES } from '@/lib/domain/related/score';
import { readRelatedModel } from './model-files';

/** Tags in the catalogue were set by hand, so they count more than words. */
const CURATED_SHARES = { dense: SHARES.dense, tags: 0.6 } as const;
/** Every paper is in at least this many lists. */
const LEAST_POINTERS = 2;
/** A paper is in at most this many lists: one that is near to everything says little. */
const MOST_POINTERS = 12;
/** The least similarity of a related paper with a single reason. */
const LONE_REASON = 0.25;
/** The length from which a list may be shortened. */
const ENOUGH = 6;
/** Beyond `ENOUGH`, only papers with at least this share of the nearest one's similarity are kept. */
const WORTH = 0.5;

type Pairs = ReadonlyMap<PaperId, ReadonlySet<PaperId>>;

type Lists = Map<PaperId, readonly RelatedPaper[]>;

/** Drops the last papers of lists that are long enough, but keeps every paper in enough lists. */
function trimTails(lists: ReadonlyMap<PaperId, readonly RelatedPaper[]>, pinned: Pairs): Lists {
  const pointers = new Map<PaperId, number>();
  for (const list of lists.values()) for (const { id } of list) pointers.set(id, (pointers.get(id) ?? 0) + 1);
  const trimmed: Lists = new Map();
  for (const [id, list] of lists) {
    const least = (list[0]?.score ?? 0) * WORTH;
    trimmed.set(
      id,
      list.filter((near, rank) => {
        const count = pointers.get(near.id) ?? 0;
        if (pinned.get(id)?.has(near.id)) return true;
        if (rank < ENOUGH || near.score >= least || count <= LEAST_POINTERS) return true;
        pointers.set(near.id, count - 1);
        return false;
      }),
    );
  }
  return trimmed;
}

/** Pairs of papers that records name in `seeAlso`, in both directions. */
function pairUp(records: readonly PaperRecord[]): Pairs {
  const pairs = new Map<PaperId, Set<PaperId>>();
  const add = (from: PaperId, to: PaperId): void => {
    pairs.set(from, (pairs.get(from) ?? new Set()).add(to));
  };
  for (const { id, seeAlso = [] } of records) {
    for (const other of seeAlso) {
      add(id, other);
      add(other, id);
    }
  }
  return pairs;
}

/**
 * Lists of related papers by id, nearest first; deterministic. At most eight papers each; fewer if there is
 * no good reason for more.
 */
export function computeRelated(
  records: readonly PaperRecord[],
  tags: readonly TagDefinition[],
): ReadonlyMap<PaperId, readonly RelatedPaper[]> {
  const definitions = new Map(tags.map((tag) => [tag.id, tag]));
  const index = buildRelatedIndex(records, readRelatedModel(), (id) => definitions.get(id));
  const pinned = pairUp(records);
  return trimTails(
    linkPapers(records, index, {
      least: LEAST_POINTERS,
      most: MOST_POINTERS,
      lone: LONE_REASON,
      shares: CURATED_SHARES,
      pinned: (id) => pinned.get(id) ?? new Set(),
    }),
    pinned,
  );
}
