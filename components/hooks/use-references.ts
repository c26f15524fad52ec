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

/** A work in the page's bibliography, with what the packs know about it. */
export interface KnownReference {
  readonly reference: Reference;
  /** As printed, or found by title. */
  readonly paperId: PaperId | undefined;
  /** Undefined if no pack has it, or until it is found. */
  readonly held: Annotation | undefined;
  /** The part of it for a list. */
  readonly row: PaperRow | undefined;
}

/** The bibliography of the page in view, and actions on it. */
export interface PageReferences {
  /** Most cited first. */
  readonly references: readonly KnownReference[];
  /** Shows where a work is cited on the page, by the index of the citation. */
  readonly showCitation: (anchor: string, index: number) => Promise<boolean>;
  /** Shows an entry in the page's bibliography. */
  readonly showEntry: (anchor: string) => Promise<boolean>;
  readonly copyBibtex: (references: readonly KnownReference[]) => Promise<CopyOutcome>;
}

/** Lets the browser render and handle input between two lookups. */
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Works whose papers were found, by anchor: those with a printed id all at once, then the others by title one
 * after the other.
 */
async function findHeld(
  references: readonly Reference[],
  store: PaperStore,
  onFound: (anchor: string, held: Annotation) => void,
  signal: AbortSignal,
): Promise<void> {
  const ids = references.flatMap(({ paperId }) => paperId ?? []);
  const isHeld = await store.has(ids);
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
 * The references of the page in a tab, loaded once they are `wanted`; undefined until then, on pages that are
 * not full texts, and if there are none.
 */
export function useReferences(tab: TabPage, wanted: boolean): PageReferences | undefined {
  const { store } = usePapers();
  const { tabId } = tab;
  // Loaded again after each message from the page, whose script may not have been ready before.
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
      // An aborted request no longer matters.
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
