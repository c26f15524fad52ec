/**
 * The background's part in ordering a listing: entries are sent to it in slices and kept in memory, then
 * ordered at once. If the service worker was stopped in between, it answers which entries it no longer has.
 */
import { isPaperId, type PaperId } from '@/lib/domain/arxiv-id';
import {
  LEAST_SAVED,
  MOST_SAVED,
  openOrder,
  orderInSteps,
  profileOf,
  type OrderedPaper,
  type PlacedEntry,
  type SavedOrderPaper,
} from '@/lib/domain/order';
import { plainMath } from '@/lib/domain/describe/math';
import type { TagDefinition } from '@/lib/domain/paper';
import type { InverseDocumentFrequency } from '@/lib/domain/text/terms';
import { countSaved, listSaved } from '@/lib/extension/library/read-papers';
import type { Handlers } from '@/lib/messages';
import type { BACKGROUND } from '@/lib/messages/table';
import { openStore, readRelatedModel } from '@/lib/extension/store';
import { createPreparedEntries } from './prepared-entries';

/** Most entries in memory: one long listing and some short ones. */
const MOST_PREPARED = 4000;

/** Gives every word the same rarity, for an installation without its model files. */
const NO_RARITIES: InverseDocumentFrequency = () => undefined;

const prepared = createPreparedEntries<OrderedPaper>(MOST_PREPARED);

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

/** After this much work, in milliseconds, other messages are answered first. */
const LONGEST_WORK = 12;

/** The length of that break in milliseconds; browsers make repeated timers wait as long anyway. */
const BREAK = 4;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, BREAK));

/** Returns a function to call between steps: once `LONGEST_WORK` milliseconds have passed, it pauses for other messages. */
function createBreaks(): () => Promise<void> | undefined {
  let end = performance.now() + LONGEST_WORK;
  return () => {
    if (performance.now() < end) return undefined;
    return pause().then(() => {
      end = performance.now() + LONGEST_WORK;
    });
  };
}

type Preparation = Parameters<Handlers<typeof BACKGROUND.messages>['prepareOrder']>[0];
type OrderMessages = 'prepareOrder' | 'orderEntries';

/**
 * An entry with its rank, and the title of the nearest saved paper if it is marked as near; ids and other titles are
 * not sent.
 */
function describePlace(
  { at, score, isNear, near, reasons }: PlacedEntry,
  titleOf: ReadonlyMap<PaperId, string>,
): { at: number; score: number; isNear: boolean; title: string; reasons: readonly string[] } {
  const [nearest] = near;
  const title = (isNear && nearest !== undefined ? titleOf.get(nearest) : undefined) ?? '';
  return { at, score, isNear, title, reasons };
}

/** Prepares entries, whose abstracts stand one after another. */
async function prepareEntries({ entries, abstracts }: Preparation): Promise<void> {
  const { idf, findTags } = await openSources();
  const takeBreak = createBreaks();
  let from = 0;
  for (const { paperId, title, tags, length } of entries) {
    const abstract = abstracts.slice(from, from + length);
    from += length;
    if (!isPaperId(paperId)) continue;
    const profile = profileOf({ title, abstract }, idf);
    prepared.put({ id: paperId, title, tags: findTags(tags), profile });
    await takeBreak();
  }
}

/** The preparation that came last: one waits for the other, or the breaks of one would be filled by the others. */
let preparing: Promise<void> = Promise.resolve();

/** Answers to the script on a listing. */
export const ORDER_ANSWERS: Pick<Handlers<typeof BACKGROUND.messages>, OrderMessages> = {
  prepareOrder: async (preparation) => {
    const mine = preparing.then(() => prepareEntries(preparation));
    // The next one does not depend on it; the caller of this one is told.
    preparing = mine.catch(() => undefined);
    await mine;
    return { done: true };
  },
  orderEntries: async ({ ids }) => {
    const count = await countSaved();
    if (!count.ok) return { kind: 'unreadable' };
    if (count.value < LEAST_SAVED) return { kind: 'few', saved: count.value };
    const missing = prepared.findMissing(ids);
    if (missing.length > 0) return { kind: 'missing', ids: missing };
    // Looked up before anything is waited for, since other lists may push them out.
    const entries = ids.flatMap((id) => prepared.get(id) ?? []);
    const saved = await listSaved(MOST_SAVED);
    if (!saved.ok) return { kind: 'unreadable' };
    if (saved.value.length < LEAST_SAVED) return { kind: 'few', saved: saved.value.length };
    const { idf, findTags } = await openSources();
    const takeBreak = createBreaks();
    const papers: SavedOrderPaper[] = [];
    for (const { id, title, tags, terms, savedAt } of saved.value) {
      const profile = profileOf({ title, terms }, idf);
      papers.push({ id, title, savedAt, tags: findTags(tags), profile });
      await takeBreak();
    }
    const titleOf = new Map(papers.map(({ id, title }) => [id, plainMath(title)]));
    const steps = orderInSteps(openOrder(papers), entries, { idf, explain: 'near' });
    for (;;) {
      const step = steps.next();
      if (step.done === true)
        return { kind: 'order', entries: step.value.map((each) => describePlace(each, titleOf)) };
      await takeBreak();
    }
  },
};
