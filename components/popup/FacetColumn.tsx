import { FACET_LABELS } from '@/lib/domain/describe';
import type { TagDefinition } from '@/lib/domain/paper';
import type { SearchAnswer } from '@/lib/services/search';

/** Terms shown per facet; the rest is reached by typing. */
const TERMS_PER_FACET = 5;

/** What the hits are about, with counts; a click narrows the search by a filter in the query itself. */
export function FacetColumn({
  facets,
  onToggle,
}: {
  readonly facets: SearchAnswer['facets'];
  readonly onToggle: (tag: TagDefinition) => void;
}) {
  return (
    <aside className="facets" aria-label="Narrow by tag">
      {facets.map(({ facet, terms }) => (
        <div key={facet} className="facet" role="group" aria-label={FACET_LABELS[facet]}>
          <h2 className="section-title">{FACET_LABELS[facet]}</h2>
          <ul>
            {terms.slice(0, TERMS_PER_FACET).map(({ tag, count, isChosen }) => (
              <li key={tag.id}>
                <button
                  type="button"
                  className="facet-term"
                  aria-pressed={isChosen}
                  title={tag.definition}
                  onClick={() => onToggle(tag)}
                >
                  <span className="clip">{tag.label}</span> <span className="facet-count">{count}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </aside>
  );
}
