import { useEffect, useMemo, useRef, useState } from 'react';
import type { OwnList } from '@/lib/domain/library/own-pack';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { SavedPaper } from '@/lib/domain/library/saved-paper';
import type { TagDefinition } from '@/lib/domain/paper';
import { FAULT_TEXTS } from '../hooks/keep-words';
import { readSavedByIds } from '../hooks/library-actions';
import { useStore } from '../hooks/papers-context';
import { t, tCount, type TextKey } from '../hooks/texts';
import { chosenOf, useLibrary, useLibrarySearch, type Library } from '../hooks/use-library';
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
import { SORTS, sortPapers, type LibrarySort } from './sort-papers';

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
}: {
  readonly library: Library;
  readonly tags: readonly TagDefinition[];
}) {
  const announce = useAnnounce();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<LibrarySort>('best');
  const [selected, setSelected] = useState<ReadonlySet<PaperId>>(new Set());
  const [compared, setCompared] = useState<readonly SavedPaper[]>();
  const { rows } = library;
  const hits = useLibrarySearch(library, tags, query);
  const labelOf = useMemo(() => {
    const labels = new Map(tags.map(({ id, label }) => [id, label]));
    return (tag: string): string => labels.get(tag) ?? tag;
  }, [tags]);
  const isSearched = hits !== undefined;
  const byId = useMemo(
    () => new Map(isSearched ? rows.map((row) => [String(row.id), row]) : []),
    [rows, isSearched],
  );
  const shown = useMemo(() => {
    if (!hits) return sortPapers(rows, sort === 'best' ? 'saved' : sort);
    return sortPapers(
      hits.ids.flatMap((id) => byId.get(id) ?? []),
      sort,
    );
  }, [rows, byId, hits, sort]);
  const chosen = useMemo(() => chosenOf(rows, selected), [rows, selected]);
  const compare = async (): Promise<void> => {
    const papers = await readSavedByIds(chosen);
    if (papers.ok) setCompared(papers.value);
    else announce(t(FAULT_TEXTS[papers.reason]));
  };
  const count = hits ? tCount('count_papers', shown.length) : tCount('count_papers', library.total);
  useEffect(() => announce(count), [announce, count]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key !== '/' ||
        (event.target instanceof Element && event.target.closest('input, textarea, select'))
      )
        return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  if (compared)
    return <CompareView papers={compared} labelOf={labelOf} onBack={() => setCompared(undefined)} />;
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
          onChange={({ target }) => setQuery(target.value)}
        />
        <SortChoice sort={sort} onSort={setSort} />
        <LibraryFile papers={rows} isWhole={library.isWhole} labelOf={labelOf} />
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
          <LibraryFacets rows={rows} query={query} labelOf={labelOf} onQuery={setQuery} />
          <div className="library-list">
            <LibraryActions
              count={count}
              ids={chosen}
              isAll={shown.length > 0 && shown.every(({ id }) => selected.has(id))}
              labelOf={labelOf}
              onAll={(isAll) => setSelected(isAll ? new Set(shown.map(({ id }) => id)) : new Set())}
              onCompare={() => void compare()}
            />
            <LibraryTable
              papers={shown}
              selected={selected}
              onSelect={(id) => {
                const next = new Set(selected);
                if (!next.delete(id)) next.add(id);
                setSelected(next);
              }}
            />
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

/** Which list is shown, and the way to the other. */
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
          setView(next);
        }}
      />
      {view === 'met' ? <MetView /> : null}
      {view === 'saved' && library?.fault ? (
        <Notice tone="danger">{t(FAULT_TEXTS[library.fault])}</Notice>
      ) : null}
      {view === 'saved' && library && !library.fault ? <LibraryBody library={library} tags={tags} /> : null}
    </main>
  );
}

/** The page of my papers: a tab of its own. */
export function LibraryApp() {
  return (
    <Announcer>
      <LibraryPage />
    </Announcer>
  );
}
