/** The store of a frame on a page, which asks the background about packs that it cannot read itself. */
import { annotationOfKnown, readKnownPaper } from '@/lib/domain/library/known-paper';
import type { TagDefinition } from '@/lib/domain/paper';
import type { PaperStore } from '@/lib/domain/store';
import { askOwn, askRelated } from '@/lib/messages';
import { ADDED, MOST_ASKED } from '@/lib/messages/added-packs';
import { isAskable } from '@/lib/messages/related';

/** Whether this context is a frame in a page. A worker has no window. */
export const isInFrame = (): boolean => typeof window !== 'undefined' && window.top !== window;

/**
 * The same store, but with related papers, papers with a tag, and single papers from the background; if it does
 * not answer, from the store itself.
 */
export function askBackgroundToo(
  store: PaperStore,
  findTag: (id: string) => TagDefinition | undefined,
): PaperStore {
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
    tagged: async (tagId, page) => {
      const { limit, offset = 0, signal } = page;
      const answer = await askOwn(ADDED, 'tagged', { tagId, limit: limit + offset });
      signal?.throwIfAborted();
      return answer ? { rows: answer.rows.slice(offset), total: answer.total } : store.tagged(tagId, page);
    },
    // Packs that can be read here have precedence over added ones, so the background is only asked about papers
    // that they lack.
    get: async (id, options) => {
      const here = await store.get(id, options);
      if (here) return here;
      const known = readKnownPaper((await askOwn(ADDED, 'read', { id }))?.record);
      options?.signal?.throwIfAborted();
      return known?.id === id ? annotationOfKnown(known, findTag) : undefined;
    },
    has: async (ids) => {
      const here = await store.has(ids);
      const missing = ids.filter((_, at) => here[at] !== true).slice(0, MOST_ASKED);
      if (missing.length === 0) return here;
      const answer = await askOwn(ADDED, 'has', { ids: missing });
      const found = new Set(missing.filter((_, at) => answer?.held[at] === true));
      return ids.map((id, at) => here[at] === true || found.has(id));
    },
  };
}
