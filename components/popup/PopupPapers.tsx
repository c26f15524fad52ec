/** What the popup loads once its first view is painted: the store of papers, and all that needs it. */
import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { areOfStore, readFirstPapers, type FirstPapers } from '@/lib/domain/store/first-papers';
import type { Settings } from '@/lib/extension/settings';
import { usePapersOf, type Papers } from '../hooks/papers-context';
import { useFinder } from '../hooks/use-finder';
import { useListTools, type ListTools } from '../hooks/use-list-tools';
import { useLoaded } from '../hooks/use-loaded';
import { usePaperView } from '../hooks/use-paper-view';
import type { Finder } from '../hooks/use-search';
import { useStore } from '../hooks/use-store';
import { useTabPage } from '../hooks/use-tab-page';
import { CatalogueFault } from '../panel/PanelStates';
import { CurrentPaper } from './CurrentPaper';
import { ListInTab } from './ListInTab';
import { detailsOf, type Details } from './PaperDetails';

export { DetailsView } from './PaperDetails';

/** What is known once the store is open and the tab has answered. */
export interface KnownPapers {
  readonly papers: Papers | undefined;
  readonly finder: Finder | undefined;
  /** Why the store could not be opened; undefined if it could. */
  readonly fault: 'missing' | 'damaged' | undefined;
  /** The store's first papers, if they are not those that the popup began with. */
  readonly first: FirstPapers | undefined;
  readonly tabId: number | undefined;
  /** The paper in the tab. */
  readonly current: Details | undefined;
  /** The list in the tab. */
  readonly list: ListTools | undefined;
}

/** Opens the store and follows the tab, and draws nothing itself: the popup's view is there already. */
export function PopupPapers({
  settings,
  first,
  asked,
  onKnown,
  onDetails,
}: {
  readonly settings: Settings;
  /** The first papers that the popup shows. */
  readonly first: FirstPapers | undefined;
  /** The paper whose details the user wants; a new object for each wish. */
  readonly asked: { readonly id: PaperId } | undefined;
  readonly onKnown: (known: KnownPapers) => void;
  readonly onDetails: (details: Details) => void;
}) {
  const outcome = useStore();
  const tab = useTabPage('window');
  const view = usePaperView(tab, outcome, settings);
  const papers = usePapersOf(outcome, settings);
  const finder = useFinder(papers?.store);
  const tabId = tab?.tabId;
  const current = view.status === 'ready' ? view : undefined;
  const list = useListTools(current ? undefined : tabId);
  const fault = outcome && !outcome.ok ? outcome.reason : undefined;
  const readOthers = useMemo(
    () =>
      papers && !(first && areOfStore(first, papers.facts)) ? () => readFirstPapers(papers.store) : undefined,
    [papers, first],
  );
  const others = useLoaded(readOthers).value;
  const known = useMemo(
    () => ({ papers, finder, fault, first: others, tabId, current, list }),
    [papers, finder, fault, others, tabId, current, list],
  );
  useLayoutEffect(() => onKnown(known), [known, onKnown]);
  useEffect(() => {
    if (!asked || !papers) return undefined;
    let isOver = false;
    void papers.store.get(asked.id).then((annotation) => {
      if (annotation && !isOver) onDetails(detailsOf(annotation));
    });
    return () => {
      isOver = true;
    };
  }, [asked, papers, onDetails]);
  return null;
}

/** The paper or list in the tab, or why no paper can be shown. */
export function TabStart({
  known: { fault, current, list },
  onDetails,
  onLink,
}: {
  readonly known: KnownPapers;
  readonly onDetails: (details: Details) => void;
  /** Opens an address outside the extension. */
  readonly onLink: (address: string) => void;
}) {
  if (fault) return <CatalogueFault reason={fault} level={2} />;
  if (current) {
    return (
      <CurrentPaper
        annotation={current.annotation}
        facts={current.facts}
        onDetails={() => onDetails(current)}
        onLink={onLink}
      />
    );
  }
  return list ? <ListInTab {...list} /> : null;
}
