/**
 * A paper's bibliography as data: the works that it lists, as the page prints them, and where each is cited. A site's
 * adapter provides the printed parts; nothing here depends on a page's markup.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PrintedCitation, PrintedEntry } from './printed';
import { findPaperId } from './paper-id';
import { findTitle } from './title';
import { findYear } from './year';

/** A work that a paper refers to. What the entry does not print is absent. */
export interface Reference {
  readonly anchor: string;
  readonly key: string;
  /** The entry as the page prints it, without its key. */
  readonly text: string;
  /** The arXiv paper that the entry names, in whatever form. */
  readonly paperId?: PaperId | undefined;
  /** Absent in styles that print none. */
  readonly title?: string | undefined;
  readonly year?: number | undefined;
  /** Where it is cited, in order, once a citation. */
  readonly citedAt: readonly string[];
}

/** What one entry says, before anything is known of who cites it. */
export function readEntry(entry: PrintedEntry): Omit<Reference, 'citedAt'> {
  const { anchor, key } = entry;
  const text = entry.blocks.join(' ');
  return {
    anchor,
    key,
    text,
    paperId: findPaperId(text, entry.links),
    title: entry.isMarked ? entry.title : findTitle(entry.blocks),
    year: findYear(text, { marked: entry.year, key }),
  };
}

/** The number of a numbered key: 34 of "[34]"; undefined for names. */
export function numberOf(key: string): number | undefined {
  const [, digits] = /^\W?(\d{1,4})\W?$/.exec(key.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A work that a citation means: an entry's anchor, or the key of one that the page lacks. */
export type MeantWork = { readonly anchor: string } | { readonly missing: string };

/** Looks for entries: by what a citation points at, and by the number that is printed. */
export interface EntryFinder {
  readonly has: (anchor: string) => boolean;
  /** Numbers of an entry's key; undefined where keys are names. */
  readonly numberAt: (anchor: string) => number | undefined;
  /** Anchors of the entries whose printed numbers lie between two others. */
  readonly between: (first: number, last: number) => readonly string[];
}

/** Longest range that is written out: "[1]–[999]" is a slip, or a page that wants our time. */
const LONGEST_RANGE = 100;

/** All works that a citation means, each once, ranges written out; those without an entry under their key. */
export function meantWorks({ works }: PrintedCitation, entries: EntryFinder): readonly MeantWork[] {
  const anchors = new Map<string, MeantWork>();
  let before: number | undefined;
  for (const { anchor, key, endsRange } of works) {
    const number = anchor === undefined ? undefined : entries.numberAt(anchor);
    if (endsRange && before !== undefined && number !== undefined && number - before <= LONGEST_RANGE)
      for (const each of entries.between(before, number)) anchors.set(each, { anchor: each });
    before = number;
    if (anchor !== undefined && entries.has(anchor)) anchors.set(anchor, { anchor });
    else anchors.set(`missing ${key}`, { missing: key });
  }
  return [...anchors.values()];
}

/** A finder over entries. */
export function createEntryFinder(entries: readonly Pick<PrintedEntry, 'anchor' | 'key'>[]): EntryFinder {
  const numbers = new Map(entries.map(({ anchor, key }) => [anchor, numberOf(key)]));
  return {
    has: (anchor) => numbers.has(anchor),
    numberAt: (anchor) => numbers.get(anchor),
    between: (first, last) =>
      [...numbers].flatMap(([anchor, number]) =>
        number !== undefined && number > first && number < last ? [anchor] : [],
      ),
  };
}

/** All entries of a page with the places that cite them, in the bibliography's order. */
export function readReferences(
  entries: readonly PrintedEntry[],
  citations: readonly PrintedCitation[],
): readonly Reference[] {
  const finder = createEntryFinder(entries);
  const places = new Map<string, string[]>();
  for (const citation of citations)
    for (const work of meantWorks(citation, finder)) {
      if (!('anchor' in work)) continue;
      const known = places.get(work.anchor);
      if (known) known.push(citation.place);
      else places.set(work.anchor, [citation.place]);
    }
  return entries.map((entry) => ({ ...readEntry(entry), citedAt: places.get(entry.anchor) ?? [] }));
}
