/** The store of papers over the packs that ship, opened once per context from the extension's own files. */
import { browser } from 'wxt/browser';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { parseCatalogue, type Taxonomy } from '@/lib/domain/catalogue';
import type { PaperStore, StoreFacts } from '@/lib/domain/store';
import { openCataloguePack } from '@/lib/domain/store/catalogue-pack';
import { mergePacks } from '@/lib/domain/store/merged';

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

let opening: Promise<StoreOutcome> | undefined;

/** The extension's own file: no request leaves the browser. Undefined where it is not there. */
async function readOwnFile(name: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${browser.runtime.getURL('/')}${name}`);
    return response.ok ? await response.text() : undefined;
  } catch {
    // A file that is not there is a broken installation, which the panels say.
    return undefined;
  }
}

async function open(): Promise<StoreOutcome> {
  const [text, taxonomy] = await Promise.all([readOwnFile('catalogue.ndjson'), readOwnFile('taxonomy.json')]);
  if (text === undefined) return { ok: false, reason: 'missing' };
  const parsed = parseCatalogue(text, taxonomy);
  if (!parsed.ok) return { ok: false, reason: 'damaged' };
  const { catalogue } = parsed;
  const curated = openCataloguePack(catalogue, { readRelated: () => readOwnFile('related.txt') });
  const store = mergePacks([curated], { findTag: (id) => catalogue.taxonomy.tag(id) });
  return { ok: true, store, facts: await store.facts(), taxonomy: catalogue.taxonomy };
}

/** The store; the first caller opens it, all others share it. A failure is tried again next time. */
export function openStore(): Promise<StoreOutcome> {
  opening ??= open().then((outcome) => {
    if (!outcome.ok) opening = undefined;
    return outcome;
  });
  return opening;
}

/** Whether the store holds a paper; it does not where it cannot be opened. */
export async function holdsPaper(id: PaperId | undefined): Promise<boolean> {
  if (id === undefined) return false;
  const outcome = await openStore();
  return outcome.ok && (await outcome.store.has([id]))[0] === true;
}
