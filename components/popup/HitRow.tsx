import { Fragment } from 'react';
import { authorLine, foldAuthors } from '@/lib/domain/describe';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { Span } from '@/lib/domain/paper';
import type { SearchField } from '@/lib/domain/search';
import { filterQuery } from '@/lib/domain/search/edit-query';
import { cutText } from '@/lib/domain/search/marked-text';
import type { PaperRow, QueryHit } from '@/lib/domain/store';
import { t, type TextKey } from '../hooks/texts';
import { useMarks } from '../hooks/use-marks';
import { Icon } from '../shared/Icon';
import { MathText } from '../shared/MathText';
import { RowFacts } from '../shared/RowFacts';

/** A text with its matched words marked. */
export function Marked({ text: whole, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  return cutText(whole, spans).map(({ text, marked }, index) => {
    // The pieces of a text keep their order.
    const key = `${index}:${text}`;
    return marked ? (
      <mark key={key}>
        <MathText text={text} />
      </mark>
    ) : (
      <MathText key={key} text={text} />
    );
  });
}

const FIELD_LABELS: Readonly<Record<SearchField, TextKey>> = {
  title: 'field_title',
  authors: 'field_authors',
  summary: 'field_summary',
  tags: 'field_tags',
  metrics: 'field_metrics',
  datasets: 'field_datasets',
  venue: 'field_venue',
  published: 'field_published',
  id: 'field_id',
  body: 'field_body',
};

/** Where the words were found that are not in the title. */
export function HitFound({ found }: { readonly found: QueryHit['found'] }) {
  if (!found) return null;
  return (
    <span className="hit-found">
      {t(FIELD_LABELS[found.field])}: <Marked text={found.text} spans={found.spans} />
    </span>
  );
}

/**
 * The first authors; a click on one searches for their papers. Only for the pointer, like the star: keyboard users
 * find them in a paper's details.
 */
function HitAuthors({
  authors,
  onSearch,
}: {
  readonly authors: PaperRow['authors'];
  readonly onSearch: (query: string) => void;
}) {
  const { names, more } = foldAuthors(authors, 1);
  if (names.length === 0) return authorLine(authors, 1);
  return (
    <>
      {names.map((name, at) => (
        // Two authors may have the same name.
        <Fragment key={`${at}:${name}`}>
          {at > 0 ? ', ' : null}
          <span
            className="hit-author"
            title={t('panel_searchAuthor', name)}
            onClick={(event) => {
              event.stopPropagation();
              onSearch(filterQuery('author', name));
            }}
          >
            {name}
          </span>
        </Fragment>
      ))}
      {more > 0 ? ` +${more}` : null}
    </>
  );
}

/** Authors and date, the best number, and whether there is code: one line below a title. */
export function HitFacts({
  row,
  onSearch,
}: {
  readonly row: PaperRow;
  readonly onSearch: (query: string) => void;
}) {
  const year = row.published?.slice(0, 4);
  const hasAuthors = authorLine(row.authors, 1) !== '';
  return (
    <span className="hit-facts">
      <span className="clip">
        <HitAuthors authors={row.authors} onSearch={onSearch} />
        {hasAuthors && year ? ' · ' : null}
        {year}
      </span>
      <RowFacts row={row} />
    </span>
  );
}

/**
 * The star at a row's end, for the pointer only: a row is a listbox option, whose children are presentational to
 * screen readers (https://www.w3.org/TR/wai-aria-1.2/#option). Keyboard users press Alt+S.
 */
export function HitSaveButton({ id, onSave }: { readonly id: PaperId; readonly onSave: () => void }) {
  const isSaved = useMarks(id) !== undefined;
  return (
    <span
      className={isSaved ? 'hit-save hit-save-saved' : 'hit-save'}
      aria-hidden="true"
      title={t(isSaved ? 'popup_removeHint' : 'popup_saveHint')}
      onClick={(event) => {
        event.stopPropagation();
        onSave();
      }}
    >
      <Icon name={isSaved ? 'starred' : 'star'} />
    </span>
  );
}
