import { useDeferredValue, useMemo } from 'react';
import { formatCount } from '@/lib/domain/describe';
import type { SavedRow } from '@/lib/domain/library/saved-row';
import { READING_STATUSES } from '@/lib/domain/provenance';
import { filterQuery, hasFilter, toggleFilter } from '@/lib/domain/search/edit-query';
import { STATUS_TEXTS } from '../hooks/saved-texts';
import { t } from '../hooks/texts';
import { useTagLabels } from './tag-labels';

/** How many tags of a facet are shown; others can be typed. */
const MOST_TERMS = 12;

interface Term {
  readonly filter: string;
  readonly label: string;
  readonly count: number;
}

function countTerms(
  rows: readonly SavedRow[],
  termsOf: (row: SavedRow) => readonly string[],
): readonly (readonly [term: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const term of termsOf(row)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_TERMS);
}

const NO_ROWS: readonly SavedRow[] = [];

/** What my papers are about and which I have read; a click adds a filter to the query. */
export function LibraryFacets({
  rows: all,
  query,
  onQuery,
}: {
  readonly rows: readonly SavedRow[];
  readonly query: string;
  readonly onQuery: (query: string) => void;
}) {
  const labelOf = useTagLabels();
  // Counted after the rows are rendered, because for 20,000 papers counting takes as long as rendering.
  const rows = useDeferredValue(all, NO_ROWS);
  const groups = useMemo((): readonly (readonly [title: string, terms: readonly Term[]])[] => {
    const reached = new Map(countTerms(rows, ({ status }) => [status]));
    const statuses = READING_STATUSES.map((status) => ({
      filter: filterQuery('status', status),
      label: t(STATUS_TEXTS[status]),
      count: reached.get(status) ?? 0,
    }));
    const own = countTerms(rows, ({ ownTags }) => ownTags);
    const tags = countTerms(rows, (row) => row.tags);
    return [
      [t('library_status'), statuses.filter(({ count }) => count > 0)],
      [
        t('save_ownTags'),
        own.map(([tag, count]) => ({ filter: filterQuery('mytag', tag), label: tag, count })),
      ],
      [
        t('panel_tags'),
        tags.map(([tag, count]) => ({ filter: filterQuery('tag', tag), label: labelOf(tag), count })),
      ],
    ];
  }, [rows, labelOf]);
  return (
    <aside className="library-facets" aria-label={t('library_narrow')}>
      {groups
        .filter(([, terms]) => terms.length > 0)
        .map(([title, terms]) => (
          <div key={title} role="group" aria-label={title}>
            <h2 className="section-title">{title}</h2>
            <ul>
              {terms.map(({ filter, label, count }) => (
                <li key={filter}>
                  <button
                    type="button"
                    className="library-term"
                    aria-pressed={hasFilter(query, filter)}
                    onClick={() => onQuery(toggleFilter(query, filter))}
                  >
                    <span className="clip">{label}</span>{' '}
                    <span className="library-count">{formatCount(count)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </aside>
  );
}
