import { useState, type ReactNode } from 'react';
import { describeResult } from '@/lib/domain/describe/figure';
import { groupResults, type ResultGroup, type ResultRow } from '@/lib/domain/describe/results';
import { describeSubject } from '@/lib/domain/describe/subject';
import { isSure, surestRows } from '@/lib/domain/entry/sureness';
import type { Result } from '@/lib/domain/paper';
import { t, tCount, type TextKey } from '../hooks/texts';
import { Direction } from '../shared/Direction';
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

function ValueCell({
  row,
  isRead,
  hasAbstract,
  shown,
  onShow,
}: {
  readonly row: ResultRow;
  readonly isRead: boolean;
  readonly hasAbstract: boolean;
  readonly shown: boolean;
  readonly onShow: (row: ResultRow) => void;
}) {
  const { result } = row;
  const isDoubtful = isRead && !isSure(result);
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
          {isDoubtful ? (
            <span className="doubtful" aria-hidden="true">
              ?
            </span>
          ) : null}
        </span>
        <span className="visually-hidden">
          {isDoubtful ? `, ${t('results_doubtful')}` : ''},{' '}
          {result.role === 'own' ? t('results_own') : t('results_compared')}, {t(KIND_TEXTS[result.kind])};{' '}
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
            <MathText text={group.on ?? t('results_compared')} />
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
  readonly isRead: boolean;
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

const countRows = (groups: readonly ResultGroup[]): number =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0);

/**
 * Reported results as a table with bars; a click shows a number on the page. Those that were read automatically and are
 * not sure enough come on request, as do those after a screenful.
 */
export function ResultsTable({
  results,
  ...shared
}: {
  readonly results: readonly Result[];
  /** Whether they were read automatically, so that some may be wrong. */
  readonly isRead: boolean;
  /** Whether the page in view contains the abstract as text. */
  readonly hasAbstract: boolean;
  /** The result that is currently marked on the page. */
  readonly shownIndex: number | undefined;
  readonly onShow: (row: ResultRow) => void;
}) {
  const [unfolded, setUnfolded] = useState(false);
  const groups = groupResults(results);
  const surest = shared.isRead ? surestRows(groups) : groups;
  const sure = countRows(surest);
  // A button instead of a single hidden row would save no space.
  const first = sure > ROWS_AT_FIRST + 1 ? takeRows(surest, ROWS_AT_FIRST) : surest;
  const folds = !unfolded && countRows(first) < results.length;
  const visible = folds ? first : groups;
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
        <ResultsLegend
          groups={visible}
          hasDoubtful={
            shared.isRead && visible.some(({ rows }) => rows.some(({ result }) => !isSure(result)))
          }
        />
        {folds ? (
          <button type="button" className="more" onClick={() => setUnfolded(true)}>
            {first.length === 0
              ? tCount('results_showDoubtful', results.length)
              : sure < results.length
                ? t('results_showAllDoubtful', results.length, results.length - sure)
                : t('results_showAll', results.length)}
          </button>
        ) : null}
      </div>
    </>
  );
}
