import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { dropLastWord } from '@/lib/domain/search/edit-query';
import type { SearchMessage } from '@/lib/domain/search/message';
import type { TagCount, TagLabel } from '@/lib/domain/store';
import type { Place } from '@/lib/extension/navigation';
import { searchWords } from '../hooks/search-words';
import { t, tCount, type TextKey } from '../hooks/texts';
import { placeOfClick } from '../shared/place-of-click';
import { SORT_ORDERS, type SortOrder } from '../hooks/use-search';
import { FAULT_TEXTS } from '../hooks/saved-texts';
import { toggleSaved } from '../hooks/use-marks';
import type { LibraryFault } from '@/lib/shared/library/outcome';
import type { SearchAnswer } from '@/lib/extension/search';
import { useAnnounce } from '../shared/Announcer';
import { EmptyState, Notice } from '../shared/Notice';
import { FacetColumn } from './FacetColumn';
import { HitList, optionId } from './HitList';
import type { PopupOption } from './popup-option';
import { PopupStart } from './PopupStart';
import { SearchField } from './SearchField';
import { SearchesElsewhere } from './SearchesElsewhere';

const SORT_LABELS: Readonly<Record<SortOrder, TextKey>> = {
  relevance: 'popup_byRelevance',
  date: 'popup_byDate',
  discussion: 'popup_byDiscussion',
};

/** The list's id, the same however it is drawn: a document has one popup. */
const LIST_ID = 'hits';

/** What the popup shows, and what to do when it is used. */
export interface PopupViewProps {
  readonly query: string;
  readonly sort: SortOrder;
  readonly options: readonly PopupOption[];
  /** Undefined if nothing was searched. */
  readonly answer: SearchAnswer | undefined;
  readonly recent: readonly string[];
  /** Tags for browsing. */
  readonly topics: readonly TagCount[];
  readonly catalogueCount: number | undefined;
  /** The tab's paper, or an error; shown before anything is typed. */
  readonly start: ReactNode;
  readonly onQuery: (query: string) => void;
  readonly onSort: (sort: SortOrder) => void;
  readonly onToggleTag: (tag: TagLabel) => void;
  /** Accepts a suggested filter. */
  readonly onSuggestion: (suggestion: string) => void;
  readonly onOpen: (option: PopupOption, place: Place) => void;
  /** Opens an address outside the extension. */
  readonly onLink: (address: string) => void;
  /** Shows a paper's annotation in the popup. */
  readonly onDetails: (option: PopupOption) => void;
}

/** The longest quoted part of a query, in UTF-16 code units; a whole abstract may have been pasted. */
const LONGEST_QUOTE = 80;

/** Messages that say all there is to say about a query that finds nothing. */
const FINAL: ReadonlySet<string | undefined> = new Set(['none-saved', 'no-paper']);

/** Suggestions if nothing was found: fewer words, or the search of sites with more papers. */
function NothingFound({
  query,
  message,
  onQuery,
  onLink,
}: {
  readonly query: string;
  /** The message about the query, if that says enough. */
  readonly message: SearchMessage | undefined;
  readonly onQuery: (query: string) => void;
  readonly onLink: (address: string) => void;
}) {
  if (message) {
    return (
      <EmptyState title={t('popup_nothingFound')} icon="search" level={2}>
        <p>{searchWords(message)}</p>
      </EmptyState>
    );
  }
  const shorter = dropLastWord(query);
  const quoted = query.length > LONGEST_QUOTE ? `${query.slice(0, LONGEST_QUOTE)}…` : query;
  return (
    <EmptyState title={t('popup_nothingFound')} icon="search" level={2}>
      <p>{t('popup_notHere', quoted)}</p>
      {shorter && shorter.length <= LONGEST_QUOTE ? (
        <button type="button" className="button" onClick={() => onQuery(shorter)}>
          {t('popup_searchShorter', shorter)}
        </button>
      ) : null}
      <SearchesElsewhere query={query} onLink={onLink} />
    </EmptyState>
  );
}

