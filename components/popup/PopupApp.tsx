import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { PageFacts } from '@/lib/domain/page';
import type { RelatedSubject } from '@/lib/domain/store';
import type { JumpLink, PaperPage, PaperPageLink } from '@/lib/pages/current-paper';
import type { PopupStart } from '@/lib/pages/popup-start';
import type { Place } from '@/lib/extension/navigation';
import type { Settings } from '@/lib/extension/settings';
import { t } from '../hooks/texts';
import { PapersContext, usePapersOf } from '../hooks/papers-context';
import { useOpenPaper } from '../hooks/use-open-paper';
import { usePanelActions } from '../hooks/use-panel-actions';
import { usePanelKeys } from '../hooks/use-panel-keys';
import { useListTools } from '../hooks/use-list-tools';
import { usePaperView } from '../hooks/use-paper-view';
import { useSearch } from '../hooks/use-search';
import { useSettings } from '../hooks/use-settings';
import { useTabPage } from '../hooks/use-tab-page';
import { useTheme } from '../hooks/use-theme';
import { CatalogueFault } from '../panel/PanelStates';
import { PaperPanel } from '../panel/PaperPanel';
import { Announcer } from '../shared/Announcer';
import { Icon } from '../shared/Icon';
import { CurrentPaper } from './CurrentPaper';
import { ListInTab } from './ListInTab';
import { listAnswer, listRows, type PopupOption } from './popup-option';
import { PopupFoot } from './PopupFoot';
import { PopupView } from './PopupView';

interface Details {
  readonly annotation: Annotation;
  readonly subject: RelatedSubject;
  readonly page: PaperPage;
  readonly pages: readonly PaperPageLink[];
  readonly jumps: readonly JumpLink[];
  readonly viewedVersion?: number | undefined;
  readonly facts?: PageFacts | undefined;
}

function DetailsView({
  details,
  tabId,
  settings,
  onBack,
  onSearch,
}: {
  readonly details: Details;
  readonly tabId: number | undefined;
  readonly settings: Settings;
  readonly onBack: () => void;
  readonly onSearch: (query: string) => void;
}) {
  const { annotation, subject, page, pages, jumps, viewedVersion, facts } = details;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const base = usePanelActions({ annotation, page, tabId, settings, cameFrom: undefined, close: undefined });
  const actions = { ...base, goBack: onBack, search: onSearch };
  usePanelKeys(actions, pages);
  return (
    <div className="details">
      <button ref={back} type="button" className="trail details-back" onClick={onBack} aria-keyshortcuts="b">
        <Icon name="back" />
        {t('popup_search')}
      </button>
      <PaperPanel
        annotation={annotation}
        pages={pages}
        jumps={jumps}
        viewedVersion={viewedVersion}
        subject={subject}
        cameFrom={undefined}
        actions={actions}
        facts={facts}
      />
    </div>
  );
}

/** The popup, which searches the catalogue, opened over the tab that the user is viewing. */
export function PopupApp({
  start: { outcome, browse, settings: atHand, memory, sidePanel, news },
}: {
  readonly start: PopupStart;
}) {
  const { stored = atHand } = useSettings(atHand);
  const { settings } = stored;
  const tab = useTabPage('window');
  const view = usePaperView(tab, outcome, settings);
  const papers = usePapersOf(outcome, settings);
  const search = useSearch(outcome.ok ? outcome.store : undefined, memory);
  const [details, setDetails] = useState<Details>();
  useTheme(settings.theme);
  const tabId = tab && tab !== 'inert' ? tab.tabId : undefined;
  const current = view.status === 'ready' ? view : undefined;
  const opener = useOpenPaper(settings, tabId, current?.annotation.id);

  const open = (option: PopupOption, place: Place) => {
    search.remember();
    void opener.openPaper(option.id, place).then((went) => {
      // If the tab was opened in the background, the popup stays for the next one.
      if (went !== 'background') window.close();
    });
  };
  const list = useListTools(current ? undefined : tabId);
  const { query, sort } = search.state;
  const options = !query.trim()
    ? listRows(browse?.newest ?? [])
    : search.answer
      ? listAnswer(search.answer)
      : [];
  const showDetails = async ({ id }: PopupOption) => {
    const annotation = await papers?.store.get(id);
    if (!annotation) return;
    const page = { kind: 'other', paperId: id } as const;
    const [pages, jumps] = [opener.pagesOf(page), opener.jumpsOf(page)];
    setDetails({ annotation, subject: { kind: 'paper', id }, page, pages, jumps });
  };
  const start = !outcome.ok ? (
    <CatalogueFault reason={outcome.reason} level={2} />
  ) : current ? (
    <CurrentPaper
      annotation={current.annotation}
      facts={current.facts}
      onDetails={() => setDetails(current)}
      onLink={opener.openLink}
    />
  ) : list ? (
    <ListInTab {...list} />
  ) : null;

  return (
    <PapersContext value={papers}>
      <Announcer>
        {details && papers ? (
          <DetailsView
            details={details}
            tabId={tabId}
            settings={settings}
            onBack={() => setDetails(undefined)}
            onSearch={(asked) => {
              search.setQuery(asked);
              setDetails(undefined);
            }}
          />
        ) : (
          <PopupView
            query={query}
            sort={sort}
            options={options}
            answer={search.answer}
            recent={search.recent}
            topics={browse?.topics ?? []}
            catalogueCount={papers?.facts.papers}
            start={start}
            onQuery={search.setQuery}
            onSort={search.setSort}
            onToggleTag={(tag) => search.toggleTag(tag.id)}
            onSuggestion={search.takeSuggestion}
            onOpen={open}
            onLink={opener.openLink}
            onDetails={(option) => void showDetails(option)}
          />
        )}
        <PopupFoot panel={sidePanel} news={news} />
      </Announcer>
    </PapersContext>
  );
}
