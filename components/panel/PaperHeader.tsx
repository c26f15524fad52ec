import { Fragment, useState } from 'react';
import { foldAuthors } from '@/lib/domain/describe';
import type { Annotation } from '@/lib/domain/annotation';
import { filterQuery } from '@/lib/domain/search/edit-query';
import { t, tDay } from '../hooks/texts';
import { MathText } from '../shared/MathText';
import { ProvenanceMark } from '../shared/ProvenanceMark';

/** The authors, each a search, or an organisation; then the number of others. */
function AuthorLine({ annotation, onSearch }: Pick<PaperHeaderProps, 'annotation' | 'onSearch'>) {
  const [unfolded, setUnfolded] = useState(false);
  const folded = foldAuthors(annotation.authors, unfolded ? Number.POSITIVE_INFINITY : 2);
  if (!folded.text) return null;
  return (
    <p className="paper-authors">
      {folded.names.length === 0
        ? folded.text
        : folded.names.map((name, at) => (
            // Two authors may have the same name.
            <Fragment key={`${at}:${name}`}>
              {at > 0 ? ', ' : ''}
              <button
                type="button"
                className="author"
                title={t('panel_searchAuthor', name)}
                onClick={() => onSearch(filterQuery('author', name))}
              >
                {name}
              </button>
            </Fragment>
          ))}
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

/** Props of `PaperHeader`. */
interface PaperHeaderProps {
  readonly annotation: Annotation;
  /** The version that the user is viewing, if known. */
  readonly viewedVersion: number | undefined;
  readonly onSearch: (query: string) => void;
  readonly onOpenLink: (url: string) => void;
}

/** A link to the published version by its DOI. */
function DoiLink({ doi, onOpenLink }: { readonly doi: string } & Pick<PaperHeaderProps, 'onOpenLink'>) {
  const address = `https://doi.org/${doi}`;
  return (
    <a
      className="paper-doi"
      href={address}
      onClick={(event) => {
        event.preventDefault();
        onOpenLink(address);
      }}
    >
      doi:{doi}
    </a>
  );
}

/** Title, authors, date, version, venue and DOI of a paper, the authors' comments, and who annotated it. */
export function PaperHeader({ annotation, viewedVersion, onSearch, onOpenLink }: PaperHeaderProps) {
  const { id, published, venue, doi, comments, provenance } = annotation;
  return (
    <div>
      <h1 className="paper-title">
        <MathText text={annotation.title} />
      </h1>
      <AuthorLine key={id} annotation={annotation} onSearch={onSearch} />
      <p className="paper-meta">
        {published ? <time dateTime={published}>{tDay(published)}</time> : null}
        <span>{viewedVersion === undefined ? id : `${id}v${viewedVersion}`}</span>
        {venue && !comments?.includes(venue) ? <span>{venue}</span> : null}
        {doi ? <DoiLink doi={doi} onOpenLink={onOpenLink} /> : null}
        <ProvenanceMark of={provenance} metOn={annotation.metOn} />
      </p>
      {comments ? (
        <p className="paper-comments">
          <MathText text={comments} />
        </p>
      ) : null}
    </div>
  );
}
