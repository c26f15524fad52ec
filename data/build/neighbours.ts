/**
 * The related papers of every paper of the catalogue. Likeness is the domain's
 * business; here lists are made of it that a person can browse: long enough,
 * not crowded by surveys, and leading to every paper from somewhere.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { Neighbour, PaperRecord, TagDefinition } from '@/lib/domain/paper';
import { rankRelated } from './rank-related';

/** Papers in a list, before those that must be added so that somebody points to them. */
export const LIST_LENGTH = 8;
/** Surveys in the list of a paper that is none: the nearest is welcome, a second at most. */
const MOST_SURVEYS = 2;

type Lists = ReadonlyMap<PaperId, readonly Neighbour[]>;

function chooseNeighbours(
  ranked: readonly Neighbour[],
  surveys: ReadonlySet<PaperId>,
  own: PaperId,
): Neighbour[] {
  const most = surveys.has(own) ? LIST_LENGTH : MOST_SURVEYS;
  const chosen: Neighbour[] = [];
  let count = 0;
  for (const neighbour of ranked) {
    if (chosen.length === LIST_LENGTH) break;
    if (surveys.has(neighbour.id)) {
      if (count === most) continue;
      count += 1;
    }
    chosen.push(neighbour);
  }
  return chosen;
}

/** Adds each paper that no list has to the lists of the two papers that it is most like. */
function addForgotten(lists: Map<PaperId, Neighbour[]>, ranked: Lists): void {
  const named = new Set([...lists.values()].flat().map(({ id }) => id));
  for (const id of lists.keys()) {
    if (named.has(id)) continue;
    for (const { id: host } of (ranked.get(id) ?? []).slice(0, 2)) {
      const back = ranked.get(host)?.find((neighbour) => neighbour.id === id);
      if (back) lists.get(host)?.push(back);
    }
  }
}

/** Lists of related papers by id, nearest first; deterministic. Fewer than eight only in a tiny catalogue. */
export function computeRelated(records: readonly PaperRecord[], tags: readonly TagDefinition[]): Lists {
  const surveys = new Set(records.filter((record) => record.tags.includes('survey')).map(({ id }) => id));
  const ranked = rankRelated(records, tags);
  const lists = new Map<PaperId, Neighbour[]>();
  for (const { id } of records) lists.set(id, chooseNeighbours(ranked.get(id) ?? [], surveys, id));
  addForgotten(lists, ranked);
  return lists;
}
