import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { formatCount } from '@/lib/domain/describe';
import { t } from '../hooks/texts';
import { Icon } from '../shared/Icon';
import { IconButton } from '../shared/IconButton';

/** The search field: a combobox whose list is controlled with the arrow keys while typing. */
export function SearchField({
  query,
  count,
  listId,
  isExpanded,
  activeId,
  onQuery,
  onKeyDown,
}: {
  readonly query: string;
  /** Number of papers in the catalogue; undefined if there is none. */
  readonly count: number | undefined;
  readonly listId: string;
  readonly isExpanded: boolean;
  /** Element id of the active option, if there is one. */
  readonly activeId: string | undefined;
  readonly onQuery: (query: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  // In the first frame: later, the field would be laid out and painted again for its focus.
  useLayoutEffect(() => {
    const input = field.current;
    // The opening script may have drawn the field, and the user typed into it before this was loaded.
    if (input && input.value !== query) onQuery(input.value);
    // And have gone on to a button of what was drawn.
    if (!input || (document.activeElement ?? document.body) !== document.body) return;
    // The last query is selected, so that typing replaces it.
    input.focus();
    input.select();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the field is there
  }, []);
  return (
    <div className="search-field">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        role="combobox"
        className="search-input"
        aria-label={t('popup_searchField')}
        aria-expanded={isExpanded}
        aria-controls={isExpanded ? listId : undefined}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck="false"
        placeholder={count === undefined ? t('popup_search') : t('popup_searchPapers', formatCount(count))}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {query ? (
        <IconButton
          icon="close"
          label={t('popup_clearTheSearch')}
          onClick={() => {
            onQuery('');
            field.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}
