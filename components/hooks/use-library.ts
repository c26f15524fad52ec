import { useEffect, useMemo, useState } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition } from '@/lib/domain/paper';
import type { SavedPaper } from '@/lib/domain/library/saved-paper';
import { rowOfSaved, type SavedRow } from '@/lib/domain/library/saved-row';
import { createSavedSearch, SEGMENT, type SavedSearch } from '@/lib/domain/library/saved-search';
import { askForDurability } from '@/lib/extension/library/durability';
import { openCompiled, openFresh } from '@/lib/extension/library/own-lists';
import { readNewest, readSaved } from '@/lib/extension/library/read-papers';
import { readRowsNow, rowsOf, type CompiledRows } from '@/lib/extension/library/saved-rows';
import type { LibraryFault } from '@/lib/shared/library/outcome';
import { watchLibrary } from '@/lib/shared/library/revision';
import { searchWords } from './search-words';

/**
 * Queries that warm the search up: a letter with which many words begin, then filters, and such a letter after a
 * word. The first query of each kind takes several times as long as later ones.
 */
const [FIRST_WARMING, ...WARMINGS] = ['s', 'status:read tag:s', 'in:saved model s'] as const;

/** Rows in the first render if nothing is compiled. */
const FIRST = 60;

/** My papers, as far as they are loaded. */
export interface Library {
  readonly rows: readonly SavedRow[];
  /** The number of papers, loaded or not. */
  readonly total: number;
  /** Records that cannot be read; they are kept, and included in a backup. */
  readonly unreadable: number;
  readonly isWhole: boolean;
  /** The compiled list's rows, if there is one. */
  readonly compiled?: CompiledRows | undefined;
  /** Papers that are missing from the compiled list or have changed since. */
  readonly fresh: readonly SavedPaper[];
  /** Ids in the compiled list that are out of date. */
  readonly without: ReadonlySet<string>;
  readonly fault?: LibraryFault | undefined;
}

const NOTHING: Library = { rows: [], total: 0, unreadable: 0, isWhole: true, fresh: [], without: new Set() };

/** Reads whole records if nothing is compiled, the visible ones first. */
async function readSlices(
  total: number,
  show: (library: Library) => void,
  { isWanted, isFirst }: { readonly isWanted: () => boolean; readonly isFirst: boolean },
): Promise<void> {
  const newest = isFirst ? await readNewest(FIRST) : undefined;
  if (newest?.ok && isWanted())
    show({
      ...NOTHING,
      rows: newest.value.map(rowOfSaved),
      fresh: newest.value,
      total,
      isWhole: newest.value.length === total,
    });
  const fresh: SavedPaper[] = [];
  const rows: SavedRow[] = [];
  let unreadable = 0;
  let after: string | undefined;
  do {
    const slice = await readSaved(after);
    if (!isWanted()) return;
    if (!slice.ok) return show({ ...NOTHING, rows, fresh, total, unreadable, fault: slice.reason });
    fresh.push(...slice.value.papers);
    rows.push(...slice.value.papers.map(rowOfSaved));
    unreadable += slice.value.unreadable;
    after = slice.value.next;
  } while (after !== undefined);
  show({ ...NOTHING, rows, fresh, total: rows.length, unreadable });
}

/** My papers, updated on every change; undefined until the first are loaded. */
export function useLibrary(): Library | undefined {
  const [library, setLibrary] = useState<Library>();
  useEffect(() => {
    const controller = new AbortController();
    let newest = 0;
    let known: CompiledRows | undefined;
    const read = async (isFirst: boolean): Promise<void> => {
      newest += 1;
      const mine = newest;
      const isWanted = () => mine === newest && !controller.signal.aborted;
      const now = await readRowsNow(known);
      if (!isWanted()) return;
      if (!now.ok) return setLibrary({ ...NOTHING, fault: now.reason });
      known = now.value.compiled;
      const { total } = now.value;
      if (known || total === 0) {
        const rows = rowsOf(now.value);
        setLibrary({ ...NOTHING, ...now.value, rows, total: rows.length });
      } else await readSlices(total, setLibrary, { isWanted, isFirst });
      if (isFirst && total > 0) await askForDurability();
    };
    watchLibrary(() => void read(false), { signal: controller.signal });
    void read(true);
    return () => controller.abort();
  }, []);
  return library;
}

