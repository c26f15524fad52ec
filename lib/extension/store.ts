/** The store of papers over all packs, opened once in each context from the extension's own files. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { parseCatalogue, type Catalogue, type Taxonomy } from '@/lib/domain/catalogue';
import type { RelatedModel } from '@/lib/domain/related/model';
import { openWordVectors, WORDS_FILE } from '@/lib/domain/related/word-vectors';
import type { SavedMarks } from '@/lib/domain/provenance';
import type { PageOf, PaperStore, RelatedRow, RelatedSubject, StoreFacts } from '@/lib/domain/store';
import { openCataloguePack } from '@/lib/domain/store/catalogue-pack';
import { mergePacks } from '@/lib/domain/store/merged';
import { askForSavedMarks } from './library/ask';
import { askOwnLists } from './library/own-in-frame';
import { closeOwnLists, openOwnLists } from './library/own-lists';
import { runTask } from '@/lib/shared/failures';
import { askOwn } from '@/lib/messages';
import { OWN } from '@/lib/messages/own-lists';
import { readOwnBytes, readOwnText } from './own-files';
import { openAddedPacks, watchAddedPacks } from './packs/added';
import { hasAddedPacks } from './packs/has-added';
import { askBackgroundToo, isInFrame } from './packs/in-frame';
import { openShippedPacks, readPackList } from './packs/shipped';

/** The store with the facts that all callers need first. */
export interface OpenStore {
  readonly store: PaperStore;
  readonly facts: StoreFacts;
  /** The tags by which papers are described, including those read from a page. */
  readonly taxonomy: Taxonomy;
}

/** `missing`: the file does not exist; `damaged`: it cannot be read. Both mean a broken installation. */
export type StoreOutcome =
  ({ readonly ok: true } & OpenStore) | { readonly ok: false; readonly reason: 'missing' | 'damaged' };

/** The rarity of tags in nats, among the catalogue's papers, which cover all subjects. */
function tagRarities(catalogue: Catalogue): (id: string) => number {
  let counts: Map<string, number> | undefined;
  return (id) => {
    if (counts === undefined) {
      counts = new Map();
      for (const { tags } of catalogue.all())
        for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    return Math.log((catalogue.ids.length + 1) / ((counts.get(id) ?? 0) + 0.5));
  };
}

/** A listing's papers are in few shards, since they were submitted in the same days. */
const FEW_SHARDS = 6;
let shardsKept: number | undefined;
let readsParts = false;

let modelRead: Promise<RelatedModel | undefined> | undefined;

/**
 * The word vectors, loaded when related papers are first requested; without them only words and tags are
 * compared.
 */
export const readRelatedModel = (): Promise<RelatedModel | undefined> =>
  (modelRead ??= readOwnBytes(WORDS_FILE).then((bytes) => bytes && openWordVectors(bytes)));

/** By default, saved papers are requested from the background; the background itself replaces this function. */
let listSaved: () => Promise<SavedMarks> = askForSavedMarks;

/** Makes searches read saved papers from the library directly; for the background, which others ask. */
export function readSavedHere(list: () => Promise<SavedMarks>): void {
  listSaved = list;
}

/** Makes the background compile long lists. */
let wantCompiled = (): void => runTask('my papers', askOwn(OWN, 'tend'));

/** Makes this context compile the user's lists; for the background. */
export function compileListsHere(compile: () => void): void {
  wantCompiled = compile;
}

let opening: Promise<StoreOutcome> | undefined;

async function open(): Promise<StoreOutcome> {
  // In parallel with loading the files.
  const someAdded = hasAddedPacks();
  const [text, taxonomy, packList] = await Promise.all([
    readOwnText('catalogue.ndjson'),
    readOwnText('taxonomy.json'),
    readPackList(),
  ]);
  if (text === undefined) return { ok: false, reason: 'missing' };
  const parsed = parseCatalogue(text, taxonomy);
  if (!parsed.ok) return { ok: false, reason: 'damaged' };
  const { catalogue } = parsed;
  const curated = openCataloguePack(catalogue, {
    readRelated: () => readOwnText('related.txt'),
    readModel: readRelatedModel,
  });
  const shipped = await openShippedPacks(packList, {
    taxonomy: catalogue.taxonomy.tags,
    shardsKept,
    readsParts,
    readModel: readRelatedModel,
  });
  const added = await openAddedPacks(
    { taxonomy: catalogue.taxonomy.tags, shardsKept, readsParts, readModel: readRelatedModel },
    someAdded,
  );
  const findTag = (id: string) => catalogue.taxonomy.tag(id);
  const own = isInFrame()
    ? askOwnLists(findTag)
    : openOwnLists({
        taxonomy: catalogue.taxonomy.tags,
        rarityOfTag: tagRarities(catalogue),
        readModel: readRelatedModel,
        wantCompiled: () => wantCompiled(),
      });
  const merged = mergePacks([curated, ...shipped, ...added, ...own], {
    findTag,
    listSaved: () => listSaved(),
  });
  const store = isInFrame() && (await someAdded) ? askBackgroundToo(merged, findTag) : merged;
  return { ok: true, store, facts: await store.facts(), taxonomy: catalogue.taxonomy };
}

/**
 * Limits how many papers packs cache, and leaves the largest part of each index in its file, for contexts that are
 * never shown. Must be called before the store opens.
 */
export function keepLittle(): void {
  shardsKept = FEW_SHARDS;
  readsParts = true;
}

/** How long a store that nobody asks for is kept, in milliseconds, where it is forgotten at all. */
const KEPT_FOR = 10_000;
let isForgotten = false;
let idle: ReturnType<typeof setTimeout> | undefined;

/**
 * Forgets the store when nobody has asked for it for a while, since a search holds the tables of an index, some five
 * megabytes, and opens in a few dozen milliseconds. For the background, which Firefox never stops.
 */
export function forgetStoreWhenIdle(): void {
  isForgotten = true;
}

function forgetLater(): void {
  if (!isForgotten) return;
  clearTimeout(idle);
  idle = setTimeout(() => {
    opening = undefined;
    modelRead = undefined;
    closeOwnLists();
  }, KEPT_FOR);
}

/** Called when the store is replaced. */
const listeners = new Set<() => void>();
let isWatching = false;

/** Adding or removing a pack replaces the store. */
function watchPacks(): void {
  if (isWatching) return;
  isWatching = true;
  watchAddedPacks(() => {
    opening = undefined;
    for (const listener of listeners) listener();
  });
}

/** Subscribes to replacements of the store that `openStore` returns. Returns the function that unsubscribes. */
export function subscribeToStore(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/**
 * The store; the first caller opens it, and all others share it. After a failure, the next call tries again.
 */
export function openStore(): Promise<StoreOutcome> {
  watchPacks();
  forgetLater();
  opening ??= open().then((outcome) => {
    if (!outcome.ok) opening = undefined;
    return outcome;
  });
  return opening;
}

/** Papers near to a subject, from all packs; empty if the store cannot be opened. */
export async function relatePapers(subject: RelatedSubject, limit: number): Promise<PageOf<RelatedRow>> {
  const outcome = await openStore();
  return outcome.ok ? outcome.store.related(subject, { limit }) : { rows: [], total: 0 };
}

/** Whether the store has a paper; false if it cannot be opened. */
export async function holdsPaper(id: PaperId | undefined): Promise<boolean> {
  if (id === undefined) return false;
  const outcome = await openStore();
  return outcome.ok && (await outcome.store.has([id]))[0] === true;
}
