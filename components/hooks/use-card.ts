import { useCallback, useEffect, useMemo, useState } from 'react';
import { annotateFromCatalogue, annotateFromPage, type Annotation } from '@/lib/domain/annotation';
import { closeCard, sizeCard, watchCardEntry, type CardEntry } from '@/lib/services/listing/card-entry';
import type { CatalogueOutcome } from '@/lib/services/catalogue';
import { askTab } from '@/lib/services/messages';
import { LISTING_SCRIPT } from '@/lib/services/messages/table';
import { useReaders } from './use-readers';

/** The frame's nonce, which its maker put into the address. */
const nonce = (): string => window.location.hash.slice(1);

/** The entry whose card is wanted, live: undefined at first, `inert` in a frame that nobody vouches for. */
export function useCardEntry(): CardEntry | 'inert' | undefined {
  const [entry, setEntry] = useState<CardEntry | 'inert'>();
  useEffect(() => {
    const controller = new AbortController();
    watchCardEntry(nonce(), setEntry, { signal: controller.signal });
    return () => controller.abort();
  }, []);
  return entry;
}

/** What the card shows of an entry: the catalogue's annotation, else a reading of the listing's abstract. */
export function useCardAnnotation(
  found: CardEntry | undefined,
  outcome: CatalogueOutcome | undefined,
): Annotation | undefined {
  const catalogue = outcome?.ok ? outcome.catalogue : undefined;
  const isReading = found !== undefined && catalogue?.get(found.entry.paperId) === undefined;
  const readers = useReaders(isReading ? catalogue : undefined);
  return useMemo(() => {
    if (!found || !catalogue) return undefined;
    const { entry } = found;
    const findTag = (id: string) => catalogue.tag(id);
    const paper = catalogue.get(entry.paperId);
    if (paper) return annotateFromCatalogue(paper, findTag, undefined);
    return readers && annotateFromPage(entry.paperId, entry, { ...readers, findTag });
  }, [found, catalogue, readers]);
}

/** Tells the page how high the drawn card is, now and whenever that changes; returns the ref to measure by. */
export function useCardSize(found: CardEntry | undefined): (element: HTMLElement | null) => void {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!element || !found) return undefined;
    const tell = () => void sizeCard(found, nonce(), Math.ceil(element.getBoundingClientRect().height) + 2);
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, found]);
  return setElement;
}

/** Escape closes the card; returns the way to do it by hand. */
export function useCardClose(found: CardEntry | undefined): () => void {
  const close = useCallback(() => {
    if (found) void closeCard(found, nonce());
  }, [found]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [close]);
  return close;
}

/** Shows or puts away the list's toolbar; the card makes way. */
export function toggleToolsOf(found: CardEntry): void {
  void closeCard(found, nonce());
  void askTab(found.tabId, LISTING_SCRIPT, 'toggleTools');
}
