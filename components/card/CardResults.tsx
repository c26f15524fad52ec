import { groupResults } from '@/lib/domain/describe/results';
import { describeSubject } from '@/lib/domain/describe/subject';
import { rankOf } from '@/lib/domain/entry/best-result';
import { surestRows } from '@/lib/domain/entry/sureness';
import type { Result } from '@/lib/domain/paper';
import { t, tCount } from '../hooks/texts';
import { ResultBar } from '../panel/ResultBar';
import { MathText } from '../shared/MathText';
import { ResultValue } from '../shared/ResultValue';

/** How many results a card shows. */
const ROWS = 4;

/** The paper's own most informative results, one line each; of those read automatically only what is sure enough. */
export function CardResults({
  results,
  isRead,
}: {
  readonly results: readonly Result[];
  readonly isRead: boolean;
}) {
  const groups = groupResults(results);
  const rows = (isRead ? surestRows(groups) : groups)
    .flatMap((group) =>
      group.rows
        .filter(({ result }) => result.role === 'own')
        .map((row) => ({ ...row, metric: group.metric, on: describeSubject(row.result) })),
    )
    // Results without a named metric come last.
    .toSorted(
      (a, b) => Number(a.metric === null) - Number(b.metric === null) || rankOf(a.result) - rankOf(b.result),
    );
  if (rows.length === 0) return null;
  const more = results.filter(({ role }) => role === 'own').length - Math.min(rows.length, ROWS);
  return (
    <table className="card-results">
      <caption className="visually-hidden">{t('card_reportedResults')}</caption>
      <tbody>
        {rows.slice(0, ROWS).map(({ index, result, metric, on, mark }) => (
          <tr key={index}>
            <th scope="row">
              {metric !== null || !on ? <span className="metric">{metric ?? t('card_reported')}</span> : null}
              {on ? (
                <span className="group-on">
                  <MathText text={on} />
                </span>
              ) : null}
            </th>
            <td className="card-bar">
              <ResultBar mark={mark} role="own" />
            </td>
            <td className="result-value">
              <ResultValue result={result} />
            </td>
          </tr>
        ))}
      </tbody>
      {more > 0 ? (
        <tfoot>
          <tr>
            <td colSpan={3} className="nothing">
              {tCount('card_more', more)}
            </td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
