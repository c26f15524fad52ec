import { describeMarks } from '@/lib/domain/provenance';
import type { PaperRow } from '@/lib/domain/store';
import { t } from '../hooks/texts';
import { Figure } from './BestFigure';
import { Icon } from './Icon';
import { ProvenanceMark } from './ProvenanceMark';

/** What a row says beside a paper's title: its best number, code, what the user did with it, who annotated it. */
export function RowFacts({ row }: { readonly row: PaperRow }) {
  const marks = describeMarks(row.marks);
  return (
    <>
      <Figure words={row.best} />
      {row.hasCode ? (
        <span className="has-code">
          <Icon name="code" />
          {t('panel_code')}
        </span>
      ) : null}
      {marks === undefined ? null : <span className="paper-marks">{marks}</span>}
      <ProvenanceMark of={row.provenance} />
    </>
  );
}
