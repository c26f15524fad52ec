/** The store of papers over the packs that ship, opened once per context from the extension's own files. */
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
import { openOwnLists } from './library/own-lists';
import { runTask } from '@/lib/shared/failures';
import { askOwn } from '@/lib/messages';
import { OWN } from '@/lib/messages/own-lists';
import { readOwnBytes, readOwnText } from './own-files';
import { hasAddedPacks, openAddedPacks, watchAddedPacks } from './packs/added';
import { isInFrame, relateByBackground } from './packs/in-frame';
import { openShippedPacks, readPackList } from './packs/shipped';

/** The store with what everybody asks of it first. */
export interface OpenStore {
  readonly store: PaperStore;
  readonly facts: StoreFacts;
  /** The terms by which papers are described, those that are read from a page too. */
  readonly taxonomy: Taxonomy;
}

/** `missing`: the file is not there; `damaged`: it is, but cannot be read. Both mean a broken installation. */
export type StoreOutcome =
  ({ readonly ok: true } & OpenStore) | { readonly ok: false; readonly reason: 'missing' | 'damaged' };

/** How rare tags are, in nats: among the papers of the catalogue, which are of all subjects. */
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

/** One listing's papers lie in few shards: they came in the same days. */
const FEW_SHARDS = 6;
let shardsKept: number | undefined;

let modelRead: Promise<RelatedModel | undefined> | undefined;

/** The vectors of words, read when nearness is first asked for; without them words and tags have to do. */
export const readRelatedModel = (): Promise<RelatedModel | undefined> =>
  (modelRead ??= readOwnBytes(WORDS_FILE).then((bytes) => bytes && openWordVectors(bytes)));

/** By default saved papers are asked from the background; the background itself replaces this. */
let listSaved: () => Promise<SavedMarks> = askForSavedMarks;

/** Has searches learn of saved papers from the library itself: for the background, which nobody else answers. */
export function readSavedHere(list: () => Promise<SavedMarks>): void {
  listSaved = list;
}

/** Long lists are compiled by the background. */
let wantCompiled = (): void => runTask('my papers', askOwn(OWN, 'tend'));

/** Has lists of the user's own be compiled here: for the background. */
export function compileListsHere(compile: () => void): void {
  wantCompiled = compile;
}

let opening: Promise<StoreOutcome> | undefined;

async function open(): Promise<StoreOutcome> {
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
    readModel: readRelatedModel,
  });
  const added = await openAddedPacks({
    taxonomy: catalogue.taxonomy.tags,
    shardsKept,
    readModel: readRelatedModel,
  });
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
  const store = isInFrame() && (await hasAddedPacks()) ? relateByBackground(merged) : merged;
  return { ok: true, store, facts: await store.facts(), taxonomy: catalogue.taxonomy };
}

/**
 * Limits how many papers packs keep in memory, for a context that runs without being shown. To be called before the
 * store opens.
 */
export function keepFewPapers(): void {
  shardsKept = FEW_SHARDS;
}

/** Called when the store is replaced. */
const listeners = new Set<() => void>();
let isWatching = false;

/** A pack that is added or removed makes another store. */
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

/** The store; the first caller opens it, all others share it. A failure is tried again next time. */
export function openStore(): Promise<StoreOutcome> {
  watchPacks();
  opening ??= open().then((outcome) => {
    if (!outcome.ok) opening = undefined;
    return outcome;
  });
  return opening;
}

/** Papers near to a subject, from all packs; none where the store cannot be opened. */
export async function relatePapers(subject: RelatedSubject, limit: number): Promise<PageOf<RelatedRow>> {
  const outcome = await openStore();
  return outcome.ok ? outcome.store.related(subject, { limit }) : { rows: [], total: 0 };
}

/** Whether the store holds a paper; it does not where it cannot be opened. */
export async function holdsPaper(id: PaperId | undefined): Promise<boolean> {
  if (id === undefined) return false;
  const outcome = await openStore();
  return outcome.ok && (await outcome.store.has([id]))[0] === true;
}
