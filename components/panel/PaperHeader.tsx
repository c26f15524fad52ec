import { useState } from 'react';
import { foldAuthors, formatDay } from '@/lib/domain/describe';
import type { Annotation } from '@/lib/domain/annotation';
import { describeMarks } from '@/lib/domain/provenance';
import { t } from '../hooks/texts';
import { MathText } from '../shared/MathText';

function AuthorLine({ annotation }: { readonly annotation: Annotation }) {
  const [unfolded, setUnfolded] = useState(false);
  const folded = foldAuthors(annotation.authors, unfolded ? Number.POSITIVE_INFINITY : 2);
  if (!folded.text) return null;
  return (
    <p className="paper-authors">
      {folded.text}
      {folded.more > 0 ? (
        <>
          {', … '}
          <button
            type="button"
            className="more"
            aria-expanded="false"
            aria-label={t('panel_moreAuthors', folded.more)}
            onClick={() => setUnfolded(true)}
          >
            +{folded.more}
          </button>
        </>
      ) : null}
    </p>
  );
}

/** Title, authors, date and venue of a paper. */
export function PaperHeader({ annotation }: { readonly annotation: Annotation }) {
  const { published, venue } = annotation;
  const marks = describeMarks(annotation.marks);
  return (
    <div>
      <h1 className="paper-title">
        <MathText text={annotation.title} />
      </h1>
      <AuthorLine key={annotation.id} annotation={annotation} />
      <p className="paper-meta">
        {published ? <time dateTime={published}>{formatDay(published)}</time> : null}
        <span>{annotation.id}</span>
        {venue ? <span>{venue}</span> : null}
        {marks === undefined ? null : <span className="paper-marks">{marks}</span>}
      </p>
    </div>
  );
}
