import { isFiltering, NO_FILTER } from '@/lib/domain/entry/filter';
import { countWords, isNothingLeft, isOffered, SWITCHES } from '../hooks/list-texts';
import { t } from '../hooks/texts';
import type { ListTools } from '../hooks/use-list-tools';

/** The list in the user's tab: how many entries are shown, and the filters of its toolbar. */
export function ListInTab({ report, setFilter }: ListTools) {
  const { filter, counts, tags } = report;
  const isFiltered = isFiltering(filter);
  return (
    <section className="current" aria-label={t('popup_listInThisTab')}>
      <h2 className="section-title">{t('popup_listInThisTab')}</h2>
      <p className="list-count" role="status">
        {countWords(report)}
        {isNothingLeft(report) ? ` · ${t('tools_nothing')}` : null}
      </p>
      <div className="list-switches" role="group" aria-label={t('popup_filterTheList')}>
        {SWITCHES.filter(([name]) => isOffered(report, name)).map(([name, label]) => (
          <button
            key={name}
            type="button"
            className="tag"
            aria-pressed={filter[name]}
            disabled={counts[name] === 0 && !filter[name]}
            onClick={() => setFilter({ ...filter, [name]: !filter[name] })}
          >
            {t(label)} <span className="facet-count">{counts[name]}</span>
          </button>
        ))}
        <select
          className="list-tag"
          aria-label={t('tools_tag')}
          value={filter.tag ?? ''}
          disabled={tags.length === 0 && filter.tag === undefined}
          onChange={({ target }) => setFilter({ ...filter, tag: target.value || undefined })}
        >
          <option value="">{t('tools_anyTag')}</option>
          {filter.tag === undefined || tags.some(({ id }) => id === filter.tag) ? null : (
            <option value={filter.tag}>{filter.tag}</option>
          )}
          {tags.map(({ id, label, count: times }) => (
            <option key={id} value={id}>
              {t('tools_tagCount', label, times)}
            </option>
          ))}
        </select>
        <button type="button" className="more" disabled={!isFiltered} onClick={() => setFilter(NO_FILTER)}>
          {t('tools_clear')}
        </button>
      </div>
    </section>
  );
}
