import { useId, useState } from 'react';
import type { ReadTable, TableResult } from '@/lib/domain/tables';
import { compareOwn, type Comparison } from '@/lib/domain/tables/compare';
import { t } from '../hooks/texts';
import { Direction } from '../shared/Direction';
import { TableSheet, type SheetActions } from './TableSheet';

/** Comparisons before "Show all". */
const AT_FIRST = 4;

/** Row and index of a cell in the page's own table. */
export type CellSource = readonly [row: number, index: number];

/**
 * A number with a bar from zero, as a button that shows its cell; the larger of the two numbers fills the
 * width.
 */
function NumberButton({
  result,
  most,
  onShow,
}: {
  readonly result: TableResult;
  readonly most: number;
  readonly onShow: () => void;
}) {
  const role = result.isOwn ? 'own' : 'baseline';
  const share = most > 0 && result.value > 0 ? result.value / most : 0;
  return (
    <tr className={`result result-${role}`}>
      <th scope="row" className="result-label">
        <span className="result-label-text" title={result.system}>
          {result.system}
        </span>
      </th>
      <td>
        <button type="button" className="result-button" title={t('results_show')} onClick={onShow}>
          <span className={`bar bar-${role}`} aria-hidden="true">
            <span className="bar-ink" style={{ inlineSize: `${(100 * share).toFixed(2)}%` }} />
          </span>
          <span className="result-value">
            {result.printed}
            {result.unit === '%' ? '%' : ''}
          </span>
          <span className="visually-hidden">
            , {t(result.isOwn ? 'results_own' : 'results_compared')}; {t('results_show')}
          </span>
        </button>
      </td>
    </tr>
  );
}

function ComparisonRows({
  comparison: { own, other },
  onShow,
}: {
  readonly comparison: Comparison;
  readonly onShow: (result: TableResult) => void;
}) {
  const most = Math.max(own.value, other?.value ?? 0);
  return (
    <tbody>
      <tr className="group-heading">
        <th scope="rowgroup" colSpan={2}>
          {own.metric !== undefined && own.metricFrom !== 'convention' ? (
            <span className="metric">{own.metric}</span>
          ) : null}
          <Direction better={own.better} />
          {own.data ? <span className="group-on">{own.data}</span> : null}
        </th>
      </tr>
      <NumberButton result={own} most={most} onShow={() => onShow(own)} />
      {other ? <NumberButton result={other} most={most} onShow={() => onShow(other)} /> : null}
    </tbody>
  );
}

/** One table of results: the paper's own numbers, and a button for the whole table. */
export function TableCard({
  name,
  table,
  isWhole,
  onWhole,
  ...actions
}: {
  readonly name: string;
  readonly table: ReadTable;
  /** Whether the whole table is open. */
  readonly isWhole: boolean;
  readonly onWhole: (isWhole: boolean) => void;
} & SheetActions) {
  const { onShow } = actions;
  const id = useId();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const comparisons = compareOwn(table.results);
  const visible =
    isUnfolded || comparisons.length <= AT_FIRST + 1 ? comparisons : comparisons.slice(0, AT_FIRST);
  // Removes the label that is already shown.
  const caption = table.source.caption.replace(/^\p{L}+\.?\s*[\dIVXLC.]+\s*[:.]\s*/u, '');
  const showResult = ({ row, column }: TableResult) => onShow(table.body.grid[row]?.[column]?.source);
  return (
    <article className="table-card" aria-labelledby={id}>
      <h3 className="table-name" id={id}>
        <button type="button" className="more" title={t('results_show')} onClick={() => onShow(undefined)}>
          {name}
        </button>{' '}
        <span className="table-caption" title={caption}>
          {caption}
        </span>
      </h3>
      {visible.length > 0 ? (
        <table className="results">
          <caption className="visually-hidden">{t('tables_ownAgainstOthers', name)}</caption>
          {visible.map((comparison) => (
            <ComparisonRows
              key={`${comparison.own.row} ${comparison.own.column} ${comparison.own.metric}`}
              comparison={comparison}
              onShow={showResult}
            />
          ))}
        </table>
      ) : (
        <p className="nothing">{t('tables_noOwn')}</p>
      )}
      <div className="results-foot">
        <button type="button" className="more" onClick={() => onWhole(true)}>
          {t('tables_whole')}
        </button>
        {visible.length < comparisons.length ? (
          <button type="button" className="more" onClick={() => setIsUnfolded(true)}>
            {t('results_showAll', comparisons.length)}
          </button>
        ) : null}
      </div>
      <TableSheet
        name={name}
        caption={caption}
        table={table}
        isOpen={isWhole}
        onClose={() => onWhole(false)}
        {...actions}
      />
    </article>
  );
}
