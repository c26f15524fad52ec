import type { PanelHost, TabPage } from '@/lib/services/tab-page';
import type { Settings } from '@/lib/services/settings';
import type { PaperView } from '@/lib/services/current-paper';
import { showSearch, showSettings } from '../hooks/own-pages';
import { useCatalogue } from '../hooks/use-catalogue';
import { useOpenPaper } from '../hooks/use-open-paper';
import { usePanelActions } from '../hooks/use-panel-actions';
import { usePanelCatalogue } from '../hooks/use-panel-catalogue';
import { usePanelKeys } from '../hooks/use-panel-keys';
import { usePaperView } from '../hooks/use-paper-view';
import { useSettings } from '../hooks/use-settings';
import { useTabPage } from '../hooks/use-tab-page';
import { useTakeOver } from '../hooks/use-take-over';
import { useTheme } from '../hooks/use-theme';
import { useCameFrom } from '../hooks/use-trail';
import { Announcer } from '../shared/Announcer';
import type { PanelCatalogue } from './panel-actions';
import { PanelShell } from './PanelShell';
import { PanelState } from './PanelStates';
import { PaperPanel } from './PaperPanel';

function ReadyPanel({
  host,
  tab,
  view,
  catalogue,
  settings,
}: {
  readonly host: PanelHost;
  readonly tab: TabPage;
  readonly view: Extract<PaperView, { readonly status: 'ready' }>;
  readonly catalogue: PanelCatalogue;
  readonly settings: Settings;
}) {
  const { annotation, page, pages, jumps, viewedVersion } = view;
  const from = useCameFrom(tab.tabId, annotation.id);
  const actions = usePanelActions({
    annotation,
    page,
    tabId: tab.tabId,
    settings,
    cameFrom: from,
    framed: host === 'frame',
  });
  usePanelKeys(actions, pages);
  return (
    <PanelShell catalogue={catalogue} onClose={actions.close} onSearch={showSearch} onSettings={showSettings}>
      <PaperPanel
        key={annotation.id}
        annotation={annotation}
        pages={pages}
        jumps={jumps}
        viewedVersion={viewedVersion}
        catalogue={catalogue}
        cameFrom={from && { id: from, title: catalogue.findPaper(from)?.title ?? from }}
        actions={actions}
      />
    </PanelShell>
  );
}

/** The panel of a tab's paper: in the sidebar's frame, or in the browser's own side panel. */
export function PanelApp({ host }: { readonly host: PanelHost }) {
  const tab = useTabPage(host);
  useTakeOver(host, tab);
  const outcome = useCatalogue();
  const { stored } = useSettings();
  const view = usePaperView(tab, outcome, stored?.settings);
  const catalogue = usePanelCatalogue(outcome, stored?.settings);
  useTheme(stored?.settings.theme, host === 'frame' && tab !== 'inert' ? tab?.theme : undefined);
  const opener = useOpenPaper(stored?.settings, tab === 'inert' ? undefined : tab?.tabId, undefined);
  if (view.status === 'inert') return null;
  return (
    <Announcer>
      {view.status === 'ready' && tab && tab !== 'inert' && catalogue && stored ? (
        <ReadyPanel host={host} tab={tab} view={view} catalogue={catalogue} settings={stored.settings} />
      ) : (
        <PanelShell catalogue={catalogue} onClose={undefined} onSearch={showSearch} onSettings={showSettings}>
          <main>
            <PanelState
              view={view.status === 'ready' ? { status: 'loading' } : view}
              catalogueDate={catalogue?.date}
              onSearch={showSearch}
              onSettings={showSettings}
              onOpenAbstract={({ page }) => opener.openPage(page.paperId, 'abs', page.version, 'here')}
            />
          </main>
        </PanelShell>
      )}
    </Announcer>
  );
}
