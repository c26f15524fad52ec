/**
 * A list of the user's own papers as a pack beside the others: saved papers, or papers met. Its parts are
 * compiled, and its papers are read one by one from where the list is stored; both may change between two
 * questions.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { createRelations } from '@/lib/domain/pack/relations';
import type { TagDefinition } from '@/lib/domain/paper';
import type { Provenance } from '@/lib/domain/provenance';
import type { RelatedModel } from '@/lib/domain/related/model';
import type { Pack, PageOf, PageOptions, PaperRow, RelatedRow, SearchablePack } from '@/lib/domain/store';
import { createPackSearcher } from '@/lib/domain/store/query';
import { rowOf } from '@/lib/domain/store/rows';
import { annotationOfKnown, readTerms } from './known-paper';
import { dayOf, readMetPaper } from './met-paper';
import type { OwnList } from './own-list-names';
import { readSavedPaper, type SavedPaper } from './saved-paper';
import { searchableOwn, type OpenPart, type OwnPaper } from './own-index';

/** A part of a list in its current state. */
interface CurrentPart {
  readonly part: OpenPart;
  /** Papers in it that were removed or changed since. The same object while nothing changes. */
  readonly without: ReadonlySet<string>;
}

/** New papers form a separate part until they are merged with the rest. */
export interface CurrentParts {
  readonly fresh?: CurrentPart | undefined;
  readonly base?: CurrentPart | undefined;
}

/**
 * A paper of a list, with the day on which it was met for papers met, and with its record for saved papers.
 */
export type ListedPaper = OwnPaper & {
  readonly metOn?: string | undefined;
  readonly saved?: SavedPaper | undefined;
};

/**
 * A paper of a list from its stored record. A reading from a page gets the provenance `met`, since that page
 * is not the one in view.
 */
export function readListed(list: OwnList, record: unknown, terms?: unknown): ListedPaper | undefined {
  if (list === 'met') {
    const met = readMetPaper(record);
    return met && { ...met, metOn: dayOf(met.paper.metAt) };
  }
  const paper = readSavedPaper(record);
  if (!paper) return undefined;
  const listed = { paper, saved: paper, terms: readTerms(terms) };
  return paper.provenance === 'page'
    ? { ...listed, paper: { ...paper, provenance: 'met' }, metOn: dayOf(paper.savedAt) }
    : listed;
}

/** Where a list comes from. */
interface OwnPackSource {
  readonly name: OwnList;
  /** The best provenance that its papers can have; each has its own. */
  readonly provenance: Provenance;
  /** The compiled list; empty if it cannot be read. */
  readonly parts: () => Promise<CurrentParts>;
  readonly ids: () => Promise<ReadonlySet<string>>;
  readonly read: (id: string) => Promise<ListedPaper | undefined>;
  readonly findTag: (id: string) => TagDefinition | undefined;
  /** The rarity of a tag in the literature, in nats. */
  readonly rarityOfTag: (id: string) => number;
  readonly readModel: () => Promise<RelatedModel | undefined>;
}

type Relations = ReturnType<typeof createRelations>;

const NOTHING: PageOf<never> = { rows: [], total: 0 };

const rowOfListed = ({ paper, metOn }: ListedPaper): PaperRow =>
  rowOf({ ...paper, title: paper.title || paper.id, metOn });

/** Opens a list as a pack. Nothing is read before it is needed. */
export function openOwnPack(source: OwnPackSource): Pack {
  const { name, provenance, parts, ids, findTag, rarityOfTag, readModel } = source;
  const read = async (id: string): Promise<ListedPaper | undefined> =>
    (await ids()).has(id) ? source.read(id) : undefined;
  const row = async (id: string) => {
    const listed = await read(id);
    return listed && rowOfListed(listed);
  };

  const searchableOf = (which: keyof CurrentParts): SearchablePack => ({
    name,
    index: async () => (await parts())[which]?.part.opened,
    without: async () => (await parts())[which]?.without ?? [],
    show: async (id) => {
      const listed = await read(id);
      return listed && { row: rowOfListed(listed), searchable: searchableOwn(listed.paper) };
    },
  });
  const searchable = [searchableOf('fresh'), searchableOf('base')];
  const searcher = createPackSearcher(searchable, findTag);

  const opened = new WeakMap<OpenPart, Relations>();
  const relationsOf = (part: OpenPart): Relations => {
    const known =
      opened.get(part) ??
      createRelations({
        index: () => Promise.resolve(part.opened),
        readVectors: () => Promise.resolve(part.vectors),
        readModel,
        record: async (id) => (await read(id))?.paper,
        row,
        findTag,
        rarityOfTag,
        // It is compiled again at the next change.
        onFault: () => undefined,
      });
    opened.set(part, known);
    return known;
  };
  const current = async (): Promise<readonly CurrentPart[]> => {
    const { fresh, base } = await parts();
    return [fresh, base].filter((each) => each !== undefined);
  };
  const relate = async (
    ask: (relations: Relations, page: PageOptions) => Promise<PageOf<RelatedRow>>,
    { limit, offset = 0, signal }: PageOptions,
  ): Promise<PageOf<RelatedRow>> => {
    const lists = await Promise.all(
      (await current()).map(async ({ part, without }) => {
        const { rows, total } = await ask(relationsOf(part), { limit: limit + offset, signal });
        const kept = rows.filter(({ id }) => !without.has(id));
        return { rows: kept, total: total - (rows.length - kept.length) };
      }),
    );
    const rows = lists.flatMap((list) => list.rows).toSorted((a, b) => b.score - a.score);
    const total = lists.reduce((sum, list) => sum + list.total, 0);
    return { rows: rows.slice(offset, offset + limit), total };
  };
  const profile = async (id: PaperId) => {
    const holder = (await current()).find(
      ({ part, without }) => !without.has(id) && part.opened.ids.find(id) !== undefined,
    );
    return holder && relationsOf(holder.part).profile(id);
  };
  const near: Pack['near'] = (paper, page) => relate((each, asked) => each.near(paper, asked), page);

  return {
    name,
    provenance,
    searchable,
    own: async () => [...(await ids())],
    facts: async () => ({ packs: [], date: '', papers: 0 }),
    has: async (asked) => {
      const held = await ids();
      return asked.map((id) => held.has(id));
    },
    get: async (id) => {
      const listed = await read(id);
      return listed && { ...annotationOfKnown(listed.paper, findTag), metOn: listed.metOn };
    },
    query: searcher.query,
    prepare: searcher.prepare,
    tagged: async (tagId, page) => {
      const { hits, total } = await searcher.query({ text: `tag:${tagId}`, sort: 'date' }, page);
      return { rows: hits, total };
    },
    profile,
    near,
    related: async (subject, page) => {
      if (subject.kind === 'text') return relate((each, asked) => each.related(subject, asked), page);
      const own = await profile(subject.id);
      return own ? near(own, page) : NOTHING;
    },
    start: async () => ({ topics: [], newest: [] }),
  };
}
