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

/** What a card shows of its entry. */
export interface CardPaper {
  /** Undefined where neither the store nor the listing says anything of the paper. */
  readonly annotation: Annotation | undefined;
  readonly related: readonly RelatedRow[];
}

/** Related papers in a card. */
const MOST_RELATED = 3;

async function loadCard(
  { entry }: CardEntry,
  { store, taxonomy }: OpenStore,
  signal: AbortSignal,
): Promise<CardPaper> {
  const held = await store.get(entry.paperId, { signal });
  // The rules of reading are most of a card's code, and are not loaded for papers of the store.
  const annotation =
    held?.provenance === 'curated'
      ? held
      : annotateEntry(entry, held, (await import('@/lib/extension/annotator')).annotatorOf(taxonomy));
  if (!annotation) return { annotation, related: [] };
  const { rows } = await store.related(subjectOf(annotation, entry), { limit: MOST_RELATED, signal });
  return { annotation, related: rows };
}

/** What the card shows of an entry, complete in one render: a card that grows after it is placed would jump. */
export function useCardPaper(found: CardEntry, outcome: StoreOutcome | undefined): CardPaper | undefined {
  const load = useMemo(
    () => (outcome?.ok ? (signal: AbortSignal) => loadCard(found, outcome, signal) : undefined),
    [found, outcome],
  );
  return useLoaded(load).value;
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
