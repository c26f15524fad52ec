/**
 * What the popup shows before anything is typed. The build compiles it from the packs that ship, so that the popup
 * can show its first papers before any pack is opened.
 */
import type { PaperStore, StoreFacts, StoreStart } from './index';

/** The first view's papers, and the numbers beside them. */
export interface FirstPapers extends StoreStart {
  readonly facts: Pick<StoreFacts, 'date' | 'papers'>;
}

/** How many tags and papers are offered for browsing. */
const LIMITS = { topics: 12, newest: 5 };

/** Reads them from an open store. */
export async function readFirstPapers(store: PaperStore): Promise<FirstPapers> {
  const [{ date, papers }, { topics, newest }] = await Promise.all([store.facts(), store.start(LIMITS)]);
  return { facts: { date, papers }, topics, newest };
}

/** Whether they are those of a store with these facts. */
export const areOfStore = ({ facts }: FirstPapers, { date, papers }: FirstPapers['facts']): boolean =>
  facts.date === date && facts.papers === papers;
