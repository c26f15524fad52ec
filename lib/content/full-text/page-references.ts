/**
 * The bibliography and citations of the page. Nothing is read before it is needed: a single entry at once,
 * all of them in idle slices.
 */
import { inSlices } from '@/lib/dom/idle-queue';
import {
  meantWorks,
  numberOf,
  readEntry,
  type EntryFinder,
  type MeantWork,
  type Reference,
} from '@/lib/domain/references';
import {
  createCitedFinder,
  floatAmong,
  mayBeOf,
  type CitedEntry,
  type WantedPaper,
} from '@/lib/domain/references/cited';
import type { ReferenceAdapter } from '@/lib/sites/full-texts';

/** One place where a work is cited. */
export interface CitationPlace {
  /** The link in the text. */
  readonly element: Element;
  /** The section, table or figure, found when it is asked for: "3.2", "Table 2"; empty if the page names none. */
  readonly place: string;
}

/** The references of a page. */
export interface PageReferences {
  /** The entry with this anchor; undefined if the page has none. */
  readonly entryAt: (anchor: string) => Omit<Reference, 'citedAt'> | undefined;
  /** The mark that an element is or is part of; undefined if there is none. */
  readonly markAt: (element: Element) => Element | undefined;
  /** The works of a mark's citation, the mark's own first. */
  readonly meantBy: (mark: Element) => readonly MeantWork[];
  /** The element of an entry. */
  readonly elementAt: (anchor: string) => Element | undefined;
  /** Where a work is cited, in order; undefined until all citations have been read. */
  readonly placesOf: (anchor: string) => readonly CitationPlace[] | undefined;
  /** Reads all citations, but no entry; never resolves if the signal aborts before. */
  readonly readPlaces: () => Promise<void>;
  /**
   * All references, after reading the whole page, which begins now; never resolves if the signal aborts
   * before.
   */
  readonly readAll: () => Promise<readonly Reference[]>;
  /** The entries that may be these papers, in their order, or null; other entries are not read for this. */
  readonly findCited: (papers: readonly WantedPaper[]) => Promise<readonly (CitedEntry | null)[]>;
}

/** How much of an entry is searched for ids and titles, in UTF-16 code units; real entries are shorter. */
const MOST_TEXT = 20_000;
/** How much text is searched in one step, about a dozen entries, which takes far less than a slice of idle time. */
const IN_STEP = 5_000;

