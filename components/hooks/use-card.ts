import { useCallback, useEffect, useMemo, useState } from 'react';
import { annotateEntry, type Annotation } from '@/lib/domain/annotation';
import type { RelatedRow } from '@/lib/domain/store';
import { subjectOf } from '@/lib/domain/store/subject';
import { closeCard, sizeCard, watchCardEntry, type CardEntry } from '@/lib/pages/card-entry';
import { NO_FILTER } from '@/lib/domain/entry/filter';
import { askTab } from '@/lib/messages';
import { LISTING_SCRIPT } from '@/lib/messages/table';
import type { OpenStore, StoreOutcome } from '@/lib/extension/store';
import { useLoaded } from './use-loaded';

/** The frame's nonce, which the script that made the frame put into its address. */
const nonce = (): string => window.location.hash.slice(1);

/** The entry whose card is shown: undefined at first, `inert` in a frame that no script of ours made. */
export function useCardEntry(): CardEntry | 'inert' | undefined {
  const [entry, setEntry] = useState<CardEntry | 'inert'>();
  useEffect(() => {
    const controller = new AbortController();
    watchCardEntry(nonce(), setEntry, { signal: controller.signal });
    return () => controller.abort();
  }, []);
  return entry;
}

/** What a card shows about its entry. */
interface CardPaper {
  /** Undefined if neither the store nor the listing has anything about the paper. */
  readonly annotation: Annotation | undefined;
  readonly related: readonly RelatedRow[];
}

/** How many related papers a card shows. */
const MOST_RELATED = 3;

async function loadCard(
  { entry }: CardEntry,
  { store, taxonomy }: OpenStore,
  signal: AbortSignal,
): Promise<CardPaper> {
  const held = await store.get(entry.paperId, { signal });
  // The code that reads abstracts is most of a card's code, and is not loaded for papers of the store.
  const annotation =
    held?.provenance === 'curated'
      ? held
      : annotateEntry(entry, held, (await import('@/lib/extension/annotator')).annotatorOf(taxonomy));
  if (!annotation) return { annotation, related: [] };
  const { rows } = await store.related(subjectOf(annotation, entry), { limit: MOST_RELATED, signal });
  return { annotation, related: rows };
}

/** Everything that a card shows, complete at once: a card that grows after it was placed would jump. */
export function useCardPaper(found: CardEntry, outcome: StoreOutcome | undefined): CardPaper | undefined {
  const load = useMemo(
    () => (outcome?.ok ? (signal: AbortSignal) => loadCard(found, outcome, signal) : undefined),
    [found, outcome],
  );
  return useLoaded(load).value;
}

/** Reports the rendered card's height to the page, now and on every change; returns the ref to measure. */
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

/** Closes the card on Escape; returns the function that closes it. */
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

/** Shows or hides the list's toolbar, and closes the card. */
export function toggleToolsOf(found: CardEntry): void {
  void closeCard(found, nonce());
  void askTab(found.tabId, LISTING_SCRIPT, 'toggleTools');
}

/** Filters the list by a tag, and closes the card. */
export function filterListOf(found: CardEntry, tag: string): void {
  void closeCard(found, nonce());
  void askTab(found.tabId, LISTING_SCRIPT, 'filterList', { filter: { ...NO_FILTER, tag } });
}
