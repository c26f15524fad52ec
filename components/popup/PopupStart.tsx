import type { ReactNode } from 'react';
import { Icon } from '../shared/Icon';

const EXAMPLES = ['has:code', 'has:results', 'year:2025..'] as const;

/** Before anything is typed: the paper of this tab, what was searched before, and what one can ask. */
export function PopupStart({
  current,
  recent,
  onQuery,
}: {
  readonly current: ReactNode;
  readonly recent: readonly string[];
  readonly onQuery: (query: string) => void;
}) {
  const suggestions = [
    { title: 'Recent', icon: 'clock', queries: recent },
    { title: 'Try', icon: 'search', queries: EXAMPLES },
  ] as const;
  return (
    <div className="start">
      {current}
      {suggestions.map(({ title, icon, queries }) =>
        queries.length === 0 ? null : (
          <section key={title} className="start-section" aria-label={title}>
            <h2 className="section-title">{title}</h2>
            <ul className="start-queries">
              {queries.map((query) => (
                <li key={query}>
                  <button type="button" className="tag" onClick={() => onQuery(query)}>
                    <Icon name={icon} /> {query}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  );
}
