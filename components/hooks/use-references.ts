import { useEffect, useMemo, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { formatBibtex } from '@/lib/domain/cite';
import type { Reference } from '@/lib/domain/references';
import { recognise } from '@/lib/domain/references/known';
import type { PaperRow, PaperStore } from '@/lib/domain/store';
import { rowOf } from '@/lib/domain/store/rows';
import { copyText, type CopyOutcome } from '@/lib/pages/clipboard';
import { askTab } from '@/lib/messages';
import { FULL_TEXT } from '@/lib/messages/full-text';
import type { TabPage } from '@/lib/pages/tab-page';
import { usePapers } from './papers-context';
import { useLoaded } from './use-loaded';

/** A work that the page refers to, with what the packs know of it. */
export interface KnownReference {
  readonly reference: Reference;
  /** As printed, or found by the title. */
  readonly paperId: PaperId | undefined;
  /** Undefined where no pack holds it, or until it is found. */
  readonly held: Annotation | undefined;
  /** What of that a list shows. */
  readonly row: PaperRow | undefined;
}

/** The bibliography of the page in front, and what can be done with it. */
export interface PageReferences {
  /** Most cited first. */
  readonly references: readonly KnownReference[];
  /** Shows on the page where a work is cited, by the number of the citation from 0. */
  readonly showCitation: (anchor: string, index: number) => Promise<boolean>;
  /** Shows an entry in the page's bibliography. */
  readonly showEntry: (anchor: string) => Promise<boolean>;
  readonly copyBibtex: (references: readonly KnownReference[]) => Promise<CopyOutcome>;
}

/** Lets the browser draw and listen between two looks into the packs. */
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Works whose paper was found, by their anchors: all with a printed id at once, then by title, one after the other.
 */
async function findHeld(
  references: readonly Reference[],
  store: PaperStore,
  onFound: (anchor: string, held: Annotation) => void,
  signal: AbortSignal,
): Promise<void> {
  const ids = references.flatMap(({ paperId }) => paperId ?? []);
  const isHeld = await store.has(ids, { signal });
  const held = new Set(ids.filter((_, at) => isHeld[at]));
  for (const reference of references) {
    if (reference.paperId !== undefined && !held.has(reference.paperId)) continue;
    if (signal.aborted) return;
    const id = await recognise(reference, store, { signal });
    const annotation = id && (await store.get(id, { signal }));
    if (annotation) onFound(reference.anchor, annotation);
    await rest();
  }
}

const bibtexOf = ({ reference, paperId, held }: KnownReference): string | undefined => {
  if (held) return formatBibtex(held);
  const { title, text, year } = reference;
  return paperId && formatBibtex({ id: paperId, title: title ?? text, published: year?.toString() });
};

const byCitations = (a: Reference, b: Reference): number => b.citedAt.length - a.citedAt.length;

/**
 * The references of the page in a tab, read once they are `wanted`; undefined before they come, where it is no full
 * text, and where it prints none.
 */
export function useReferences(tab: TabPage, wanted: boolean): PageReferences | undefined {
  const { store } = usePapers();
  const { tabId } = tab;
  // Asked again with each word from the page: its script may not have been there before.
  const load = useMemo(
    () =>
      tab.tabId === undefined || !wanted
        ? undefined
        : async (): Promise<readonly Reference[]> => {
            const answer = await askTab(tab.tabId ?? 0, FULL_TEXT, 'readReferences');
            return (answer?.references ?? []).toSorted(byCitations);
          },
    [tab, wanted],
  );
  const { value, last } = useLoaded(load);
  const references = value ?? last;
  const [held, setHeld] = useState<ReadonlyMap<string, Annotation>>(new Map());
  useEffect(() => {
    if (!references || references.length === 0) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const found = new Map<string, Annotation>();
    const note = (anchor: string, annotation: Annotation): void => {
      if (signal.aborted) return;
      found.set(anchor, annotation);
      setHeld(new Map(found));
    };
    void findHeld(references, store, note, signal).catch((error: unknown) => {
      // Nobody waits for an aborted question any more.
      if (!signal.aborted) throw error;
    });
    return () => controller.abort();
  }, [references, store]);
  return useMemo(() => {
    if (!references || references.length === 0 || tabId === undefined) return undefined;
    return {
      references: references.map((reference) => {
        const annotation = held.get(reference.anchor);
        return {
          reference,
          paperId: annotation?.id ?? reference.paperId,
          held: annotation,
          row: annotation && rowOf(annotation),
        };
      }),
      showCitation: async (anchor, index) =>
        (await askTab(tabId, FULL_TEXT, 'showCitation', { anchor, index }))?.found ?? false,
      showEntry: async (anchor) => (await askTab(tabId, FULL_TEXT, 'showEntry', { anchor }))?.found ?? false,
      copyBibtex: (chosen) => copyText(chosen.flatMap((each) => bibtexOf(each) ?? []).join('\n\n')),
    };
  }, [references, held, tabId]);
}
