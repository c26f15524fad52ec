/**
 * Joins several packs into one store: for a paper in two of them, the annotation of the better provenance is
 * shown.
 */
import type { Annotation } from '@/lib/domain/annotation';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition } from '@/lib/domain/paper';
import { PROVENANCES, type Provenance, type SavedMarks } from '@/lib/domain/provenance';
import type {
  Pack,
  PageOf,
  PageOptions,
  PaperRow,
  PaperStore,
  RelatedRow,
  RelatedSubject,
  TagCount,
} from './index';
import { MOST_RELATED } from '@/lib/domain/related/most-related';
import { createPackSearcher, type OwnLists } from './query';

/** Lower is better. */
const rankOf = ({ provenance }: { readonly provenance: Provenance }): number =>
  PROVENANCES.indexOf(provenance);

const isSaved = ({ own, provenance }: Pack): boolean => own !== undefined && provenance === 'page';

/** A filter on saved papers. */
const ASKS_SAVED = /\b(?:in|pack|status|mytag):/i;

/** What a merged store needs besides its packs. */
interface MergeOptions {
  /** Looks up a tag of the taxonomy. */
  readonly findTag: (id: string) => TagDefinition | undefined;
  /**
   * The user's marks on saved papers, for `in:saved`, `status:` and `mytag:`; called only for queries with
   * one of them.
   */
  readonly listSaved?: (() => Promise<SavedMarks>) | undefined;
}