/** The references of a document; everything is dropped when the signal aborts. */
export function readPageReferences(
  root: Document,
  adapter: ReferenceAdapter,
  { signal }: { readonly signal: AbortSignal },
): PageReferences {
  const read = new Map<string, Omit<Reference, 'citedAt'>>();
  const numbers = new Map<string, number | undefined>();
  const places = new Map<string, CitationPlace[]>();
  let elements: ReadonlyMap<string, Element> | undefined;
  let isComplete = false;
  let cited: Promise<void> | undefined;
  let whole: Promise<readonly Reference[]> | undefined;

  const byAnchor = (): ReadonlyMap<string, Element> =>
    (elements ??= new Map(adapter.findEntries(root).map((element) => [element.id, element])));
  const elementAt = (anchor: string): Element | undefined => byAnchor().get(anchor);
  const entryAt: PageReferences['entryAt'] = (anchor) => {
    const known = read.get(anchor);
    if (known) return known;
    const element = elementAt(anchor);
    if (!element) return undefined;
    const entry = readEntry(adapter.readEntry(element));
    read.set(anchor, entry);
    return entry;
  };
  const numberAt = (anchor: string): number | undefined => {
    if (numbers.has(anchor)) return numbers.get(anchor);
    const element = elementAt(anchor);
    const number = element && numberOf(adapter.keyOf(element));
    numbers.set(anchor, number);
    return number;
  };
  // The keys of all entries are only needed for ranges.
  const entries: EntryFinder = {
    has: (anchor) => byAnchor().has(anchor),
    numberAt,
    between: (first, last) =>
      [...byAnchor().keys()].filter((anchor) => {
        const number = numberAt(anchor);
        return number !== undefined && number > first && number < last;
      }),
  };

  const addPlace = (anchor: string, element: Element, citation: Element): void => {
    const found = {
      element,
      get place() {
        return adapter.readCitation(citation).place;
      },
    };
    const known = places.get(anchor);
    if (known) known.push(found);
    else places.set(anchor, [found]);
  };
  /** Notes what a citation with these marks refers to: for a single mark, as most are, what it leads to. */
  const note = (citation: Element, [mark, ...others]: readonly Element[]): void => {
    const only = mark && others.length === 0 ? adapter.anchorOf(mark) : undefined;
    if (mark && only !== undefined) {
      if (entries.has(only)) addPlace(only, mark, citation);
      return;
    }
    const marks = adapter.marksOf(citation);
    for (const work of meantWorks(adapter.readCitation(citation), entries)) {
      if (!('anchor' in work)) continue;
      // Works inside a range have no link, so the first link of the citation is shown.
      const element = marks.find((each) => adapter.anchorOf(each) === work.anchor) ?? marks[0] ?? citation;
      addPlace(work.anchor, element, citation);
    }
  };
  function* readCitations(): Generator<undefined, void> {
    let citation: Element | undefined;
    let marks: Element[] = [];
    byAnchor();
    yield undefined;
    for (const mark of adapter.findMarks(root)) {
      const citing = adapter.citingOf(mark);
      if (citing !== citation) {
        if (citation) note(citation, marks);
        citation = citing;
        marks = [];
      }
      marks.push(mark);
      yield undefined;
    }
    if (citation) note(citation, marks);
    isComplete = true;
  }
  function* readEntries(): Generator<undefined, void> {
    for (const anchor of byAnchor().keys()) {
      entryAt(anchor);
      yield undefined;
    }
  }
  const listAll = (): readonly Reference[] =>
    [...byAnchor().keys()].flatMap((id) => {
      const entry = entryAt(id);
      return entry ? [{ ...entry, citedAt: (places.get(id) ?? []).map(({ place }) => place) }] : [];
    });

  const readPlaces: PageReferences['readPlaces'] = () => (cited ??= inSlices(readCitations(), { signal }));
  const readWhole = async (): Promise<readonly Reference[]> => {
    await readPlaces();
    await inSlices(readEntries(), { signal });
    return listAll();
  };
  function* look(papers: readonly WantedPaper[]): Generator<undefined, readonly (CitedEntry | null)[]> {
    const candidates = createCitedFinder(papers);
    const found: (CitedEntry | null)[] = papers.map(() => null);
    let searched = 0;
    for (const [anchor, element] of byAnchor()) {
      const words = element.textContent.slice(0, MOST_TEXT);
      for (const at of candidates(words)) {
        const [paper, entry] = [papers[at], entryAt(anchor)];
        if (found[at] || !paper || !entry || !mayBeOf(entry, paper)) continue;
        const { paperId, title, year, text } = entry;
        const cites = adapter
          .linksTo(root, anchor)
          .map((link) => adapter.readCitation(adapter.citationOf(link)));
        found[at] = { paperId, title, year, text, float: floatAmong(cites.map(({ place }) => place)) };
      }
      searched += words.length;
      if (searched < IN_STEP) continue;
      searched = 0;
      yield undefined;
    }
    return found;
  }
  signal.addEventListener(
    'abort',
    () => {
      for (const kept of [read, numbers, places]) kept.clear();
      elements = new Map();
    },
    { once: true },
  );

  return {
    entryAt,
    elementAt,
    markAt: adapter.markAt,
    meantBy: (mark) => {
      const own = adapter.anchorOf(mark);
      const works = meantWorks(adapter.readCitation(adapter.citationOf(mark)), entries);
      const isOwn = (work: MeantWork): boolean =>
        'anchor' in work ? work.anchor === own : work.missing === mark.textContent?.trim();
      return [...works.filter(isOwn), ...works.filter((work) => !isOwn(work))];
    },
    placesOf: (anchor) => (isComplete ? (places.get(anchor) ?? []) : undefined),
    readAll: () => (whole ??= readWhole()),
    findCited: (papers) => inSlices(look(papers), { signal }),
    readPlaces,
  };
}
