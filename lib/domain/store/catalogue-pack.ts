/** The catalogue annotated by hand, as the first pack: small enough to be searched and listed in memory. */
import { annotateFromCatalogue } from '@/lib/domain/annotation';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { Catalogue } from '@/lib/domain/catalogue';
import type { CataloguePaper, RelatedPaper } from '@/lib/domain/paper';
import { openRelatedAsset, type RelatedAsset } from '@/lib/domain/related/asset';
import { NO_VECTORS, type RelatedModel } from '@/lib/domain/related/model';
import { openPapers, searchableOf, type SearchablePaper, type SearchIndex } from '@/lib/domain/search';
import type { Pack, PageOf, PageOptions, PaperRow, RelatedRow, SearchablePack, TagCount } from './index';
import { createPackSearcher } from './query';
import { BROWSED, labelOf, rowOf } from './rows';

/** What the pack needs besides the catalogue itself. */
interface CatalogueSources {
  /** Reads the text of `related.txt`; called when the related papers of a text are first asked for. */
  readonly readRelated: () => Promise<string | undefined>;
  /**
   * Opens the vectors of words; called when related papers are first asked for. Without them only words and
   * tags are compared.
   */
  readonly readModel?: (() => Promise<RelatedModel | undefined>) | undefined;
}

const pageOf = <Row>(rows: readonly Row[], { limit, offset = 0 }: PageOptions): PageOf<Row> => ({
  rows: rows.slice(offset, offset + limit),
  total: rows.length,
});

/** Calls `make` at most once and returns the same value to everybody. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Opens the compiled catalogue as a pack. A paper's line is parsed when the paper is first asked for. */
export function openCataloguePack(
  catalogue: Catalogue,
  { readRelated, readModel = () => Promise.resolve(undefined) }: CatalogueSources,
): Pack {
  const { header, taxonomy } = catalogue;
  const findTag = (id: string) => taxonomy.tag(id);
  const held: ReadonlySet<string> = new Set(catalogue.ids);
  const rows = new Map<PaperId, PaperRow>();
  // One object for each paper, because the words of its texts are cached by object from keystroke to
  // keystroke.
  const searchables = new Map<PaperId, SearchablePaper>();
  const toSearchable = (paper: CataloguePaper): SearchablePaper => {
    const known = searchables.get(paper.id) ?? searchableOf(paper);
    searchables.set(paper.id, known);
    return known;
  };
  const toRow = (paper: CataloguePaper): PaperRow => {
    const row = rows.get(paper.id) ?? rowOf({ ...paper, provenance: 'curated' });
    rows.set(paper.id, row);
    return row;
  };
  const findRow = (id: PaperId): PaperRow | undefined => {
    const paper = catalogue.get(id);
    return paper && toRow(paper);
  };

  const openIndex = once((): SearchIndex => openPapers(catalogue.all().map(toSearchable), taxonomy.tags));
  const searchable: SearchablePack = {
    name: 'curated',
    index: async () => openIndex(),
    show: async (id) => {
      const paper = catalogue.get(id);
      return paper && { row: toRow(paper), searchable: toSearchable(paper) };
    },
  };
  const searcher = createPackSearcher([searchable], findTag);
  // Without the file papers can still be shown; only texts have no related papers.
  const openRelated = once(async (): Promise<RelatedAsset | undefined> => {
    const [text, model] = await Promise.all([readRelated(), readModel()]);
    return text === undefined ? undefined : openRelatedAsset(text, catalogue, model ?? NO_VECTORS);
  });
  const newestFirst = once(() => catalogue.all().toSorted((a, b) => b.published.localeCompare(a.published)));
  const topics = once((): readonly TagCount[] => {
    const counts = new Map<string, number>();
    for (const { tags } of catalogue.all()) {
      for (const id of tags) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts]
      .flatMap(([id, count]) => {
        const tag = findTag(id);
        return tag && BROWSED.includes(tag.facet) ? [{ tag: labelOf(tag), count }] : [];
      })
      .toSorted((a, b) => b.count - a.count);
  });

  const explain = (near: readonly RelatedPaper[], page: PageOptions): PageOf<RelatedRow> =>
    pageOf(
      near.flatMap(({ id, score, reasons }) => {
        const row = findRow(id);
        return row ? [{ ...row, score, reasons }] : [];
      }),
      page,
    );

  return {
    name: 'curated',
    provenance: 'curated',
    searchable: [searchable],
    facts: async () => {
      const { version, date, count: papers, results, withCode } = header;
      const facts = {
        name: 'curated',
        provenance: 'curated',
        version,
        date,
        papers,
        results,
        withCode,
      } as const;
      return { packs: [facts], date, papers };
    },
    has: async (ids) => ids.map((id) => held.has(id)),
    get: async (id) => {
      const paper = catalogue.get(id);
      return paper && annotateFromCatalogue(paper, findTag);
    },
    query: searcher.query,
    tagged: async (tagId, page) =>
      pageOf(
        catalogue
          .all()
          .filter(({ tags }) => tags.includes(tagId))
          .map(toRow),
        page,
      ),
    related: async (subject, page) => {
      if (subject.kind === 'paper') return explain(catalogue.get(subject.id)?.related ?? [], page);
      const asset = await openRelated();
      return explain(asset?.relateText(subject.text, subject.id) ?? [], page);
    },
    near: async (profile, page) => explain((await openRelated())?.relatePaper(profile) ?? [], page),
    profile: async (id) => {
      const paper = catalogue.get(id);
      const terms = paper && (await openRelated())?.termsOf(id);
      return terms && { id, title: paper.title, tags: paper.tags, terms };
    },
    start: async (limits) => ({
      topics: topics().slice(0, limits.topics),
      newest: newestFirst().slice(0, limits.newest).map(toRow),
    }),
    prepare: searcher.prepare,
  };
}
