import type { TabPage } from '@/lib/pages/tab-page';
import type { Settings } from '@/lib/extension/settings';
import type { PaperView } from '@/lib/pages/current-paper';
import type { PanelView } from '@/lib/pages/panel-view';
import { showSearch, showSettings } from '../hooks/open-extension-pages';
import { PapersContext, usePapersOf } from '../hooks/papers-context';
import { useStore } from '../hooks/use-store';
import { useCited } from '../hooks/use-cited';
import { useOpenPaper } from '../hooks/use-open-paper';
import { useFold, usePanelActions } from '../hooks/use-panel-actions';
import { usePanelKeys } from '../hooks/use-panel-keys';
import { usePaperView } from '../hooks/use-paper-view';
import { useSettings } from '../hooks/use-settings';
import { useTabPage } from '../hooks/use-tab-page';
import { showsFullText } from '../hooks/use-tables';
import { useCloseSidebar } from '../hooks/use-close-sidebar';
import { useTheme } from '../hooks/use-theme';
import { useCameFrom } from '../hooks/use-trail';
import { Announcer } from '../shared/Announcer';
import { ClickGuard } from './ClickGuard';
import { FullTextReferences, FullTextTables, UnreadFullText } from './FullTextSections';
import { PanelShell } from './PanelShell';
import { PanelState } from './PanelStates';
import { PaperPanel } from './PaperPanel';

function ReadyPanel({
  tab,
  view,
  settings,
  onClose,
}: {
  readonly tab: TabPage;
  readonly view: Extract<PaperView, { readonly status: 'ready' }>;
  readonly settings: Settings;
  readonly onClose: (() => void) | undefined;
}) {
  const { annotation, page, pages, jumps, viewedVersion, subject, facts } = view;
  const from = useCameFrom(tab.tabId, annotation.id);
  const actions = usePanelActions({
    annotation,
    page,
    tabId: tab.tabId,
    settings,
    cameFrom: from?.id,
    close: onClose,
  });
  usePanelKeys(actions, pages);
  const isWhole = showsFullText(tab);
  const findCited = useCited(tab);
  return (
    <PanelShell onClose={actions.close} onSearch={showSearch} onSettings={showSettings}>
      <PaperPanel
        key={annotation.id}
        annotation={annotation}
        pages={pages}
        jumps={jumps}
        viewedVersion={viewedVersion}
        subject={subject}
        cameFrom={from}
        actions={actions}
        facts={facts}
        findCited={findCited}
        tables={isWhole ? <FullTextTables tab={tab} of={annotation} /> : null}
        references={isWhole ? <FullTextReferences tab={tab} actions={actions} /> : null}
      />
    </PanelShell>
  );
}

/** Before the tab is known there is nothing to fold. */
const noop = (): void => undefined;

/** Where the panel is. In a frame it needs what is drawn first, which exists in a verified frame only. */
type PanelAppProps =
  | { readonly host: 'frame'; readonly start: PanelView }
  | { readonly host: 'window'; readonly start?: undefined };

/** The panel of a tab's paper: in the sidebar's frame, or in the browser's own side panel. */
export function PanelApp({ host, start }: PanelAppProps) {
  const tab = useTabPage(host, start);
  useCloseSidebar(host, tab);
  const outcome = useStore(start?.outcome);
  const { stored } = useSettings(start?.stored);
  const view = usePaperView(tab, outcome, stored?.settings, start?.view);
  const papers = usePapersOf(outcome, stored?.settings);
  useTheme(stored?.settings.theme, host === 'frame' ? tab?.theme : undefined);
  const opener = useOpenPaper(stored?.settings, tab?.tabId, undefined);
  const onClose = useFold(host === 'frame', tab?.tabId);
  // The close button is rendered before the tab is known, so that the header does not shift.
  const close = host === 'frame' ? (onClose ?? noop) : undefined;
  return (
    <PapersContext value={papers}>
      {host === 'frame' && tab && tab.tabId !== undefined ? <ClickGuard tabId={tab.tabId} /> : null}
      <Announcer>
        {view.status === 'ready' && tab && papers && stored ? (
          <ReadyPanel tab={tab} view={view} settings={stored.settings} onClose={onClose} />
        ) : (
          <PanelShell
            onClose={close}
            onSearch={showSearch}
            onSettings={showSettings}
            isLoading={outcome === undefined}
          >
            <main>
              <PanelState
                view={view.status === 'ready' ? { status: 'loading' } : view}
                catalogueDate={papers?.facts.date}
                onSearch={showSearch}
                onSettings={showSettings}
                onOpenAbstract={({ page }) => opener.openPage(page.paperId, 'abs', page.version, 'here')}
              />
              {view.status === 'unread' && papers && tab && showsFullText(tab) ? (
                <UnreadFullText
                  key={view.page.paperId}
                  tab={tab}
                  page={view.page}
                  actions={{ openPaper: (id, place) => void opener.openPaper(id, place) }}
                />
              ) : null}
            </main>
          </PanelShell>
        )}
      </Announcer>
    </PapersContext>
  );
}
