/** The background's answers to frames in pages about the user's own lists. */
import { OWN_LISTS } from '@/lib/domain/library/own-list-names';
import type { Handlers } from '@/lib/messages';
import type { OWN } from '@/lib/messages/own-lists';
import { openStore } from '@/lib/extension/store';
import { saveTables } from '@/lib/extension/library/change-papers';
import { workWithLibrary } from '@/lib/extension/library/database';
import { compileOwnLists } from './compile-lists';
import { packOfList, STORE_OF } from '@/lib/extension/library/own-lists';

const NOTHING = { rows: [], total: 0 };

/** Answers to panels and cards. */
export const OWN_ANSWERS: Handlers<typeof OWN.messages> = {
  read: async ({ id }) => {
    const records = await workWithLibrary((database) =>
      Promise.all(OWN_LISTS.map((list) => database.get(STORE_OF[list], id))),
    );
    if (!records.ok || records.value.every((record) => record === undefined)) return { found: [] };
    // The store opens the lists. Every panel waits for this answer, and most papers are in none of them.
    await openStore();
    const found = await Promise.all(
      OWN_LISTS.map(async (list, at) => {
        const record = records.value[at];
        return record === undefined ? [] : [{ list, record, profile: await packOfList(list)?.profile(id) }];
      }),
    );
    return { found: found.flat() };
  },
  saveTables: async ({ id, results }, { isPrivate }) => {
    if (isPrivate !== true) await saveTables(id, results);
    return { done: true };
  },
  tend: () => {
    compileOwnLists();
    return { done: true };
  },
  relate: async ({ list, to, limit }) => {
    const count = await workWithLibrary((database) => database.count(STORE_OF[list]));
    if (count.ok && count.value === 0) return NOTHING;
    await openStore();
    const pack = packOfList(list);
    if (!pack) return NOTHING;
    return to.kind === 'profile' ? pack.near(to.profile, { limit }) : pack.related(to, { limit });
  },
};
