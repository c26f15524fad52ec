import type { PaperRow } from '@/lib/domain/store';
import { marksWord } from '../hooks/saved-texts';
import { t } from '../hooks/texts';
import { useMarks } from '../hooks/use-marks';
import { Figure } from './Figure';
import { Icon } from './Icon';
import { ProvenanceMark } from './ProvenanceMark';

/** The facts in a row beside a paper's title: its best number, code, the user's marks, who annotated it. */
export function RowFacts({ row }: { readonly row: PaperRow }) {
  const marks = useMarks(row.id);
  return (
    <>
      <Figure words={row.best} />
      {row.hasCode ? (
        <span className="has-code">
          <Icon name="code" />
          {t('panel_code')}
        </span>
      ) : null}
      {marks === undefined ? null : <span className="paper-marks">{marksWord(marks)}</span>}
      <ProvenanceMark of={row.provenance} metOn={row.metOn} />
    </>
  );
}
