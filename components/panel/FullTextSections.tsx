import type { Annotation } from '@/lib/domain/annotation';
import type { TabPage } from '@/lib/pages/tab-page';
import { useNear } from '../hooks/use-near';
import { useReferences } from '../hooks/use-references';
import { useKeptTables, useTables } from '../hooks/use-tables';
import type { PanelActions } from './panel-actions';
import { ReferencesSection } from './ReferencesSection';
import { TablesSection } from './TablesSection';

/** The tables of a full text, read when their place in the panel comes into view; nothing on other pages. */
export function FullTextTables({
  tab,
  annotation,
}: {
  readonly tab: TabPage;
  readonly annotation: Annotation;
}) {
  const [near, isNear] = useNear();
  const paperTables = useTables(tab, annotation.title, isNear);
  useKeptTables(annotation.id, paperTables);
  return (
    <div className="when-near" ref={near}>
      {paperTables ? <TablesSection paperTables={paperTables} results={annotation.results} /> : null}
    </div>
  );
}

/** The references of a full text, read when their place in the panel comes into view; nothing on other pages. */
export function FullTextReferences({
  tab,
  actions,
}: {
  readonly tab: TabPage;
  readonly actions: Pick<PanelActions, 'openPaper'>;
}) {
  const [near, isNear] = useNear();
  const references = useReferences(tab, isNear);
  return (
    <div className="when-near" ref={near}>
      {references ? <ReferencesSection of={references} onOpenPaper={actions.openPaper} /> : null}
    </div>
  );
}
