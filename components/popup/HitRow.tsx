import { authorLine } from '@/lib/domain/describe';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { Span } from '@/lib/domain/paper';
import type { SearchField } from '@/lib/domain/search';
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

/** Authors and date, the best number, and whether there is code: one line below a title. */
export function HitFacts({ row }: { readonly row: PaperRow }) {
  return (
    <span className="hit-facts">
      <span className="clip">
        {[authorLine(row.authors, 1), row.published?.slice(0, 4)].filter(Boolean).join(' · ')}
      </span>
      <RowFacts row={row} />
    </span>
  );
}

/**
 * The star at a row's end, for the pointer only: a row is a listbox option, whose children are presentational to
 * screen readers (https://www.w3.org/TR/wai-aria-1.2/#option). Keyboard users press Alt+S.
 */
export function HitKeep({ id, onKeep }: { readonly id: PaperId; readonly onKeep: () => void }) {
  const isSaved = useMarks(id) !== undefined;
  return (
    <span
      className={isSaved ? 'hit-keep hit-keep-saved' : 'hit-keep'}
      aria-hidden="true"
      title={t(isSaved ? 'popup_takeOutHint' : 'popup_saveHint')}
      onClick={(event) => {
        event.stopPropagation();
        onKeep();
      }}
    >
      <Icon name={isSaved ? 'starred' : 'star'} />
    </span>
  );
}
