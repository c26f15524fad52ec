import { formatCount } from '@/lib/domain/describe';
import { asksForTag } from '@/lib/domain/search/edit-query';
import type { QueryAnswer, TagLabel } from '@/lib/domain/store';
import { FACET_TEXTS } from '../hooks/paper-texts';
import { t } from '../hooks/texts';

/** How many tags of a facet are shown; others can be typed. */
const TERMS_PER_FACET = 5;

/** The tags of the results with counts; a click adds a filter to the query. */
export function FacetColumn({
  facets,
  query,
  onToggle,
}: {
  readonly facets: QueryAnswer['facets'];
  /** As typed; tags that it filters by are pressed. */
  readonly query: string;
  readonly onToggle: (tag: TagLabel) => void;
}) {
  return (
    <aside className="facets" aria-label={t('popup_narrowByTag')}>
      {facets.map(({ facet, terms }) => (
        <div key={facet} className="facet" role="group" aria-label={t(FACET_TEXTS[facet])}>
          <h2 className="section-title">{t(FACET_TEXTS[facet])}</h2>
          <ul>
            {terms.slice(0, TERMS_PER_FACET).map(({ tag, count }) => (
              <li key={tag.id}>
                <button
                  type="button"
                  className="facet-term"
                  aria-pressed={asksForTag(query, tag.id)}
                  title={tag.definition}
                  onClick={() => onToggle(tag)}
                >
                  <span className="clip">{tag.label}</span>{' '}
                  <span className="facet-count">{formatCount(count)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </aside>
  );
}
