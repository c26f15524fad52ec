/** The store of a frame in a page, which relates papers of packs that it cannot reach by asking the background. */
import type { PaperStore } from '@/lib/domain/store';
import { askRelated } from '@/lib/messages';
import { isAskable } from '@/lib/messages/related';

/** Whether this context is a frame in somebody's page. A worker has no window. */
export const isInFrame = (): boolean => typeof window !== 'undefined' && window.top !== window;

/** The same store, whose related papers come from the background; where that is away, from here. */
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
