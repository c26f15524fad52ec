/** The database of my papers as it lies on the disk, past our own door: for a page of the extension in any browser. */
import goldenV1 from '../../fixtures/library/v1.json';

/** What is to be done with it. */
export type LibraryWork =
  /** Gives the record of a paper, saved or met; null where there is none. */
  | { readonly kind: 'record'; readonly id: string; readonly store?: 'papers' | 'met' }
  /** Puts a record, whatever it holds. */
  | { readonly kind: 'put'; readonly record: Readonly<Record<string, unknown>> }
  /** Replaces it by what the first release wrote. */
  | { readonly kind: 'first-release'; readonly golden: typeof goldenV1 }
  /** Brings it to a version that no release knows, with a store and a member that none knows; gives that version. */
  | { readonly kind: 'later-release'; readonly id: string };

/** The papers of the first release's database. */
export const FIRST_RELEASE: LibraryWork = { kind: 'first-release', golden: goldenV1 };

/** Does it, in a page of the extension. Takes nothing from around it, since it goes there as text. */
export async function workOnLibrary(work: LibraryWork): Promise<unknown> {
  const NAME = 'sidelight-library';
  const requests = {
    answerOf: (request: IDBRequest): Promise<unknown> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(request.error?.message)));
      }),
  };
  const open = async (
    version?: number,
    upgrade: (database: IDBDatabase) => void = () => {},
  ): Promise<IDBDatabase> => {
    const request = indexedDB.open(NAME, version);
    request.addEventListener('upgradeneeded', () => upgrade(request.result));
    await requests.answerOf(request);
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
      // Something of the extension has opened it in between, in its own version.
      if (tries === 0) throw error;
      return openFirst(tries - 1);
    }
  };
  if (work.kind === 'first-release') {
    const database = await openFirst();
    for (const paper of work.golden.papers)
      await requests.answerOf(database.transaction('papers', 'readwrite').objectStore('papers').put(paper));
    database.close();
    return undefined;
  }
  if (work.kind === 'later-release') {
    const now = await open();
    const version = now.version + 1;
    now.close();
    const later = await open(version, (database) => void database.createObjectStore('later'));
    const papers = (): IDBObjectStore => later.transaction('papers', 'readwrite').objectStore('papers');
    const paper = await requests.answerOf(papers().get(work.id));
    await requests.answerOf(papers().put(Object.assign({}, paper, { rating: 5 })));
    later.close();
    return version;
  }
  const database = await open();
  try {
    if (!database.objectStoreNames.contains('papers')) return null;
    if (work.kind === 'put') {
      const papers = database.transaction('papers', 'readwrite').objectStore('papers');
      return await requests.answerOf(papers.put(work.record));
    }
    const { store = 'papers' } = work;
    return (await requests.answerOf(database.transaction(store).objectStore(store).get(work.id))) ?? null;
  } finally {
    database.close();
  }
}
