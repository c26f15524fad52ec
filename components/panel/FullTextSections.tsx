import type { TabPage } from '@/lib/pages/tab-page';
import { useReferences } from '../hooks/use-references';
import type { PanelActions } from './panel-actions';
import { ReferencesSection } from './ReferencesSection';

/** What a full text holds beyond its abstract; nothing on other pages. */
export function FullTextSections({
  tab,
  actions,
}: {
  readonly tab: TabPage;
  readonly actions: Pick<PanelActions, 'openPaper'>;
}) {
  const references = useReferences(tab);
  return references ? <ReferencesSection of={references} onOpenPaper={actions.openPaper} /> : null;
}