/**
 * How many hits each keystroke looks up, more than are visible. To sort and look up all of 20,000 papers takes
 * longer than to find them.
 */
const FIRST_HITS = 200;

/** The result of searching my papers. */
export interface LibraryHits {
  /** The best hits, best first. */
  readonly first: readonly string[];
  /** The number of all hits. */
  readonly total: number;
  /** All hits, best first; costs nothing if `first` already has all. */
  readonly all: () => readonly string[];
  readonly message: string | undefined;
}

/**
 * Adds the papers that are not compiled to a search of the compiled ones, in slices so that the page stays
 * responsive.
 */
async function openSearch(
  { rows, compiled, fresh, without }: Library,
  taxonomy: readonly TagDefinition[],
  show: (search: SavedSearch) => void,
  signal: AbortSignal,
): Promise<void> {
  const index = compiled && (await openCompiled('saved', taxonomy));
  if (signal.aborted) return;
  const search = createSavedSearch(taxonomy, index && { index, without });
  const ids = fresh.map(({ id }) => id);
  const own = await openFresh('saved', ids, taxonomy);
  if (signal.aborted) return;
  if (own) search.addIndex(own);
  // Too many to compile: found by all but the words of their abstracts until the background has compiled them.
  const left = own ? [] : fresh;
  for (let at = 0; at < left.length; at += SEGMENT) {
    search.add(left.slice(at, at + SEGMENT));
    // Results are shown at the beginning and at the end only, since each search of a part delays the rest.
    if (at === 0 && left.length > SEGMENT) show({ ...search });
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return;
  }
  if (!compiled) return show(search);
  // Opens parts of the index that later queries reuse, before the user waits for any of them.
  const marks = new Map(rows.slice(0, 1).map(({ id, status, ownTags }) => [String(id), { status, ownTags }]));
  search.query(FIRST_WARMING, marks);
  show(search);
  for (const query of WARMINGS) {
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return;
    search.query(query, marks);
  }
}

/**
 * Searches my papers, as far as they are loaded. Undefined if the query is empty. `isNear`: the user is about to
 * search, so the index is opened.
 */
export function useLibrarySearch(
  library: Library,
  taxonomy: readonly TagDefinition[],
  { query, isNear }: { readonly query: string; readonly isNear: boolean },
): LibraryHits | undefined {
  const [search, setSearch] = useState<SavedSearch>();
  const isAsked = query.trim() !== '';
  // Opened at the first search, and then kept.
  const [wasAsked, setWasAsked] = useState(false);
  if ((isAsked || isNear) && !wasAsked) setWasAsked(true);
  useEffect(() => {
    if (!wasAsked) return undefined;
    const controller = new AbortController();
    void openSearch(library, taxonomy, setSearch, controller.signal);
    return () => controller.abort();
  }, [wasAsked, library, taxonomy]);
  const marks = useMemo(
    () =>
      new Map(
        (wasAsked ? library.rows : []).map(({ id, status, ownTags }) => [String(id), { status, ownTags }]),
      ),
    [wasAsked, library.rows],
  );
  return useMemo(() => {
    if (!isAsked || !search) return undefined;
    const { hits, total, message } = search.query(query, marks, FIRST_HITS);
    const first = hits.map(({ id }) => id);
    const all = (): readonly string[] =>
      total <= first.length ? first : search.query(query, marks).hits.map(({ id }) => id);
    return { first, total, all, message: message && searchWords(message) };
  }, [isAsked, search, query, marks]);
}

/** Ids of the selected rows, in the order of the list. */
export const chosenOf = (rows: readonly SavedRow[], selected: ReadonlySet<PaperId>): readonly PaperId[] =>
  selected.size === 0 ? [] : rows.flatMap(({ id }) => (selected.has(id) ? [id] : []));
