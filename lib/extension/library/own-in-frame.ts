/** The user's own lists in a frame on a page, which asks the background for everything. */
import { annotationOfKnown } from '@/lib/domain/library/known-paper';
import { OWN_LISTS, type OwnList } from '@/lib/domain/library/own-list-names';
import { readListed } from '@/lib/domain/library/own-pack';
import type { Annotation } from '@/lib/domain/annotation';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition } from '@/lib/domain/paper';
import type { Pack, PageOptions, PaperProfile } from '@/lib/domain/store';
import { askOwn } from '@/lib/messages';
import { isAskableProfile, OWN } from '@/lib/messages/own-lists';
import { isAskable } from '@/lib/messages/related';

/** A paper of a list as answered by the background. */
interface FoundRecord {
  readonly list: OwnList;
  readonly record: unknown;
  readonly profile?: PaperProfile | undefined;
}

const NOTHING = { rows: [], total: 0 };

function annotationOf(
  { list, record }: FoundRecord,
  findTag: (id: string) => TagDefinition | undefined,
): Annotation | undefined {
  const listed = readListed(list, record);
  return listed && { ...annotationOfKnown(listed.paper, findTag), metOn: listed.metOn };
}

/** The lists as packs without local data. */
export function askOwnLists(findTag: (id: string) => TagDefinition | undefined): readonly Pack[] {
  // A panel asks for all parts of a paper in one task, which share one message.
  let asked: { readonly id: PaperId; readonly answer: Promise<readonly FoundRecord[]> } | undefined;
  const ask = (id: PaperId): Promise<readonly FoundRecord[]> => {
    if (asked?.id !== id) {
      const answer = askOwn(OWN, 'read', { id }).then((found) => found?.found ?? []);
      const mine = { id, answer };
      asked = mine;
      // The paper may be saved or removed later, so the next task asks again.
      setTimeout(() => {
        if (asked === mine) asked = undefined;
      }, 1000);
    }
    return asked.answer;
  };
  return OWN_LISTS.map((list): Pack => {
    const find = async (id: PaperId): Promise<FoundRecord | undefined> =>
      (await ask(id)).find((found) => found.list === list);
    const relate = async (
      to: Parameters<Pack['related']>[0] | { readonly kind: 'profile'; readonly profile: PaperProfile },
      { limit, offset = 0, signal }: PageOptions,
    ) => {
      const answer = await askOwn(OWN, 'relate', { list, to, limit: limit + offset });
      signal?.throwIfAborted();
      return answer ? { rows: answer.rows.slice(offset), total: answer.total } : NOTHING;
    };
    return {
      name: list,
      provenance: list === 'saved' ? 'page' : 'met',
      searchable: [],
      own: async () => [],
      facts: async () => ({ packs: [], date: '', papers: 0 }),
      has: (ids) =>
        // Frames never ask about many papers: the background handles listings.
        Promise.all(ids.map(async (id) => ids.length === 1 && (await find(id)) !== undefined)),
      get: async (id) => {
        const found = await find(id);
        return found && annotationOf(found, findTag);
      },
      query: async (query) => ({ query, hits: [], total: 0, facets: [] }),
      tagged: async () => NOTHING,
      related: async (subject, page) => (isAskable(subject) ? relate(subject, page) : NOTHING),
      near: async (profile, page) =>
        isAskableProfile(profile) ? relate({ kind: 'profile', profile }, page) : NOTHING,
      profile: async (id) => (await find(id))?.profile,
      start: async () => ({ topics: [], newest: [] }),
      prepare: async () => undefined,
    };
  });
}
