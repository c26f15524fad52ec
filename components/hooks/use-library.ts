import { useEffect, useMemo, useState } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition } from '@/lib/domain/paper';
import type { SavedPaper } from '@/lib/domain/library/saved-paper';
import { rowOfSaved, type SavedRow } from '@/lib/domain/library/saved-row';
import { createSavedSearch, SEGMENT, type SavedSearch } from '@/lib/domain/library/saved-search';
import { askForDurability } from '@/lib/extension/library/durability';
import { openCompiled } from '@/lib/extension/library/own-lists';
import { readNewest, readSaved } from '@/lib/extension/library/read-papers';
import { readRowsNow, rowsOf, type CompiledRows } from '@/lib/extension/library/saved-rows';
import type { LibraryFault } from '@/lib/shared/library/outcome';
import { watchLibrary } from '@/lib/shared/library/revision';

/** Rows of the first picture, where nothing is compiled. */
const FIRST = 60;

/** My papers as far as they are read. */
export interface Library {
  readonly rows: readonly SavedRow[];
  /** How many there are, read or not. */
  readonly total: number;
  /** Records that cannot be read; they stay where they are, and a backup holds them. */
  readonly unreadable: number;
  readonly isWhole: boolean;
  /** The rows that were made with the compiled list, where there is one. */
  readonly compiled?: CompiledRows | undefined;
  /** Papers that the compiled list has not, or otherwise. */
  readonly fresh: readonly SavedPaper[];
  /** Ids of the compiled list that count no more. */
  readonly without: ReadonlySet<string>;
  readonly fault?: LibraryFault | undefined;
}

const NOTHING: Library = { rows: [], total: 0, unreadable: 0, isWhole: true, fresh: [], without: new Set() };

/** Reads whole records, for want of anything compiled: what is in sight first. */
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

/** My papers, live; undefined until the first of them are there. */
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

/** What a search of my papers found. */
export interface LibraryHits {
  /** Best first. */
  readonly ids: readonly string[];
  readonly message: string | undefined;
}

/** Reads what is fresh into a search of what is compiled, in parts that leave the page free between them. */
async function openSearch(
  { compiled, fresh, without }: Library,
  taxonomy: readonly TagDefinition[],
  show: (search: SavedSearch) => void,
  signal: AbortSignal,
): Promise<void> {
  const index = compiled && (await openCompiled('saved', taxonomy));
  if (signal.aborted) return;
  const search = createSavedSearch(taxonomy, index && { index, without });
  for (let at = 0; at < fresh.length; at += SEGMENT) {
    search.add(fresh.slice(at, at + SEGMENT));
    // Shown at first and at the end: each answer over a part of them costs time that the others wait for.
    if (at === 0 && fresh.length > SEGMENT) show({ ...search });
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return;
  }
  show(search);
}

/** Searches my papers; while they are read in, what is in already. Undefined where nothing is searched for. */
export function useLibrarySearch(
  library: Library,
  taxonomy: readonly TagDefinition[],
  query: string,
): LibraryHits | undefined {
  const [search, setSearch] = useState<SavedSearch>();
  const isAsked = query.trim() !== '';
  // Opened when somebody searches, and then kept.
  const [wasAsked, setWasAsked] = useState(false);
  if (isAsked && !wasAsked) setWasAsked(true);
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
    const answer = search.query(query, marks);
    return { ids: answer.hits.map(({ id }) => id), message: answer.message?.text };
  }, [isAsked, search, query, marks]);
}

/** Ids of rows that are selected, in the order of the list. */
export const chosenOf = (rows: readonly SavedRow[], selected: ReadonlySet<PaperId>): readonly PaperId[] =>
  selected.size === 0 ? [] : rows.flatMap(({ id }) => (selected.has(id) ? [id] : []));
