import { useState, type ReactNode } from 'react';
import { describeResult } from '@/lib/domain/describe/figure';
import { groupResults, type ResultGroup, type ResultRow } from '@/lib/domain/describe/results';
import { describeSubject } from '@/lib/domain/describe/subject';
import type { Result } from '@/lib/domain/paper';
import { t, type TextKey } from '../hooks/texts';
import { Icon } from '../shared/Icon';
import { MathText } from '../shared/MathText';
import { ResultValue } from '../shared/ResultValue';
import { ResultBar } from './ResultBar';
import { ResultsLegend } from './ResultsLegend';

/** Rows before "Show all", so that results and code are visible in a small window without scrolling. */
const ROWS_AT_FIRST = 9;

const KIND_TEXTS: Readonly<Record<Result['kind'], TextKey>> = {
  level: 'results_kindLevel',
  change: 'results_kindChange',
  ratio: 'results_kindRatio',
  bound: 'results_kindBound',
};

function Direction({ better }: { readonly better: ResultGroup['better'] }) {
  if (!better) return null;
  const text = better === 'higher' ? t('results_higher') : t('results_lower');
  return (
    <span className="direction" title={text}>
      <Icon name={better === 'higher' ? 'up' : 'down'} />
      <span className="visually-hidden">, {text}</span>
    </span>
  );
}

function ValueCell({
  row,
  hasAbstract,
  shown,
  onShow,
}: {
  readonly row: ResultRow;
  readonly hasAbstract: boolean;
  readonly shown: boolean;
  readonly onShow: (row: ResultRow) => void;
}) {
  const { result } = row;
  const action = hasAbstract ? t('results_show') : t('results_noAbstract');
  return (
    <td>
      <button
        type="button"
        className={result.kind === 'bound' ? 'result-button result-bound' : 'result-button'}
        aria-pressed={shown}
        title={`${describeResult(result)} (${action})`}
        onClick={() => onShow(row)}
      >
        <ResultBar mark={row.mark} role={result.role} />
        <span className="result-value">
          <ResultValue result={result} />
        </span>
        <span className="visually-hidden">
          , {result.role === 'own' ? t('results_own') : t('results_compared')}, {t(KIND_TEXTS[result.kind])};{' '}
          {action}
        </span>
      </button>
    </td>
  );
}

/** A metric's only result in one row: metric, subject and value. */
function LoneRow({
  group,
  cell,
}: {
  readonly group: ResultGroup;
  readonly cell: (row: ResultRow) => ReactNode;
}) {
  const [row] = group.rows;
  if (!row) return null;
  const { result } = row;
  const detail = [describeSubject(result), result.system].filter(Boolean).join(', ');
  // If the text names no subject, the words around the number are shown, if there are any.
  const words = detail || (result.anchor === result.value ? row.label : result.anchor);
  return (
    <>
      <th scope="row" className="result-label lone-label">
        {group.metric === null ? (
          <span className="result-label-text" title={words}>
            <MathText text={words} />
          </span>
        ) : (
          <>
            <span className="metric">{group.metric}</span>
            <Direction better={group.better} />
            {detail ? (
              <span className="result-label-text" title={detail}>
                <MathText text={detail} />
              </span>
            ) : null}
          </>
        )}
      </th>
      {cell(row)}
    </>
  );
}

function GroupHeading({ group }: { readonly group: ResultGroup }) {
  return (
    <tr className="group-heading">
      <th scope="rowgroup" colSpan={2}>
        {group.metric === null ? (
          <span className="metric-unnamed">
            <MathText text={group.on ?? 'Compared'} />
          </span>
        ) : (
          <span className="metric">{group.metric}</span>
        )}
        <Direction better={group.better} />
        {group.metric !== null && group.on ? (
          <span className="group-on">
            <MathText text={group.on} />
          </span>
        ) : null}
      </th>
    </tr>
  );
}

function GroupBody({
  group,
  shownIndex,
  ...shared
}: {
  readonly group: ResultGroup;
  readonly hasAbstract: boolean;
  readonly shownIndex: number | undefined;
  readonly onShow: (row: ResultRow) => void;
}) {
  const isLone = group.rows.length === 1;
  const cell = (row: ResultRow) => <ValueCell row={row} shown={row.index === shownIndex} {...shared} />;
  return (
    <tbody>
      {isLone ? null : <GroupHeading group={group} />}
      {group.rows.map((row) => (
        <tr
          key={row.index}
          className={`result result-${row.result.role}`}
          data-shown={row.index === shownIndex || undefined}
        >
          {isLone ? (
            <LoneRow group={group} cell={cell} />
          ) : (
            <>
              <th scope="row" className="result-label">
                <span className="result-label-text" title={row.label}>
                  <MathText text={row.label} />
                </span>
              </th>
              {cell(row)}
            </>
          )}
        </tr>
      ))}
    </tbody>
  );
}

/** The first rows of the groups, up to a limit. */
function takeRows(groups: readonly ResultGroup[], limit: number): readonly ResultGroup[] {
  let left = limit;
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, Math.max(0, left));
    left -= group.rows.length;
    return rows.length > 0 ? [{ ...group, rows }] : [];
  });
}

/** Reported results as a table with bars; a click shows a number on the page. */
export function ResultsTable({
  results,
  ...shared
}: {
  readonly results: readonly Result[];
  /** Whether the page in view contains the abstract as text. */
  readonly hasAbstract: boolean;
  /** The result that is currently marked on the page. */
  readonly shownIndex: number | undefined;
  readonly onShow: (row: ResultRow) => void;
}) {
  const [unfolded, setUnfolded] = useState(false);
  const groups = groupResults(results);
  // A button instead of a single hidden row would save no space.
  const folds = !unfolded && results.length > ROWS_AT_FIRST + 1;
  const visible = folds ? takeRows(groups, ROWS_AT_FIRST) : groups;
  return (
    <>
      <table className="results">
        <caption className="visually-hidden">{t('panel_reportedResultsOwnAndCompared')}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('panel_onOrBy')}</th>
            <th scope="col">{t('panel_value')}</th>
          </tr>
        </thead>
        {visible.map((group) => (
          <GroupBody key={group.rows[0]?.index} group={group} {...shared} />
        ))}
      </table>
      <div className="results-foot">
        <ResultsLegend groups={visible} />
        {folds ? (
          <button type="button" className="more" onClick={() => setUnfolded(true)}>
            {t('results_showAll', results.length)}
          </button>
        ) : null}
      </div>
    </>
  );
}