/** Rows without repeated papers; the first row of each is kept. */
function dropRepeated<Row extends PaperRow>(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<PaperId>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/**
 * A tag may be common in all packs but among the first of none, so each is asked for this many times more.
 */
const SPARE_TOPICS = 5;

const NO_FACTS = { date: '', papers: 0 };

const byDate = (a: PaperRow, b: PaperRow): number => (b.published ?? '').localeCompare(a.published ?? '');

function addCounts(lists: readonly (readonly TagCount[])[]): readonly TagCount[] {
  const sums = new Map<string, TagCount>();
  for (const { tag, count } of lists.flat()) {
    sums.set(tag.id, { tag, count: count + (sums.get(tag.id)?.count ?? 0) });
  }
  return [...sums.values()].toSorted((a, b) => b.count - a.count);
}

/** Options for the first `offset + limit` rows, since each pack may have the first ones. */
const fromStart = ({ limit, offset = 0, ...others }: PageOptions): PageOptions => ({
  limit: offset + limit,
  ...others,
});

/** The rows of a page, of all rows in order; `lists` are those of the packs, with their totals. */
function cutPage<Row extends PaperRow>(
  lists: readonly PageOf<Row>[],
  ordered: readonly Row[],
  { limit, offset = 0 }: PageOptions,
): PageOf<Row> {
  const rows = dropRepeated(ordered);
  const repeated = ordered.length - rows.length;
  return {
    rows: rows.slice(offset, offset + limit),
    total: lists.reduce((sum, { total }) => sum + total, 0) - repeated,
  };
}

/**
 * One store over packs. Queries rank the papers of all packs as one; everything else is asked of each pack in
 * parallel, and lists are joined without repeating a paper.
 */
export function mergePacks(unordered: readonly Pack[], { findTag, listSaved }: MergeOptions): PaperStore {
  const packs = unordered.toSorted((a, b) => rankOf(a) - rankOf(b));
  const shipped = packs.filter(({ own }) => own === undefined);
  // Saved papers come first, so that they are found by the user's own notes even if another pack has them.
  const searched = [...packs.filter(isSaved), ...packs.filter((pack) => !isSaved(pack))];
  const searcher = createPackSearcher(
    searched.flatMap(({ searchable }) => searchable),
    findTag,
  );
  const askAll = <Answer>(
    ask: (pack: Pack) => Promise<Answer>,
    asked: readonly Pack[] = packs,
  ): Promise<readonly Answer[]> => Promise.all(asked.map(ask));
  const findLists = async (): Promise<OwnLists> => {
    const lists = await Promise.all(
      packs.map(async ({ name, own }) => (own ? [[name, await own()] as const] : [])),
    );
    const saved = await listSaved?.();
    return { saved, lists: Object.fromEntries(lists.flat()) };
  };

  const findHolder = async (id: PaperId): Promise<Pack | undefined> => {
    const held = await askAll((pack) => pack.has([id]));
    return packs[held.findIndex(([isHeld]) => isHeld)];
  };
  const relatePaper = async (id: PaperId, page: PageOptions): Promise<readonly PageOf<RelatedRow>[]> => {
    const holder = await findHolder(id);
    if (!holder) return [];
    const profile = packs.length > 1 ? await holder.profile(id) : undefined;
    const asked = packs.filter((pack) => pack === holder || profile !== undefined);
    return Promise.all(
      asked.map((pack) =>
        profile === undefined || pack === holder
          ? pack.related({ kind: 'paper', id }, page)
          : pack.near(profile, page),
      ),
    );
  };
  const findRelated = async (
    subject: RelatedSubject,
    page: PageOptions,
  ): Promise<{ readonly rows: readonly RelatedRow[]; readonly total: number }> => {
    const lists = await (subject.kind === 'paper'
      ? relatePaper(subject.id, page)
      : askAll((pack) => pack.related(subject, page)));
    const all = lists.flatMap(({ rows }) => rows);
    const others = all.filter(({ id }) => id !== subject.id);
    // For a paper in two packs, the row of the better provenance is kept.
    const rows = dropRepeated(others).toSorted((a, b) => b.score - a.score);
    const dropped = all.length - rows.length;
    const total = lists.reduce((sum, list) => sum + list.total, 0) - dropped;
    return { rows, total: Math.min(total, MOST_RELATED) };
  };

  return {
    facts: async () => {
      const all = await askAll((pack) => pack.facts(), shipped);
      return {
        packs: all.flatMap((facts) => facts.packs),
        // A small pack that is newer makes the others no newer.
        date: all.reduce((most, facts) => (facts.papers > most.papers ? facts : most), NO_FACTS).date,
        papers: all.reduce((sum, { papers }) => sum + papers, 0),
      };
    },
    has: async (ids) => {
      const all = await askAll((pack) => pack.has(ids), shipped);
      return ids.map((_, at) => all.some((held) => held[at] === true));
    },
    get: async (id, options) => {
      let best: Annotation | undefined;
      for (const pack of packs) {
        // A saved paper may have any provenance, so a later pack can be better.
        if (best && rankOf(best) <= rankOf(pack)) break;
        const annotation = await pack.get(id, options);
        if (annotation && (!best || rankOf(annotation) < rankOf(best))) best = annotation;
      }
      return best;
    },
    query: async (query, page) =>
      searcher.query(query, page, ASKS_SAVED.test(query.text) ? await findLists() : undefined),
    tagged: async (tagId, page) => {
      const lists = await askAll((pack) => pack.tagged(tagId, fromStart(page)));
      return cutPage(
        lists,
        lists.flatMap(({ rows }) => rows),
        page,
      );
    },
    related: async (subject, { limit, offset = 0, signal }) => {
      const end = Math.min(offset + limit, MOST_RELATED);
      const { rows, total } = await findRelated(subject, { limit: end, signal });
      return { rows: rows.slice(offset, end), total };
    },
    start: async (limits) => {
      const { topics: most, newest: mostNewest } = limits;
      const asked = { topics: most * SPARE_TOPICS, newest: mostNewest };
      const all = await askAll((pack) => pack.start(asked), shipped);
      const newest = dropRepeated(all.flatMap((start) => start.newest)).toSorted(byDate);
      return {
        topics: addCounts(all.map(({ topics }) => topics)).slice(0, most),
        newest: newest.slice(0, mostNewest),
      };
    },
    prepare: searcher.prepare,
  };
}
