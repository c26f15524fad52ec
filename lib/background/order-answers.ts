/**
 * The background's part in ordering a listing: entries are sent to it in slices and kept in memory, then
 * ordered at once. If the service worker was stopped in between, it answers which entries it no longer has.
 */
import { isPaperId, type PaperId } from '@/lib/domain/arxiv-id';
import {
  LEAST_SAVED,
  MOST_SAVED,
  openOrder,
  orderEntries,
  profileOf,
  type OrderedPaper,
  type PlacedEntry,
} from '@/lib/domain/order';
import { plainMath } from '@/lib/domain/describe/math';
import type { TagDefinition } from '@/lib/domain/paper';
import type { InverseDocumentFrequency } from '@/lib/domain/text/terms';
import { listSaved } from '@/lib/extension/library/read-papers';
import type { Handlers } from '@/lib/messages';
import type { BACKGROUND } from '@/lib/messages/table';
import { openStore, readRelatedModel } from '@/lib/extension/store';

/** Most entries in memory: one long listing and some short ones. */
const MOST_PREPARED = 4000;

/** Gives every word the same rarity, for an installation without its model files. */
const NO_RARITIES: InverseDocumentFrequency = () => undefined;

const prepared = new Map<PaperId, OrderedPaper>();

function remember(paper: OrderedPaper): void {
  prepared.delete(paper.id);
  prepared.set(paper.id, paper);
  for (const oldest of prepared.keys()) {
    if (prepared.size <= MOST_PREPARED) break;
    prepared.delete(oldest);
  }
}

/** What is needed to prepare papers. */
async function openSources(): Promise<{
  readonly idf: InverseDocumentFrequency;
  readonly findTags: (ids: readonly string[]) => readonly TagDefinition[];
}> {
  const [outcome, model] = await Promise.all([openStore(), readRelatedModel()]);
  return {
    idf: model?.idf ?? NO_RARITIES,
    findTags: (ids) => (outcome.ok ? ids.flatMap((id) => outcome.taxonomy.tag(id) ?? []) : []),
  };
}

type OrderMessages = 'prepareOrder' | 'orderEntries';

/** An entry with its rank, and the title of the nearest saved paper; ids and other titles are not sent. */
function describePlace(
  { at, score, isNear, near, reasons }: PlacedEntry,
  titleOf: ReadonlyMap<PaperId, string>,
): { at: number; score: number; isNear: boolean; title: string; reasons: readonly string[] } {
  const [nearest] = near;
  const title = (nearest === undefined ? undefined : titleOf.get(nearest)) ?? '';
  return { at, score, isNear, title, reasons };
}

/** Answers to the script on a listing. */
export const ORDER_ANSWERS: Pick<Handlers<typeof BACKGROUND.messages>, OrderMessages> = {
  prepareOrder: async ({ entries }) => {
    const { idf, findTags } = await openSources();
    for (const { paperId, title, abstract = '', tags } of entries) {
      if (!isPaperId(paperId)) continue;
      const profile = profileOf({ title, abstract }, idf);
      remember({ id: paperId, title, tags: findTags(tags), profile });
    }
    return { done: true };
  },
  orderEntries: async ({ ids }) => {
    const saved = await listSaved(MOST_SAVED);
    if (!saved.ok) return { kind: 'unreadable' };
    if (saved.value.length < LEAST_SAVED) return { kind: 'few', saved: saved.value.length };
    const missing = ids.filter((id) => !prepared.has(id));
    if (missing.length > 0) return { kind: 'missing', ids: missing };
    const { idf, findTags } = await openSources();
    const papers = saved.value.map(({ id, title, tags, terms, savedAt }) => ({
      id,
      title,
      savedAt,
      tags: findTags(tags),
      profile: profileOf({ title, terms }, idf),
    }));
    const titleOf = new Map(papers.map(({ id, title }) => [id, plainMath(title)]));
    const entries = ids.flatMap((id) => prepared.get(id) ?? []);
    const placed = orderEntries(openOrder(papers), entries, { idf, explain: 'near' });
    return { kind: 'order', entries: placed.map((each) => describePlace(each, titleOf)) };
  },
};
