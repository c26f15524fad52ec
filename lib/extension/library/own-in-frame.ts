/** The user's own lists in a frame in a page, which asks the background for all of it. */
import { annotationOfKnown } from '@/lib/domain/library/known-paper';
import { OWN_LISTS, readListed, type OwnList } from '@/lib/domain/library/own-pack';
import type { Annotation } from '@/lib/domain/annotation';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition } from '@/lib/domain/paper';
import type { Pack, PageOptions, PaperProfile } from '@/lib/domain/store';
import { askOwn } from '@/lib/messages';
import { isAskableProfile, OWN } from '@/lib/messages/own-lists';
import { isAskable } from '@/lib/messages/related';

/** A list's paper as the background tells of it. */
interface Told {
  readonly list: OwnList;
  readonly record: unknown;
  readonly profile?: PaperProfile | undefined;
}

const NOTHING = { rows: [], total: 0 };

function annotationOf(
  { list, record }: Told,
  findTag: (id: string) => TagDefinition | undefined,
): Annotation | undefined {
  const listed = readListed(list, record);
  return listed && { ...annotationOfKnown(listed.paper, findTag), metOn: listed.metOn };
}

/** The lists as packs that hold nothing here. */
export function askOwnLists(findTag: (id: string) => TagDefinition | undefined): readonly Pack[] {
  // A panel asks for all parts of a paper in one task: they share one message.
  let asked: { readonly id: PaperId; readonly answer: Promise<readonly Told[]> } | undefined;
  const tell = (id: PaperId): Promise<readonly Told[]> => {
    if (asked?.id !== id) {
      const answer = askOwn(OWN, 'read', { id }).then((told) => told?.found ?? []);
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
    const find = async (id: PaperId): Promise<Told | undefined> =>
      (await tell(id)).find((told) => told.list === list);
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
        // Of a whole list nobody asks here: the background answers listings.
        Promise.all(ids.map(async (id) => ids.length === 1 && (await find(id)) !== undefined)),
      get: async (id) => {
        const told = await find(id);
        return told && annotationOf(told, findTag);
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
