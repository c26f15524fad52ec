/** The background's answers to frames in pages about papers in packs that the user added. */
import { knownPaperOf } from '@/lib/domain/library/known-paper';
import { openStore } from '@/lib/extension/store';
import type { Handlers } from '@/lib/messages';
import type { ADDED } from '@/lib/messages/added-packs';

/** Answers to panels and cards. */
export const ADDED_ANSWERS: Handlers<typeof ADDED.messages> = {
  read: async ({ id }) => {
    const outcome = await openStore();
    const held = outcome.ok ? await outcome.store.get(id) : undefined;
    return { record: held ? knownPaperOf(held) : null };
  },
  has: async ({ ids }) => {
    const outcome = await openStore();
    return { held: outcome.ok ? await outcome.store.has(ids) : ids.map(() => false) };
  },
  tagged: async ({ tagId, limit }) => {
    const outcome = await openStore();
    return outcome.ok ? outcome.store.tagged(tagId, { limit }) : { rows: [], total: 0 };
  },
};
