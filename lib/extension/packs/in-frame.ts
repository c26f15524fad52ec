/**
 * The store of a frame in a page, which asks the background for related papers in packs that it cannot read.
 */
import type { PaperStore } from '@/lib/domain/store';
import { askRelated } from '@/lib/messages';
import { isAskable } from '@/lib/messages/related';

/** Whether this context is a frame in a page. A worker has no window. */
export const isInFrame = (): boolean => typeof window !== 'undefined' && window.top !== window;

/** The same store with related papers from the background; if that does not answer, from the store itself. */
export function relateByBackground(store: PaperStore): PaperStore {
  return {
    ...store,
    related: async (subject, page) => {
      const { limit, offset = 0, signal } = page;
      const answer = isAskable(subject)
        ? await askRelated('relate', { subject, limit: limit + offset })
        : undefined;
      signal?.throwIfAborted();
      return answer ? { rows: answer.rows.slice(offset), total: answer.total } : store.related(subject, page);
    },
  };
}
