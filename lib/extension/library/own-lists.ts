/**
 * The user's own lists as packs: saved papers and papers met, compiled, with later changes applied. For the
 * background and full pages of the extension, like everything that opens the database.
 */
import {
  compilePart,
  joinParts,
  openPart,
  type CompileOptions,
  type OpenPart,
} from '@/lib/domain/library/own-index';
import { OWN_LISTS, type OwnList } from '@/lib/domain/library/own-list-names';
import { openOwnPack, readListed, type CurrentParts, type ListedPaper } from '@/lib/domain/library/own-pack';
import type { TagDefinition } from '@/lib/domain/paper';
import type { RelatedModel } from '@/lib/domain/related/model';
import type { SearchIndex } from '@/lib/domain/search';
import type { Pack } from '@/lib/domain/store';
import { stampOf, touchesOf, workWithLibrary, type LibraryDatabase } from './database';
import { watchLibrary } from '@/lib/shared/library/revision';

/** The store with the records of each list. */
export const STORE_OF = { saved: 'papers', met: 'met' } as const satisfies Readonly<Record<OwnList, string>>;

/** How many papers are compiled without a pause, at about a millisecond each. */
const SLICE = 100;
/**
 * How many papers are compiled on demand. If there are more, as after an import, the background compiles the
 * list first; until then the others are only found on the page of my papers.
 */
const MOST_FRESH = 500;

/** Keys that show whether anything changed, read without opening a record. */
interface Keys {
  readonly ids: ReadonlySet<string>;
  readonly touched: ReadonlySet<string>;
  /** The stamp of the compiled list; undefined if there is none. */
  readonly stamp: number | undefined;
}

const NO_KEYS: Keys = { ids: new Set(), touched: new Set(), stamp: undefined };

async function readKeys(database: LibraryDatabase, list: OwnList): Promise<Keys> {
  const transaction = database.transaction([STORE_OF[list], 'touched', 'compiled']);
  const [ids, touched] = await Promise.all([
    transaction.objectStore(STORE_OF[list]).getAllKeys(),
    transaction.objectStore('touched').getAllKeys(touchesOf(list)),
  ]);
  const stamp = await stampOf(transaction.objectStore('compiled').index('stamp'), list);
  return { ids: new Set(ids), touched: new Set(touched.map((key) => key.slice(list.length + 1))), stamp };
}

/** A list's papers with these ids; unreadable ones are left out. */
export async function readPapers(
  database: LibraryDatabase,
  list: OwnList,
  ids: readonly string[],
): Promise<readonly ListedPaper[]> {
  const transaction = database.transaction([STORE_OF[list], 'terms']);
  const [records, terms] = await Promise.all([
    Promise.all(ids.map((id) => transaction.objectStore(STORE_OF[list]).get(id))),
    list === 'saved' ? Promise.all(ids.map((id) => transaction.objectStore('terms').get(id))) : [],
  ]);
  return records.flatMap((record, at) => readListed(list, record, terms[at]) ?? []);
}

/** The stored compiled list, opened; undefined if there is none that can be read. */
export async function readBase(
  database: LibraryDatabase,
  list: OwnList,
  taxonomy: readonly TagDefinition[],
): Promise<{ readonly part: OpenPart; readonly stamp: number } | undefined> {
  const stored = await database.get('compiled', list);
  const part = stored && openPart({ ...stored, ids: stored.ids.split(' ').filter(Boolean) }, taxonomy);
  return part && stored && { part, stamp: stored.stamp };
}

