import type { ReactNode } from 'react';
import { formatCount } from '@/lib/domain/describe';
import type { TagCount } from '@/lib/domain/store';
import { t } from '../hooks/texts';
import { Icon } from '../shared/Icon';

const EXAMPLES = ['has:code', 'has:results', 'year:2025..'] as const;

function QueryList({
  title,
  queries,
  onQuery,
}: {
  readonly title: string;
  readonly queries: readonly { readonly query: string; readonly label: ReactNode }[];
  readonly onQuery: (query: string) => void;
}) {
  if (queries.length === 0) return null;
  return (
    <section className="start-section" aria-label={title}>
      <h2 className="section-title">{title}</h2>
      <ul className="start-queries">
        {queries.map(({ query, label }) => (
          <li key={query}>
            <button type="button" className="tag" onClick={() => onQuery(query)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The last searches, if there are any. */
export function RecentSearches({
  recent,
  onQuery,
}: {
  readonly recent: readonly string[];
  readonly onQuery: (query: string) => void;
}) {
  return (
    <QueryList
      title={t('popup_recent')}
      queries={recent.map((query) => ({
        query,
        label: (
          <>
            <Icon name="clock" /> {query}
          </>
        ),
      }))}
      onQuery={onQuery}
    />
  );
}

/** The view before a query: the paper in this tab, recent searches, and examples. */
export function PopupStart({
  current,
  recent,
  topics,
  newest,
  onQuery,
}: {
  readonly current: ReactNode;
  readonly recent: readonly string[];
  readonly topics: readonly TagCount[];
  /** The list of the newest papers. */
  readonly newest: ReactNode;
  readonly onQuery: (query: string) => void;
}) {
  return (
    <div className="start">
      {current}
      <RecentSearches recent={recent} onQuery={onQuery} />
      <QueryList
        title={t('popup_browse')}
        queries={topics.map(({ tag, count }) => ({
          query: `tag:${tag.id}`,
          label: (
            <>
              {tag.label} <span className="facet-count">{formatCount(count)}</span>
            </>
          ),
        }))}
        onQuery={onQuery}
      />
      <QueryList
        title={t('popup_filtersToTry')}
        queries={EXAMPLES.map((query) => ({ query, label: query }))}
        onQuery={onQuery}
      />
      {newest ? (
        <section className="start-section">
          <h2 className="section-title">{t('popup_newest')}</h2>
          {newest}
        </section>
      ) : null}
    </div>
  );
}
