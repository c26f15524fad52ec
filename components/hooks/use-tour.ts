import { useCallback, useMemo } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { lineOf } from '@/lib/domain/entry/from-annotation';
import type { RelatedRow } from '@/lib/domain/store';
import { subjectOf } from '@/lib/domain/store/subject';
import { createBadge } from '@/lib/shared/listing/badge';
import { searchPapers, type SearchAnswer } from '@/lib/extension/search';
import type { OpenStore, StoreOutcome } from '@/lib/extension/store';
import { useLoaded } from './use-loaded';

/** A paper of the catalogue with everything to show: numbers, code, tags and related papers. */
export const TOUR_PAPER = parseArxivId('2407.08410')?.id;

/**
 * The query in the third picture: words and a filter, as a user would type them. The numbers beside its first papers
 * are right, which is not so for every query.
 */
const TOUR_QUERY = 'brain tumor segmentation has:code';

/** Rows and related papers for which the pictures have space. */
const LIMITS = { hits: 8, related: 3 };

/** The data of the welcome page's pictures: from the real catalogue, drawn with the product's components. */
interface Tour {
  readonly annotation: Annotation | undefined;
  readonly related: readonly RelatedRow[] | undefined;
  readonly query: string;
  readonly answer: SearchAnswer | undefined;
}

const loadPaper = async ({ store }: OpenStore, signal: AbortSignal): Promise<Annotation | undefined> =>
  TOUR_PAPER && (await store.get(TOUR_PAPER, { signal }));

const loadRelated = async (
  { store }: OpenStore,
  annotation: Annotation,
  signal: AbortSignal,
): Promise<readonly RelatedRow[]> => {
  const { rows } = await store.related(subjectOf(annotation, undefined), { limit: LIMITS.related, signal });
  return rows;
};

const loadAnswer = ({ store }: OpenStore, signal: AbortSignal): Promise<SearchAnswer> =>
  searchPapers(store, { query: TOUR_QUERY, sort: 'relevance' }, { limit: LIMITS.hits, signal });

/**
 * The tour, each part as soon as it is loaded: the paper is in the catalogue, related papers and the search
 * need the wide pack. Remains undefined if the catalogue cannot be read.
 */
export function useTour(outcome: StoreOutcome | undefined): Tour {
  const opened = outcome?.ok ? outcome : undefined;
  const annotation = useLoaded(
    useMemo(() => opened && ((signal: AbortSignal) => loadPaper(opened, signal)), [opened]),
  ).value;
  const related = useLoaded(
    useMemo(
      () => opened && annotation && ((signal: AbortSignal) => loadRelated(opened, annotation, signal)),
      [opened, annotation],
    ),
  ).value;
  const answer = useLoaded(
    useMemo(() => opened && ((signal: AbortSignal) => loadAnswer(opened, signal)), [opened]),
  ).value;
  return { annotation, related, query: TOUR_QUERY, answer };
}

/** Draws the badge that a listing would show for this paper; returns the ref of its container. */
export function useDrawnBadge(
  annotation: Annotation,
): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback(
    (element) => {
      const line = lineOf(annotation);
      if (!element || !line) return undefined;
      // The setting is on the document; without one the system's colours apply.
      const { theme } = document.documentElement.dataset;
      const isDark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
      const badge = createBadge(line, { place: 'line', theme: isDark ? 'dark' : 'light' });
      badge.setOpen(true);
      element.append(badge.host);
      return () => badge.host.remove();
    },
    [annotation],
  );
}
