/**
 * Reads and writes the database of my papers directly, without the library's functions: for an extension page in any
 * browser.
 */
import goldenV1 from '../../fixtures/library/v1.json';

/** An operation on the database. */
export type LibraryWork =
  /** Returns the record of a saved paper or a paper met; null if there is none. */
  | { readonly kind: 'record'; readonly id: string; readonly store?: 'papers' | 'met' }
  /** Returns the ids of all saved papers. */
  | { readonly kind: 'ids' }
  /** Writes a record with any content. */
  | { readonly kind: 'put'; readonly record: Readonly<Record<string, unknown>> }
  /** Replaces it by the database of the first release. */
  | { readonly kind: 'first-release'; readonly golden: typeof goldenV1 }
  /** Upgrades it to an unknown version with an unknown store and an unknown field; returns that version. */
  | { readonly kind: 'later-release'; readonly id: string };

/** The papers in the first release's database. */
export const FIRST_RELEASE: LibraryWork = { kind: 'first-release', golden: goldenV1 };

/** Performs the operation in an extension page. Refers to nothing outside, since it is sent there as text. */
export async function workOnLibrary(work: LibraryWork): Promise<unknown> {
  const NAME = 'sidelight-library';
  const requests = {
    answerOf: (request: IDBRequest): Promise<unknown> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(request.error?.message)));
      }),
    // Waits until the transaction is complete: closing the page earlier would abort it.
    inStore: async (
      database: IDBDatabase,
      store: string,
      ask: (records: IDBObjectStore) => IDBRequest,
      mode: IDBTransactionMode = 'readwrite',
    ): Promise<unknown> => {
      const transaction = database.transaction(store, mode);
      const completed = new Promise<void>((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve());
        transaction.addEventListener('abort', () => reject(new Error(transaction.error?.message)));
      });
      const [answer] = await Promise.all([requests.answerOf(ask(transaction.objectStore(store))), completed]);
      return answer;
    },
  };
  const open = async (
    version: number,
    upgrade: (database: IDBDatabase) => void = () => {},
  ): Promise<IDBDatabase> => {
    const request = indexedDB.open(NAME, version);
    request.addEventListener('upgradeneeded', () => upgrade(request.result));
    await requests.answerOf(request);
    return request.result;
  };
  /** The database as it is; undefined before the extension has made it: opening it by name alone would make an empty one. */
  const openExisting = async (): Promise<IDBDatabase | undefined> => {
    const request = indexedDB.open(NAME);
    let isNew = false;
    request.addEventListener('upgradeneeded', () => {
      isNew = true;
      request.transaction?.abort();
    });
    try {
      await requests.answerOf(request);
    } catch (error) {
      if (isNew) return undefined;
      throw error;
    }
    return request.result;
  };
  const openFirst = async (tries = 20): Promise<IDBDatabase> => {
    await requests.answerOf(indexedDB.deleteDatabase(NAME));
    try {
      return await open(1, (old) => {
        old.createObjectStore('papers', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
        old.createObjectStore('terms', { keyPath: 'id' });
        old.createObjectStore('removed', { keyPath: 'id' });
        old.createObjectStore('met', { keyPath: 'id' }).createIndex('metAt', 'metAt');
        old.createObjectStore('aside', { autoIncrement: true });
      });
    } catch (error) {
      // The extension has opened the database meanwhile, with its own version.
      if (tries === 0) throw error;
      return openFirst(tries - 1);
    }
  };
  if (work.kind === 'first-release') {
    const database = await openFirst();
    for (const paper of work.golden.papers)
      await requests.inStore(database, 'papers', (papers) => papers.put(paper));
    database.close();
    return undefined;
  }
  if (work.kind === 'later-release') {
    const now = await openExisting();
    if (!now) throw new Error('There is no database to upgrade');
    const version = now.version + 1;
    now.close();
    const later = await open(version, (database) => void database.createObjectStore('later'));
    const paper = await requests.inStore(later, 'papers', (papers) => papers.get(work.id));
    const rated = Object.assign({}, paper, { rating: 5 });
    await requests.inStore(later, 'papers', (papers) => papers.put(rated));
    later.close();
    return version;
  }
  const database = await openExisting();
  if (!database) return work.kind === 'ids' ? [] : null;
  try {
    if (work.kind === 'ids')
      return await requests.inStore(database, 'papers', (papers) => papers.getAllKeys(), 'readonly');
    if (work.kind === 'put')
      return await requests.inStore(database, 'papers', (papers) => papers.put(work.record));
    const { store = 'papers' } = work;
    return (await requests.inStore(database, store, (records) => records.get(work.id), 'readonly')) ?? null;
  } finally {
    database.close();
  }
}
