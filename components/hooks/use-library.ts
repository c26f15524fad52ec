import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition } from '@/lib/domain/paper';
import type { SavedPaper } from '@/lib/domain/library/saved-paper';
import { createSavedSearch, SEGMENT, type SavedSearch } from '@/lib/domain/library/saved-search';
import { askForDurability } from '@/lib/extension/library/durability';
import type { LibraryFault } from '@/lib/shared/library/outcome';
import { countSaved, readNewest, readSaved } from '@/lib/extension/library/read-papers';
import { watchLibrary } from '@/lib/shared/library/revision';

/** Rows of the first picture. */
const FIRST = 60;

/** My papers as far as they are read. */
export interface Library {
  readonly papers: readonly SavedPaper[];
  /** How many there are, read or not. */
  readonly total: number;
  /** Records that cannot be read; they stay where they are, and a backup holds them. */
  readonly unreadable: number;
  readonly isWhole: boolean;
  readonly fault?: LibraryFault | undefined;
}

async function readAll(
  show: (library: Library) => void,
  isWanted: () => boolean,
  isFirst: boolean,
): Promise<void> {
  const count = await countSaved();
  if (!count.ok) return show({ papers: [], total: 0, unreadable: 0, isWhole: true, fault: count.reason });
  const total = count.value;
  // What is in sight is there before all of it is read.
  const newest = isFirst ? await readNewest(FIRST) : undefined;
  if (newest?.ok && isWanted())
    show({ papers: newest.value, total, unreadable: 0, isWhole: newest.value.length === total });
  const papers: SavedPaper[] = [];
  let unreadable = 0;
  let after: string | undefined;
  do {
    const slice = await readSaved(after);
    if (!isWanted()) return;
    if (!slice.ok) return show({ papers, total, unreadable, isWhole: true, fault: slice.reason });
    papers.push(...slice.value.papers);
    unreadable += slice.value.unreadable;
    after = slice.value.next;
  } while (after !== undefined);
  show({ papers, total: papers.length, unreadable, isWhole: true });
  if (papers.length > 0) await askForDurability();
}

/** My papers, live; undefined until the first of them are there. */
export function useLibrary(): Library | undefined {
  const [library, setLibrary] = useState<Library>();
  useEffect(() => {
    const controller = new AbortController();
    let newest = 0;
    const read = (isFirst: boolean): void => {
      newest += 1;
      const mine = newest;
      const isWanted = () => mine === newest && !controller.signal.aborted;
      void readAll(setLibrary, isWanted, isFirst);
    };
    watchLibrary(() => read(false), { signal: controller.signal });
    read(true);
    return () => controller.abort();
  }, []);
  return library;
}

/** What a search of my papers found. */
export interface LibraryHits {
  /** Best first. */
  readonly ids: readonly PaperId[];
  readonly message: string | undefined;
  /** Papers that can be searched already. */
  readonly ready: number;
}

/** Searches my papers; while they are read in, what is in already. Undefined where nothing is searched for. */
export function useLibrarySearch(
  papers: readonly SavedPaper[] | undefined,
  taxonomy: readonly TagDefinition[] | undefined,
  query: string,
): LibraryHits | undefined {
  const [state, setState] = useState<{ readonly search: SavedSearch; readonly ready: number }>();
  const isAsked = query.trim() !== '';
  const start = useCallback(() => {
    if (!papers || !taxonomy) return undefined;
    const search = createSavedSearch(taxonomy);
    let ready = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const step = (): void => {
      search.add(papers.slice(ready, ready + SEGMENT));
      ready = Math.min(papers.length, ready + SEGMENT);
      // Shown at first and at the end: each answer over a part of them costs time that the others wait for.
      if (ready === papers.length || ready === SEGMENT) setState({ search, ready });
      if (ready < papers.length) timer = setTimeout(step);
    };
    timer = setTimeout(step);
    return () => clearTimeout(timer);
  }, [papers, taxonomy]);
  // Read in when somebody searches, and then kept.
  const [wasAsked, setWasAsked] = useState(false);
  if (isAsked && !wasAsked) setWasAsked(true);
  useEffect(() => (wasAsked ? start() : undefined), [wasAsked, start]);
  return useMemo(() => {
    if (!isAsked || !state) return undefined;
    const answer = state.search.query(query);
    const known = new Map(papers?.map(({ id }) => [String(id), id]));
    return {
      ids: answer.hits.flatMap(({ id }) => known.get(id) ?? []),
      message: answer.message?.text,
      ready: state.ready,
    };
  }, [isAsked, state, query, papers]);
}
