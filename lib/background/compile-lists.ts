/**
 * Compiles the user's own lists after changes, so that a search only has to open the compiled form. If the service
 * worker is stopped in between, the earlier compiled form stays; it is never the only copy of a paper.
 */
import { joinParts, type CompiledPart, type CompileOptions } from '@/lib/domain/library/own-index';
import { OWN_LISTS, type OwnList } from '@/lib/domain/library/own-list-names';
import type { ListedPaper } from '@/lib/domain/library/own-pack';
import { bySaved, ROWS_FORM, rowOfSaved, writeRows, type SavedRow } from '@/lib/domain/library/saved-row';
import { runTask } from '@/lib/shared/failures';
import { openStore, readRelatedModel } from '@/lib/extension/store';
import { watchLibrary } from '@/lib/shared/library/revision';
import { touchesOf, touchKey, workWithLibrary, type LibraryDatabase } from '@/lib/extension/library/database';
import {
  compileListed,
  forgetList,
  readBase,
  readPapers,
  STORE_OF,
  type OwnListOptions,
} from '@/lib/extension/library/own-lists';
import { openRows } from '@/lib/extension/library/saved-rows';

type Tools = Pick<OwnListOptions, 'taxonomy' | 'readModel'>;

/** Up to this many new papers are compiled by the search itself, in one or two tenths of a second. */
const FEW = 150;
/** Papers that are compiled before the result is stored: at most these are lost when the worker is stopped. */
const BATCH = 2000;
/** Share of a list that may be new before it is merged whole, which takes time in proportion to its length. */
const SHARE = 1 / 40;

async function readChanges(database: LibraryDatabase, list: OwnList) {
  const transaction = database.transaction([STORE_OF[list], 'touched']);
  const touched = transaction.objectStore('touched');
  const [ids, keys, marks] = await Promise.all([
    transaction.objectStore(STORE_OF[list]).getAllKeys(),
    touched.getAllKeys(touchesOf(list)),
    touched.getAll(touchesOf(list)),
  ]);
  const changed = keys.map((key, at) => [key.slice(list.length + 1), marks[at] ?? 0] as const);
  return { ids: new Set(ids), changed: new Map(changed) };
}

/** Stores a compiled list, and removes the changes that it includes from the list of pending ones. */
async function keep(
  database: LibraryDatabase,
  list: OwnList,
  { part, rows }: { readonly part: CompiledPart; readonly rows: readonly SavedRow[] | undefined },
  included: readonly (readonly [id: string, mark: number])[],
): Promise<void> {
  const transaction = database.transaction(['compiled', 'touched', 'rows'], 'readwrite');
  const touched = transaction.objectStore('touched');
  const { ids, index, vectors, model } = part;
  const stamp = Date.now() + Math.random();
  await transaction.objectStore('compiled').put({ list, stamp, ids: ids.join(' '), index, vectors, model });
  if (rows) {
    const columns = writeRows(rows);
    await transaction.objectStore('rows').put({ list, stamp, form: ROWS_FORM, columns });
  }
  for (const [id, mark] of included) {
    const key = touchKey(list, id);
    if ((await touched.get(key)) === mark) await touched.delete(key);
  }
  await transaction.done;
}

/**
 * The rows of a compiled list; empty for a list without a page of its own, undefined if they must be made
 * again.
 */
async function readKeptRows(
  database: LibraryDatabase,
  list: OwnList,
  stamp: number | undefined,
): Promise<readonly SavedRow[] | undefined> {
  return list === 'saved' ? openRows(await database.get('rows', list), stamp)?.rows : [];
}

/** Rows in the initial order of their page. */
const joinRows = (
  kept: readonly SavedRow[],
  without: ReadonlySet<string>,
  papers: readonly ListedPaper[],
): readonly SavedRow[] =>
  [
    ...kept.filter(({ id }) => !without.has(id)),
    ...papers.flatMap(({ saved }) => (saved ? [rowOfSaved(saved)] : [])),
  ].toSorted(bySaved);

/** Compiles a batch of a list's new papers. Returns whether more remain. */
async function tendBatch(
  database: LibraryDatabase,
  list: OwnList,
  options: CompileOptions,
): Promise<boolean> {
  const { ids, changed } = await readChanges(database, list);
  const stored = await readBase(database, list, options.taxonomy);
  const kept = await readKeptRows(database, list, stored?.stamp);
  // Vectors of different trainings cannot be compared, and an index of the first format cannot be merged.
  const isCurrent = stored?.part.model === (options.model?.version ?? 0) && stored.part.opened.hasNameCodes;
  const base = kept && isCurrent ? stored.part : undefined;
  const compiled = new Set(base?.ids);
  const fresh = [...ids].filter((id) => changed.has(id) || !compiled.has(id));
  const left = [...compiled].filter((id) => !ids.has(id));
  // Deleted papers must not leave words in the compiled list.
  const isKept = stored === undefined || base !== undefined;
  if (isKept && left.length === 0 && fresh.length <= Math.max(FEW, ids.size * SHARE)) return false;
  const batch = new Set(fresh.slice(0, BATCH));
  const papers = await readPapers(database, list, [...batch]);
  const part = await compileListed(papers, options);
  const without = new Set([...left, ...batch]);
  const parts = [...(base ? [{ part: base, without }] : []), ...(part ? [{ part }] : [])];
  await keep(
    database,
    list,
    {
      part: joinParts(parts),
      rows: list === 'saved' ? joinRows(base ? (kept ?? []) : [], without, papers) : undefined,
    },
    [...changed].filter(([id]) => batch.has(id) || !ids.has(id)),
  );
  forgetList(list);
  return fresh.length > batch.size;
}

async function tend(list: OwnList, { taxonomy, readModel }: Tools): Promise<void> {
  const options = { taxonomy, model: await readModel() };
  let isMore = true;
  while (isMore) {
    const outcome = await workWithLibrary((database) => tendBatch(database, list, options));
    isMore = outcome.ok && outcome.value;
  }
}

/**
 * Changes come in bursts, so compiling waits for this many milliseconds; Chromium stops an idle worker after 30 s.
 */
const CALM = 3000;

let timer: ReturnType<typeof setTimeout> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Compiles the lists if that is worth its time, one after another. What fails is tried again at the next
 * change.
 */
export function compileListsNow(options: Tools): Promise<void> {
  const work = last.then(async () => {
    for (const list of OWN_LISTS) await tend(list, options);
  });
  // The caller gets the failure; the next compilation runs regardless.
  last = work.catch(() => undefined);
  return work;
}

/** Compiles the lists soon. */
export function compileOwnLists(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    runTask(
      'my papers',
      openStore().then((outcome) => {
        if (outcome.ok)
          return compileListsNow({ taxonomy: outcome.taxonomy.tags, readModel: readRelatedModel });
        return undefined;
      }),
    );
  }, CALM);
}

/** Compiles the lists soon after each change of my papers, in whatever context. */
export function compileAfterChanges(): void {
  // For as long as the background lives.
  watchLibrary(compileOwnLists, { signal: new AbortController().signal });
}
