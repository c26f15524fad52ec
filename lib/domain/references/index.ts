/**
 * A paper's bibliography as data: the listed works, as the page prints them, and where each is cited. A
 * site's adapter provides the printed parts; nothing here depends on a page's markup.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PrintedCitation, PrintedEntry } from './printed';
import { findPaperId } from './paper-id';
import { findTitle } from './title';
import { findYear } from './year';

/** A work that a paper refers to. Facts that the entry does not print are absent. */
export interface Reference {
  readonly anchor: string;
  readonly key: string;
  /** The entry as the page prints it, without its key. */
  readonly text: string;
  /** The arXiv paper that the entry names in any form. */
  readonly paperId?: PaperId | undefined;
  /** Absent for styles that print no titles. */
  readonly title?: string | undefined;
  readonly year?: number | undefined;
  /** Where it is cited, in order, one item for each citation. */
  readonly citedAt: readonly string[];
}

/** What one entry says, before its citations are known. */
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

/** The number in a numbered key: 34 for "[34]"; undefined for names. */
export function numberOf(key: string): number | undefined {
  const [, digits] = /^\W?(\d{1,4})\W?$/.exec(key.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A work that a citation refers to: an entry's anchor, or the key of an entry that the page lacks. */
export type MeantWork = { readonly anchor: string } | { readonly missing: string };

/** Finds entries by the anchor to which a citation links, and by printed number. */
export interface EntryFinder {
  readonly has: (anchor: string) => boolean;
  /** The number in an entry's key; undefined if keys are names. */
  readonly numberAt: (anchor: string) => number | undefined;
  /** Anchors of the entries with printed numbers between two others. */
  readonly between: (first: number, last: number) => readonly string[];
}

/** The longest range that is expanded: "[1]–[999]" is an error or an attack on performance. */
const LONGEST_RANGE = 100;

/**
 * All works that a citation refers to, once each, with ranges expanded; those without an entry by their key.
 */
export function meantWorks({ works }: PrintedCitation, entries: EntryFinder): readonly MeantWork[] {
  const anchors = new Map<string, MeantWork>();
  // Numbers are only asked for in ranges.
  const numberAt = (anchor: string | undefined): number | undefined =>
    anchor === undefined ? undefined : entries.numberAt(anchor);
  for (const [at, { anchor, key, endsRange }] of works.entries()) {
    const first = endsRange ? numberAt(works[at - 1]?.anchor) : undefined;
    const last = endsRange ? numberAt(anchor) : undefined;
    if (first !== undefined && last !== undefined && last - first <= LONGEST_RANGE)
      for (const each of entries.between(first, last)) anchors.set(each, { anchor: each });
    if (anchor !== undefined && entries.has(anchor)) anchors.set(anchor, { anchor });
    else anchors.set(`missing ${key}`, { missing: key });
  }
  return [...anchors.values()];
}

/** An `EntryFinder` for these entries. */
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
