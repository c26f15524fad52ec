/**
 * The bibliography and citations of the page. Nothing is read before it is needed: a single entry at once,
 * all of them in idle slices.
 */
import { createIdleQueue } from '@/lib/dom/idle-queue';
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
import type { PrintedCitation } from '@/lib/domain/references/printed';
import type { ReferenceAdapter } from '@/lib/sites/full-texts';

/** One place where a work is cited. */
export interface CitationPlace {
  /** The link in the text. */
  readonly element: Element;
  /** The section, table or figure: "3.2", "Table 2"; empty if the page names none. */
  readonly place: string;
}

/** A step of work, which may return further steps. */
type Step = () => readonly Step[] | void;

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
  /** Where a work is cited, in order; undefined until the whole page has been read. */
  readonly placesOf: (anchor: string) => readonly CitationPlace[] | undefined;
  /**
   * All references, after reading the whole page, which begins now; never resolves if the signal aborts
   * before.
   */
  readonly readAll: () => Promise<readonly Reference[]>;
  /** The entries that may be these papers, in their order, or null; other entries are not read for this. */
  readonly findCited: (papers: readonly WantedPaper[]) => Promise<readonly (CitedEntry | null)[]>;
}

/** Most steps in one slice, since most of them are short. */
const MOST = 200;

/** How much of an entry is searched for ids and titles, in UTF-16 code units; real entries are shorter. */
const MOST_TEXT = 20_000;

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

  const note = (citation: Element): void => {
    const found: PrintedCitation = adapter.readCitation(citation);
    const marks = adapter.marksOf(citation);
    for (const work of meantWorks(found, entries)) {
      if (!('anchor' in work)) continue;
      // Works inside a range have no link, so the first link of the citation is shown.
      const element = marks.find((each) => adapter.anchorOf(each) === work.anchor) ?? marks[0] ?? citation;
      const known = places.get(work.anchor);
      const place = { element, place: found.place };
      if (known) known.push(place);
      else places.set(work.anchor, [place]);
    }
  };
  const listAll = (): readonly Reference[] =>
    [...byAnchor().keys()].flatMap((id) => {
      const entry = entryAt(id);
      return entry ? [{ ...entry, citedAt: (places.get(id) ?? []).map(({ place }) => place) }] : [];
    });

  /**
   * Runs steps in idle slices; steps that a step returns run last. Never resolves after the signal aborts.
   */
  const inSlices = (steps: readonly Step[]): Promise<void> =>
    new Promise((resolve) => {
      const queue = createIdleQueue<Step>(
        (step) => {
          const more = step();
          if (more) queue.add(more);
        },
        () => {
          if (queue.size() === 0) resolve();
        },
        { signal, most: MOST },
      );
      queue.add(steps);
    });
  const readWhole = async (): Promise<readonly Reference[]> => {
    await inSlices([
      () =>
        [...byAnchor().keys()].map(
          (id): Step =>
            () =>
              void entryAt(id),
        ),
      () =>
        adapter.findCitations(root).map(
          (citation): Step =>
            () =>
              note(citation),
        ),
    ]);
    isComplete = true;
    return listAll();
  };
  const findCited: PageReferences['findCited'] = async (papers) => {
    const candidates = createCitedFinder(papers);
    const found: (CitedEntry | null)[] = papers.map(() => null);
    const look = (anchor: string, element: Element): void => {
      for (const at of candidates(element.textContent.slice(0, MOST_TEXT))) {
        const [paper, entry] = [papers[at], entryAt(anchor)];
        if (found[at] || !paper || !entry || !mayBeOf(entry, paper)) continue;
        const { paperId, title, year, text } = entry;
        const cites = adapter
          .linksTo(root, anchor)
          .map((link) => adapter.readCitation(adapter.citationOf(link)));
        found[at] = { paperId, title, year, text, float: floatAmong(cites.map(({ place }) => place)) };
      }
    };
    await inSlices([
      () =>
        [...byAnchor()].map(
          ([anchor, element]): Step =>
            () =>
              look(anchor, element),
        ),
    ]);
    return found;
  };
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
    findCited,
  };
}