/** The popup: a search field with its results, and before a query the paper that the user is viewing. */
export function PopupView(props: PopupViewProps) {
  const { query, sort, options, answer, onQuery, onOpen } = props;
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<{ readonly query: string; readonly index: number }>();
  const searching = query.trim() !== '';
  const [fault, setFault] = useState<{ readonly query: string; readonly reason: LibraryFault }>();
  // The first result of a query is active; before a query nothing is, so that Enter opens nothing by
  // accident.
  const first = searching ? 0 : -1;
  const active = chosen?.query === query ? Math.min(chosen.index, options.length - 1) : first;
  const option = options[active];
  const facets = answer?.facets ?? [];
  const isFinal = FINAL.has(answer?.message?.kind);
  const found = answer && searching ? tCount('count_papers', Math.max(answer.total, options.length)) : '';
  useEffect(() => {
    if (found) announce(found);
  }, [announce, found]);

  const move = (index: number) =>
    setChosen({ query, index: Math.max(0, Math.min(options.length - 1, index)) });
  const save = (wanted: PopupOption) =>
    void toggleSaved(wanted.id).then((outcome) => {
      setFault(outcome.ok ? undefined : { query, reason: outcome.reason });
      announce(
        t(outcome.ok ? (outcome.isSaved ? 'save_saved' : 'save_removed') : FAULT_TEXTS[outcome.reason]),
      );
    });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter and arrows choose among an input method's candidates, as for Chinese.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else if (event.key === 'PageDown') move(active + 5);
    else if (event.key === 'PageUp') move(active - 5);
    else if (event.code === 'KeyS' && event.altKey && option) save(option);
    else if (event.key === 'Enter' && option && event.altKey) props.onDetails(option);
    else if (event.key === 'Enter' && option) onOpen(option, placeOfClick(event));
    else if (event.key === 'Escape' && query) onQuery('');
    else return;
    event.preventDefault();
  };

  const listOf = (label: string, marked: string) => (
    <HitList
      id={LIST_ID}
      label={label}
      query={marked}
      options={options}
      active={active}
      onOpen={onOpen}
      onSave={save}
      onSearch={onQuery}
      onActive={move}
    />
  );

  return (
    <main className="search">
      <h1 className="visually-hidden">{t('popup_searchField')}</h1>
      <SearchField
        query={query}
        count={props.catalogueCount}
        listId={LIST_ID}
        isExpanded={options.length > 0}
        activeId={option ? optionId(option.id) : undefined}
        onQuery={onQuery}
        onKeyDown={onKeyDown}
      />
      {fault?.query === query ? <Notice tone="lamp">{t(FAULT_TEXTS[fault.reason])}</Notice> : null}
      {answer?.message && searching && !isFinal ? (
        <Notice tone="lamp" icon="info">
          {searchWords(answer.message)}
          <span className="suggestions">
            {answer.message.suggestions.map((suggestion) => (
              <button
                key={suggestion}
                type="button"
                className="tag"
                onClick={() => props.onSuggestion(suggestion)}
              >
                {suggestion}
              </button>
            ))}
          </span>
        </Notice>
      ) : null}
      {!searching ? (
        <PopupStart
          current={props.start}
          recent={props.recent}
          topics={props.topics}
          newest={options.length === 0 ? null : listOf(t('popup_newestPapers'), '')}
          onQuery={onQuery}
        />
      ) : options.length === 0 && answer?.typed === query.trim() ? (
        <NothingFound
          query={query}
          message={isFinal ? answer.message : undefined}
          onQuery={onQuery}
          onLink={props.onLink}
        />
      ) : (
        <div className={facets.length > 0 ? 'found' : 'found found-bare'}>
          {facets.length > 0 ? (
            <FacetColumn facets={facets} query={query} onToggle={props.onToggleTag} />
          ) : null}
          <div className="found-list">
            <div className="found-head">
              <span>{answer ? found : t('popup_searching')}</span>
              <label className="sort">
                {t('popup_sortBy')}{' '}
                <select value={sort} onChange={(event) => chooseSort(event.target.value, props.onSort)}>
                  {SORT_ORDERS.map((order) => (
                    <option key={order} value={order}>
                      {t(SORT_LABELS[order])}
                    </option>
                  ))}
                </select>
              </label>
            </div>
            {listOf(t('popup_foundPapers'), query)}
          </div>
        </div>
      )}
    </main>
  );
}

function chooseSort(value: string, onSort: (sort: SortOrder) => void): void {
  const order = SORT_ORDERS.find((known) => known === value);
  if (order) onSort(order);
}
