import { authorLine } from '@/lib/domain/describe';
import { joinParts, valueParts } from '@/lib/domain/describe/figure';
import { findSharedMetrics } from '@/lib/domain/describe/results';
import { describeSubject } from '@/lib/domain/describe/subject';
import type { Result } from '@/lib/domain/paper';
import type { Annotation } from '@/lib/domain/annotation';
import { linkLabel } from '../hooks/paper-texts';
import { t } from '../hooks/texts';
import { MathText } from '../shared/MathText';

/** Numbers of one paper, each with its dataset, since numbers on different data cannot be compared. */
function Values({ results }: { readonly results: readonly Result[] }) {
  return results.slice(0, 2).map((result) => {
    const subject = describeSubject(result);
    return (
      <span key={`${result.value} ${result.anchor}`} className="preview-value">
        {joinParts(valueParts(result))}{' '}
        {subject ? (
          <span className="preview-on">
            <MathText text={subject} />
          </span>
        ) : null}
      </span>
    );
  });
}

/** A preview of a related paper: what its row does not show, and comparable numbers of both papers. */
export function RelatedPreview({
  id,
  here,
  there,
}: {
  readonly id: string;
  readonly here: Annotation;
  readonly there: Annotation;
}) {
  const shared = findSharedMetrics(here, there).slice(0, 3);
  // The row already shows whether there is code.
  const links = there.links.filter(({ kind }) => kind !== 'code');
  const kinds = [...new Set(links.map((link) => linkLabel(link).toLowerCase()))];
  const year = there.published?.slice(0, 4);
  return (
    <div id={id}>
      <p className="preview-title">
        <MathText text={there.title} />
      </p>
      <p className="preview-meta">
        {[authorLine(there.authors, 2), there.venue, year && there.venue?.includes(year) ? undefined : year]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {there.summary ? <p className="preview-summary">{there.summary}</p> : null}
      {shared.length > 0 ? (
        <table className="preview-table">
          <caption className="visually-hidden">{t('panel_resultsOfBothPapers')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('panel_sameTask')}</th>
              <th scope="col">{t('panel_thisPaper')}</th>
              <th scope="col">{t('panel_thatPaper')}</th>
            </tr>
          </thead>
          <tbody>
            {shared.map((metric) => (
              <tr key={metric.metric}>
                <th scope="row">{metric.metric}</th>
                <td>
                  <Values results={metric.here} />
                </td>
                <td>
                  <Values results={metric.there} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {kinds.length > 0 ? <p className="preview-meta">{t('preview_has', kinds.join(', '))}</p> : null}
    </div>
  );
}
