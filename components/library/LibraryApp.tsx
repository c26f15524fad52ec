import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OwnList } from '@/lib/domain/library/own-list-names';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition } from '@/lib/domain/paper';
import { FAULT_TEXTS } from '../hooks/saved-texts';
import { useStore } from '../hooks/use-store';
import { t, tCount, type TextKey } from '../hooks/texts';
import { chosenOf, useLibrary, useLibrarySearch, type Library } from '../hooks/use-library';
import { comparedHere } from '../hooks/open-extension-pages';
import { useCompared } from '../hooks/use-compared';
import { useKey } from '../hooks/use-key';
import { useSettings } from '../hooks/use-settings';
import { useTheme } from '../hooks/use-theme';
import { Announcer, useAnnounce } from '../shared/Announcer';
import { Mark } from '../shared/Icon';
import { EmptyState, Notice } from '../shared/Notice';
import { CompareView } from './CompareView';
import { LibraryActions } from './LibraryActions';
import { LibraryFacets } from './LibraryFacets';
import { LibraryFile } from './LibraryFile';
import { LibraryTable } from './LibraryTable';
import { MetView } from './MetView';
import { createFinder, listHits, listRows } from './listed-rows';
import { SORTS, type LibrarySort } from './sort-papers';
import { TagLabels } from './tag-labels';

const NO_TAGS: readonly TagDefinition[] = [];

function SortChoice({
  sort,
  onSort,
}: {
  readonly sort: LibrarySort;
  readonly onSort: (sort: LibrarySort) => void;
}) {
  return (
    <label className="sort">
      {t('library_sortBy')}{' '}
      <select
        value={sort}
        onChange={({ target }) => {
          const chosen = SORTS.find(([name]) => name === target.value)?.[0];
          if (chosen) onSort(chosen);
        }}
      >
        {SORTS.map(([name, label]) => (
          <option key={name} value={name}>
            {t(label)}
          </option>
        ))}
      </select>
    </label>
  );
}

function LibraryBody({
  library,
  tags,
  onCompare,
}: {
  readonly library: Library;
  readonly tags: readonly TagDefinition[];
  readonly onCompare: (ids: readonly PaperId[]) => void;
}) {
  const announce = useAnnounce();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [isNear, setNear] = useState(false);
  const [sort, setSort] = useState<LibrarySort>('best');
  const [selected, setSelected] = useState<ReadonlySet<PaperId>>(new Set());
  const { rows } = library;
  const hits = useLibrarySearch(library, tags, { query, isNear });
  const find = useMemo(() => createFinder(rows), [rows]);
  const shown = useMemo(
    () => (hits ? listHits(hits, find, sort) : listRows(rows, sort)),
    [rows, find, hits, sort],
  );
  const toggleSelected = useCallback(
    (id: PaperId) =>
      setSelected((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const chosen = useMemo(() => chosenOf(rows, selected), [rows, selected]);
  const count = hits ? tCount('count_papers', shown.length) : tCount('count_papers', library.total);
  useEffect(() => announce(count), [announce, count]);
  useKey('/', () => field.current?.focus());
  return (
    <>
      <div className="library-tools">
        <input
          ref={field}
          type="search"
          className="library-search"
          aria-label={t('library_search')}
          aria-keyshortcuts="/"
          placeholder={t('library_searchHint')}
          value={query}
          onFocus={() => setNear(true)}
          onChange={({ target }) => setQuery(target.value)}
        />
        <SortChoice sort={sort} onSort={setSort} />
        <LibraryFile papers={rows} isWhole={library.isWhole} />
      </div>
      {library.unreadable > 0 ? (
        <Notice tone="lamp">{tCount('library_unreadable', library.unreadable)}</Notice>
      ) : null}
      {hits?.message ? (
        <Notice tone="lamp" icon="info">
          {hits.message}
        </Notice>
      ) : null}
      {library.total === 0 ? (
        <EmptyState title={t('library_empty')} icon="star" level={2}>
          <p>{t('library_emptyHint')}</p>
        </EmptyState>
      ) : (
        <div className="library-columns">
          <LibraryFacets rows={rows} query={query} onQuery={setQuery} />
          <div className="library-list">
            <LibraryActions
              count={count}
              ids={chosen}
              isAll={
                shown.length > 0 &&
                selected.size >= shown.length &&
                shown.all().every(({ id }) => selected.has(id))
              }
              onAll={(isAll) => setSelected(isAll ? new Set(shown.all().map(({ id }) => id)) : new Set())}
              onCompare={() => onCompare(chosen)}
            />
            {shown.length === 0 ? (
              <EmptyState title={t('popup_nothingFound')} icon="search" level={2}>
                <button type="button" className="button" onClick={() => setQuery('')}>
                  {t('tools_clear')}
                </button>
              </EmptyState>
            ) : (
              <LibraryTable papers={shown} selected={selected} onSelect={toggleSelected} />
            )}
          </div>
        </div>
      )}
    </>
  );
}

const VIEWS = [
  ['saved', 'title_library'],
  ['met', 'title_met'],
] as const satisfies readonly (readonly [OwnList, TextKey])[];

/** Shows which list is open, and switches to the other. */
function Views({ view, onView }: { readonly view: OwnList; readonly onView: (view: OwnList) => void }) {
  return (
    <nav className="library-views" aria-label={t('library_lists')}>
      {VIEWS.map(([name, label]) => (
        <button
          key={name}
          type="button"
          className="button"
          aria-current={name === view ? 'page' : undefined}
          onClick={() => onView(name)}
        >
          {t(label)}
        </button>
      ))}
    </nav>
  );
}

function LibraryPage() {
  const library = useLibrary();
  const [view, setView] = useState<OwnList>(location.hash === '#met' ? 'met' : 'saved');
  const outcome = useStore();
  const { stored } = useSettings();
  useTheme(stored?.settings.theme);
  const tags = outcome?.ok ? outcome.taxonomy.tags : NO_TAGS;
  const labelOf = useMemo(() => {
    const labels = new Map(tags.map(({ id, label }) => [id, label]));
    return (tag: string): string => labels.get(tag) ?? tag;
  }, [tags]);
  const [comparedIds, setComparedIds] = useState(comparedHere);
  const compared = useCompared(comparedIds, library, outcome);
  const isComparing = comparedIds.length > 0;
  return (
    <main className="library">
      <h1 className="library-title">
        <Mark />
        {t(view === 'met' ? 'title_met' : 'title_library')}
      </h1>
      <Views
        view={view}
        onView={(next) => {
          location.hash = next;
          setComparedIds([]);
          setView(next);
        }}
      />
      {view === 'met' && !isComparing ? <MetView /> : null}
      {view === 'saved' && library?.fault ? (
        <Notice tone="danger">{t(FAULT_TEXTS[library.fault])}</Notice>
      ) : null}
      <TagLabels value={labelOf}>
        {isComparing && compared ? <CompareView papers={compared} onBack={() => setComparedIds([])} /> : null}
        {view === 'saved' && !isComparing && library && !library.fault ? (
          <LibraryBody library={library} tags={tags} onCompare={setComparedIds} />
        ) : null}
      </TagLabels>
    </main>
  );
}

/** The page of my papers, in its own tab. */
export function LibraryApp() {
  return (
    <Announcer>
      <LibraryPage />
    </Announcer>
  );
}
