import { useState } from 'react';
import { boundWord, describeResult } from '@/lib/domain/describe';
import { groupResults, type ResultGroup, type ResultRow } from '@/lib/domain/describe-results';
import type { Result } from '@/lib/domain/paper';
import { Icon } from '../shared/Icon';
import { MathText } from '../shared/MathText';
import { ResultBar } from './ResultBar';

/** Rows shown before "Show all": results and code stay above the fold of a small window. */
const ROWS_AT_FIRST = 9;

function KindWord({ result }: { readonly result: Result }) {
  if (result.kind === 'bound') return <span className="kind-word">{boundWord(result)} </span>;
  if (result.kind === 'change' && !/^[-+−–±]/.test(result.value)) {
    return <span className="kind-word">by </span>;
  }
  return null;
}

function Row({
  row,
  shown,
  onShow,
}: {
  readonly row: ResultRow;
  readonly shown: boolean;
  readonly onShow: (row: ResultRow) => void;
}) {
  const { result } = row;
  return (
    <tr className={`result result-${result.role}`} data-shown={shown || undefined}>
      <th scope="row" className="result-label">
        <span className="result-label-text" title={row.label}>
          <MathText text={row.label} />
        </span>
      </th>
      <td className="result-cell">
        <button
          type="button"
          className="result-button"
          aria-pressed={shown}
          title={`${describeResult(result)}: show on the page`}
          onClick={() => onShow(row)}
        >
          <ResultBar mark={row.mark} role={result.role} />
          <span className="result-value">
            <KindWord result={result} />
            {result.value}
          </span>
          <span className="visually-hidden">
            , {result.role === 'own' ? 'own result' : 'compared'}, {result.kind}; show on the page
          </span>
        </button>
      </td>
    </tr>
  );
}

function GroupHeading({ group }: { readonly group: ResultGroup }) {
  const better = group.better === 'higher' ? 'higher is better' : 'lower is better';
  return (
    <tr className="group-heading">
      <th scope="rowgroup" colSpan={2}>
        <span className="metric">{group.metric ?? 'Reported'}</span>
        {group.better ? (
          <span className="direction" title={better}>
            <Icon name={group.better === 'higher' ? 'up' : 'down'} />
            <span className="visually-hidden">, {better}</span>
          </span>
        ) : null}
        {group.on ? (
          <span className="group-on">
            <MathText text={group.on} />
          </span>
        ) : null}
      </th>
    </tr>
  );
}

/** Cuts groups to so many rows. */
function takeRows(groups: readonly ResultGroup[], limit: number): readonly ResultGroup[] {
  let left = limit;
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, Math.max(0, left));
    left -= group.rows.length;
    return rows.length > 0 ? [{ ...group, rows }] : [];
  });
}

/** Reported results as bars that are also a table; a click shows a number's words on the page. */
export function ResultsTable({
  results,
  shownIndex,
  onShow,
}: {
  readonly results: readonly Result[];
  /** The result whose words are marked on the page now. */
  readonly shownIndex: number | undefined;
  readonly onShow: (row: ResultRow) => void;
}) {
  const [unfolded, setUnfolded] = useState(false);
  const groups = groupResults(results);
  // One more row than the limit would be replaced by a button of the same height.
  const folds = !unfolded && results.length > ROWS_AT_FIRST + 1;
  const visible = folds ? takeRows(groups, ROWS_AT_FIRST) : groups;
  const compared = results.some((result) => result.role === 'baseline');
  return (
    <>
      <table className="results">
        <caption className="visually-hidden">Reported results, own and compared</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">On or by</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        {visible.map((group) => (
          <tbody key={group.metric ?? ''}>
            <GroupHeading group={group} />
            {group.rows.map((row) => (
              <Row key={row.index} row={row} shown={row.index === shownIndex} onShow={onShow} />
            ))}
          </tbody>
        ))}
      </table>
      <div className="results-foot">
        {compared ? (
          <p className="legend" aria-hidden="true">
            <span className="swatch swatch-own" /> this paper <span className="swatch swatch-baseline" />{' '}
            compared
          </p>
        ) : null}
        {folds ? (
          <button type="button" className="more" onClick={() => setUnfolded(true)}>
            Show all {results.length}
          </button>
        ) : null}
      </div>
    </>
  );
}
