/**
 * The bibliography and the citations of the page in front of the reader. They are read while the page rests; what
 * is asked for before is read at once, and that alone.
 */
import { createIdleQueue } from '@/lib/dom/idle-queue';
import {
  createEntryFinder,
  meantWorks,
  readEntry,
  type EntryFinder,
  type MeantWork,
  type Reference,
} from '@/lib/domain/references';
import type { PrintedCitation, PrintedEntry } from '@/lib/domain/references/printed';
import type { ReferenceReader } from '@/lib/sites/full-texts';

/** One place that cites a work. */
export interface CitationPlace {
  /** The link in the text. */
  readonly element: Element;
  /** The section, table or figure: "3.2", "Table 2"; empty where the page names none. */
  readonly place: string;
}

/** The references of a page. */
export interface PageReferences {
  /** The entry with an anchor; undefined where the page has none. */
  readonly entryAt: (anchor: string) => Omit<Reference, 'citedAt'> | undefined;
  /** What stands for one work in a citation, where an element is such a mark or stands in one. */
  readonly markAt: (element: Element) => Element | undefined;
  /** The works that the citation of a mark means, the mark's own first. */
  readonly meantBy: (mark: Element) => readonly MeantWork[];
  /** The element that shows an entry. */
  readonly elementAt: (anchor: string) => Element | undefined;
  /** Where a work is cited, in order; undefined until the page has been read to its end. */
  readonly placesOf: (anchor: string) => readonly CitationPlace[] | undefined;
  /** All references once the page has been read to its end; never where the signal aborts before. */
  readonly all: Promise<readonly Reference[]>;
}

/** Begins to read the references of a document; nothing is kept after the signal aborts. */
export function readPageReferences(
  root: Document,
  reader: ReferenceReader,
  { signal }: { readonly signal: AbortSignal },
): PageReferences {
  const printed = new Map<string, PrintedEntry>();
  const read = new Map<string, Omit<Reference, 'citedAt'>>();
  const places = new Map<string, CitationPlace[]>();
  let elements: ReadonlyMap<string, Element> | undefined;
  let finder: EntryFinder | undefined;
  let isComplete = false;
  const whole = Promise.withResolvers<readonly Reference[]>();

  const byAnchor = (): ReadonlyMap<string, Element> =>
    (elements ??= new Map(reader.findEntries(root).map((element) => [element.id, element])));
  const print = (element: Element): PrintedEntry => {
    const known = printed.get(element.id) ?? reader.readEntry(element);
    printed.set(element.id, known);
    return known;
  };
  const elementAt = (anchor: string): Element | undefined => byAnchor().get(anchor);
  const entryAt: PageReferences['entryAt'] = (anchor) => {
    const known = read.get(anchor);
    if (known) return known;
    const element = elementAt(anchor);
    if (!element) return undefined;
    const entry = readEntry(print(element));
    read.set(anchor, entry);
    return entry;
  };
  const entries = (): EntryFinder => (finder ??= createEntryFinder([...byAnchor().values()].map(print)));

  const note = (citation: Element): void => {
    const found: PrintedCitation = reader.readCitation(citation);
    const marks = reader.marksOf(citation);
    for (const work of meantWorks(found, entries())) {
      if (!('anchor' in work)) continue;
      // What a range means without naming it is shown at its first link.
      const element = marks.find((each) => reader.anchorOf(each) === work.anchor) ?? marks[0] ?? citation;
      const known = places.get(work.anchor);
      const place = { element, place: found.place };
      if (known) known.push(place);
      else places.set(work.anchor, [place]);
    }
  };
  const finish = (): void => {
    isComplete = true;
    whole.resolve(
      [...byAnchor().keys()].flatMap((id) => {
        const entry = entryAt(id);
        return entry ? [{ ...entry, citedAt: (places.get(id) ?? []).map(({ place }) => place) }] : [];
      }),
    );
  };

  /** A step for each element, so that no slice is long: entries first, since citations are known by them. */
  const queue = createIdleQueue<() => void>(
    (step) => step(),
    () => {
      if (queue.size() === 0 && isStarted && !isComplete) finish();
    },
    { signal, most: 200 },
  );
  let isStarted = false;
  const addCitations = (): void => {
    isStarted = true;
    queue.add([() => void entries(), ...reader.findCitations(root).map((citation) => () => note(citation))]);
  };
  queue.add([
    () => {
      queue.add([...[...byAnchor().keys()].map((id) => () => void entryAt(id)), addCitations]);
    },
  ]);
  signal.addEventListener(
    'abort',
    () => {
      for (const kept of [printed, read, places]) kept.clear();
      elements = new Map();
    },
    { once: true },
  );

  return {
    entryAt,
    elementAt,
    markAt: reader.markAt,
    meantBy: (mark) => {
      const own = reader.anchorOf(mark);
      const works = meantWorks(reader.readCitation(reader.citationOf(mark)), entries());
      const isOwn = (work: MeantWork): boolean =>
        'anchor' in work ? work.anchor === own : work.missing === mark.textContent?.trim();
      return [...works.filter(isOwn), ...works.filter((work) => !isOwn(work))];
    },
    placesOf: (anchor) => (isComplete ? (places.get(anchor) ?? []) : undefined),
    all: whole.promise,
  };
}
