import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { JumpLink, PaperPage, PaperPageLink } from '@/lib/services/current-paper';
import type { PopupStart } from '@/lib/services/popup-start';
import type { Place } from '@/lib/services/navigation';
import type { Settings } from '@/lib/services/settings';
import { useOpenPaper } from '../hooks/use-open-paper';
import { usePanelActions } from '../hooks/use-panel-actions';
import { usePanelCatalogue } from '../hooks/use-panel-catalogue';
import { usePanelKeys } from '../hooks/use-panel-keys';
import { usePaperView } from '../hooks/use-paper-view';
import { useSearch } from '../hooks/use-search';
import { useSettings } from '../hooks/use-settings';
import { useTabPage } from '../hooks/use-tab-page';
import { useTheme } from '../hooks/use-theme';
import type { PanelCatalogue } from '../panel/panel-actions';
import { CatalogueFault } from '../panel/PanelStates';
import { PaperPanel } from '../panel/PaperPanel';
import { Announcer } from '../shared/Announcer';
import { Icon } from '../shared/Icon';
import { CurrentPaper } from './CurrentPaper';
import { listOptions, type PopupOption } from './popup-option';
import { PopupFoot } from './PopupFoot';
import { PopupView } from './PopupView';

interface Details {
  readonly annotation: Annotation;
  readonly page: PaperPage;
  readonly pages: readonly PaperPageLink[];
  readonly jumps: readonly JumpLink[];
  readonly viewedVersion?: number | undefined;
}

function DetailsView({
  details,
  tabId,
  settings,
  catalogue,
  onBack,
}: {
  readonly details: Details;
  readonly tabId: number | undefined;
  readonly settings: Settings;
  readonly catalogue: PanelCatalogue;
  readonly onBack: () => void;
}) {
  const { annotation, page, pages, jumps, viewedVersion } = details;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const base = usePanelActions({ annotation, page, tabId, settings, cameFrom: undefined, framed: false });
  const actions = { ...base, goBack: onBack };
  usePanelKeys(actions, pages);
  return (
    <div className="details">
      <button ref={back} type="button" className="trail details-back" onClick={onBack} aria-keyshortcuts="b">
        <Icon name="back" /> Search
      </button>
      <PaperPanel
        annotation={annotation}
        pages={pages}
        jumps={jumps}
        viewedVersion={viewedVersion}
        catalogue={catalogue}
        cameFrom={undefined}
        actions={actions}
      />
    </div>
  );
}

/** The popup that searches the catalogue, over the tab in front of the reader. */
export function PopupApp({
  start: { catalogue: outcome, settings: atHand, memory, sidePanel },
}: {
  readonly start: PopupStart;
}) {
  const { stored = atHand } = useSettings(atHand);
  const { settings } = stored;
  const tab = useTabPage('window');
  const view = usePaperView(tab, outcome, settings);
  const catalogue = usePanelCatalogue(outcome, settings);
  const search = useSearch(outcome.ok ? outcome.catalogue : undefined, memory);
  const [details, setDetails] = useState<Details>();
  useTheme(settings.theme);
  const tabId = tab && tab !== 'inert' ? tab.tabId : undefined;
  const current = view.status === 'ready' ? view : undefined;
  const opener = useOpenPaper(settings, tabId, current?.annotation.id);

  const open = (option: PopupOption, place: Place) => {
    search.remember();
    void opener.openPaper(option.id, place).then((went) => {
      // A tab opened behind leaves the list in front, for the next one.
      if (went !== 'background') window.close();
    });
  };
  const { query, sort } = search.state;
  const pastedPaper = search.pasted && outcome.ok ? outcome.catalogue.get(search.pasted) : undefined;
  const pasted = search.pasted && { id: search.pasted, paper: pastedPaper };
  const start = !outcome.ok ? (
    <CatalogueFault reason={outcome.reason} level={2} />
  ) : current ? (
    <CurrentPaper
      annotation={current.annotation}
      onDetails={() => setDetails(current)}
      onLink={opener.openLink}
    />
  ) : null;

  return (
    <Announcer>
      {details && catalogue ? (
        <DetailsView
          details={details}
          tabId={tabId}
          settings={settings}
          catalogue={catalogue}
          onBack={() => setDetails(undefined)}
        />
      ) : (
        <PopupView
          query={query}
          sort={sort}
          options={listOptions(query.trim() ? (search.answer?.hits ?? []) : search.newest, pasted)}
          answer={search.answer}
          recent={search.recent}
          topics={search.topics}
          catalogueCount={catalogue?.count}
          start={start}
          onQuery={search.setQuery}
          onSort={search.setSort}
          onToggleTag={(tag) => search.toggleTag(tag.id)}
          onSuggestion={search.takeSuggestion}
          onOpen={open}
          onDetails={(option) => {
            const annotation = catalogue?.findPaper(option.id);
            const page = { kind: 'other', paperId: option.id } as const;
            if (!annotation) return;
            setDetails({ annotation, page, pages: opener.pagesOf(page), jumps: opener.jumpsOf(page) });
          }}
        />
      )}
      <PopupFoot catalogue={catalogue} panel={sidePanel} />
    </Announcer>
  );
}