/** The index of a compiled list; undefined if there is none that can be read. */
export async function openCompiled(
  list: OwnList,
  taxonomy: readonly TagDefinition[],
): Promise<SearchIndex | undefined> {
  const read = await workWithLibrary((database) => readBase(database, list, taxonomy));
  return read.ok ? read.value?.part.opened : undefined;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Compiles papers, with pauses; undefined if there are none. */
export async function compileListed(
  papers: readonly ListedPaper[],
  options: CompileOptions,
): Promise<OpenPart | undefined> {
  const parts: OpenPart[] = [];
  for (let at = 0; at < papers.length; at += SLICE) {
    if (at > 0) await pause();
    const part = openPart(compilePart(papers.slice(at, at + SLICE), options), options.taxonomy);
    if (part) parts.push(part);
  }
  if (parts.length < 2) return parts[0];
  return openPart(joinParts(parts.map((part) => ({ part }))), options.taxonomy);
}

/**
 * An index of a list's papers that are not compiled yet, with the terms of their abstracts. Undefined if there
 * are none, or more than can be compiled on demand.
 */
export async function openFresh(
  list: OwnList,
  ids: readonly string[],
  taxonomy: readonly TagDefinition[],
): Promise<SearchIndex | undefined> {
  if (ids.length === 0 || ids.length > MOST_FRESH) return undefined;
  const papers = await workWithLibrary((database) => readPapers(database, list, ids));
  const part = papers.ok ? await compileListed(papers.value, { taxonomy }) : undefined;
  return part?.opened;
}

/** What is needed to open the lists in this context. */
export interface OwnListOptions {
  readonly taxonomy: readonly TagDefinition[];
  /** How rare a tag is in the literature, in nats. */
  readonly rarityOfTag: (id: string) => number;
  readonly readModel: () => Promise<RelatedModel | undefined>;
  /** Called when a list should be compiled. */
  readonly wantCompiled: () => void;
}

const NONE: ReadonlySet<string> = new Set();

interface LiveList {
  readonly pack: Pack;
  readonly forget: () => void;
}

function openList(
  list: OwnList,
  { taxonomy, rarityOfTag, readModel, wantCompiled }: OwnListOptions,
): LiveList {
  const tags = new Map(taxonomy.map((tag) => [tag.id, tag]));
  let keys: Promise<Keys> | undefined;
  let parts: Promise<CurrentParts> | undefined;
  let base: { readonly part: OpenPart; readonly stamp: number } | undefined;

  const askKeys = (): Promise<Keys> =>
    (keys ??= workWithLibrary((database) => readKeys(database, list)).then((outcome) =>
      outcome.ok ? outcome.value : NO_KEYS,
    ));
  const readParts = async (): Promise<CurrentParts> => {
    const { ids, touched, stamp } = await askKeys();
    if (ids.size === 0) return {};
    if (stamp !== base?.stamp) {
      const read = await workWithLibrary((database) => readBase(database, list, taxonomy));
      base = read.ok ? read.value : undefined;
    }
    const compiled = new Set(base?.part.ids);
    const fresh = [...ids].filter((id) => touched.has(id) || !compiled.has(id));
    const gone = [...compiled].filter((id) => touched.has(id) || !ids.has(id));
    if (fresh.length > MOST_FRESH) wantCompiled();
    const papers = await workWithLibrary((database) => readPapers(database, list, fresh.slice(-MOST_FRESH)));
    const part = await compileListed(papers.ok ? papers.value : [], { taxonomy, model: await readModel() });
    return {
      fresh: part && { part, without: NONE },
      base: base && { part: base.part, without: new Set(gone) },
    };
  };
  return {
    pack: openOwnPack({
      name: list,
      provenance: list === 'saved' ? 'page' : 'met',
      parts: () => (parts ??= readParts()),
      ids: async () => (await askKeys()).ids,
      read: async (id) => {
        const found = await workWithLibrary((database) => readPapers(database, list, [id]));
        return found.ok ? found.value[0] : undefined;
      },
      findTag: (id) => tags.get(id),
      rarityOfTag,
      readModel,
    }),
    forget: () => {
      keys = undefined;
      parts = undefined;
    },
  };
}

const open = new Map<OwnList, LiveList>();

/** Makes a list reload when it is used next, because its records changed. */
export function forgetList(list: OwnList): void {
  open.get(list)?.forget();
}

/** A list as a pack, if this context has opened the store. */
export const packOfList = (list: OwnList): Pack | undefined => open.get(list)?.pack;

let watching = new AbortController();

/** Opens the user's own lists as packs. They follow all announced changes of my papers. */
export function openOwnLists(options: OwnListOptions): readonly Pack[] {
  watching.abort();
  watching = new AbortController();
  watchLibrary(() => OWN_LISTS.forEach(forgetList), { signal: watching.signal });
  return OWN_LISTS.map((list) => {
    const live = openList(list, options);
    open.set(list, live);
    return live.pack;
  });
}

/** Releases the lists; opening the store opens them again. */
export function closeOwnLists(): void {
  watching.abort();
  open.clear();
}
