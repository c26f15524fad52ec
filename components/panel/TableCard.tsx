import { useId, useState } from 'react';
import type { ReadTable, TableResult } from '@/lib/domain/tables';
import { compareOwn, type Comparison } from '@/lib/domain/tables/compare';
import { TABLE_COPY_FORMS, type TableCopyForm } from '@/lib/domain/tables/copy';
import type { CopyOutcome } from '@/lib/pages/clipboard';
import { t, type TextKey } from '../hooks/texts';
import { useAnnounce } from '../shared/Announcer';
import { Icon } from '../shared/Icon';
import { TableView } from './TableView';

/** Comparisons shown before "Show all". */
const AT_FIRST = 4;

const FORM_NAMES: Readonly<Record<TableCopyForm, TextKey>> = {
  tsv: 'tables_tsv',
  csv: 'tables_csv',
  markdown: 'tables_markdown',
  latex: 'tables_latex',
};

/** Row and index of a cell in the page's own table. */
export type CellSource = readonly [row: number, index: number];

/** A number as a bar from zero and a way to its cell; the longest of the two fills the width. */
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
          {own.better ? (
            <span
              className="direction"
              title={t(own.better === 'higher' ? 'results_higher' : 'results_lower')}
            >
              <Icon name={own.better === 'higher' ? 'up' : 'down'} />
              <span className="visually-hidden">
                , {t(own.better === 'higher' ? 'results_higher' : 'results_lower')}
              </span>
            </span>
          ) : null}
          {own.data ? <span className="group-on">{own.data}</span> : null}
        </th>
      </tr>
      <NumberButton result={own} most={most} onShow={() => onShow(own)} />
      {other ? <NumberButton result={other} most={most} onShow={() => onShow(other)} /> : null}
    </tbody>
  );
}

/** Copies the table, and says whether that worked. */
function TableCopy({ onCopy }: { readonly onCopy: (form: TableCopyForm) => Promise<CopyOutcome> }) {
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<{ readonly form: TableCopyForm; readonly copied: boolean }>();
  const run = async (form: TableCopyForm) => {
    const copied = (await onCopy(form)) === 'copied';
    setOutcome({ form, copied });
    announce(copied ? t('copy_done', t(FORM_NAMES[form])) : t('copy_refused'));
  };
  return (
    <div className="copy" role="group" aria-label={t('tables_copy')}>
      <span className="copy-label" aria-hidden="true">
        {t('panel_copy')}
      </span>
      {TABLE_COPY_FORMS.map((form) => (
        <button key={form} type="button" className="copy-form" onClick={() => void run(form)}>
          {outcome?.form === form && outcome.copied ? <Icon name="check" /> : null}
          {t(FORM_NAMES[form])}
        </button>
      ))}
      {outcome && !outcome.copied ? (
        <p className="failure">{t('panel_notCopiedTheBrowserRefusedAccess')}</p>
      ) : null}
    </div>
  );
}

/** One table of results. */
export function TableCard({
  name,
  table,
  onShow,
  onCopy,
}: {
  readonly name: string;
  readonly table: ReadTable;
  /** Undefined: the whole table. */
  readonly onShow: (cell: CellSource | undefined) => void;
  readonly onCopy: (form: TableCopyForm) => Promise<CopyOutcome>;
}) {
  const id = useId();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const [isWhole, setIsWhole] = useState(false);
  const comparisons = compareOwn(table.results);
  const visible =
    isUnfolded || comparisons.length <= AT_FIRST + 1 ? comparisons : comparisons.slice(0, AT_FIRST);
  // What the label says already is not said twice.
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
      {isWhole ? (
        <TableView table={table} label={name} onShow={onShow} />
      ) : visible.length > 0 ? (
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
        <button type="button" className="more" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {t(isWhole ? 'tables_fold' : 'tables_whole')}
        </button>
        {!isWhole && visible.length < comparisons.length ? (
          <button type="button" className="more" onClick={() => setIsUnfolded(true)}>
            {t('results_showAll', comparisons.length)}
          </button>
        ) : null}
      </div>
      {isWhole ? <TableCopy onCopy={onCopy} /> : null}
    </article>
  );
}
