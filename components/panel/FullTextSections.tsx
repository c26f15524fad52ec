import type { Annotation } from '@/lib/domain/annotation';
import type { PaperPage } from '@/lib/pages/current-paper';
import type { TabPage } from '@/lib/pages/tab-page';
import { useNearViewport } from '../hooks/use-near-viewport';
import { useReferences } from '../hooks/use-references';
import { useSaveTables, useTables } from '../hooks/use-tables';
import type { PanelActions } from './panel-actions';
import { ReferencesSection } from './ReferencesSection';
import { TablesSection } from './TablesSection';

/** The tables of a full text, loaded when this section scrolls into view; nothing on other pages. */
export function FullTextTables({
  tab,
  of: { id, title, results },
}: {
  readonly tab: TabPage;
  readonly of: Pick<Annotation, 'id' | 'title' | 'results'>;
}) {
  const [near, isNear] = useNearViewport();
  const paperTables = useTables(tab, title, isNear);
  useSaveTables(id, paperTables);
  return (
    <div className="when-near" ref={near}>
      {paperTables ? <TablesSection paperTables={paperTables} results={results} /> : null}
    </div>
  );
}

/** The references of a full text, loaded when this section scrolls into view; nothing on other pages. */
export function FullTextReferences({
  tab,
  actions,
}: {
  readonly tab: TabPage;
  readonly actions: Pick<PanelActions, 'openPaper'>;
}) {
  const [near, isNear] = useNearViewport();
  const references = useReferences(tab, isNear);
  return (
    <div className="when-near" ref={near}>
      {references ? <ReferencesSection of={references} onOpenPaper={actions.openPaper} /> : null}
    </div>
  );
}

/**
 * Tables and references of a full text for which there is no annotation, because it prints no title or abstract and
 * no pack has the paper. These two sections need neither.
 */
export function UnreadFullText({
  tab,
  page: { paperId },
  actions,
}: {
  readonly tab: TabPage;
  readonly page: PaperPage;
  readonly actions: Pick<PanelActions, 'openPaper'>;
}) {
  return (
    <div className="panel">
      <FullTextTables tab={tab} of={{ id: paperId, title: '', results: [] }} />
      <FullTextReferences tab={tab} actions={actions} />
    </div>
  );
}
