/** Synthetic saved papers for benches, in any number. The scripts run in a page of the extension. */

import type { BenchPaper } from './own-papers';

/**
 * Writes papers to the database directly, since the library's own functions would be slower, and notifies the
 * background. A string, because tsx adds helpers to functions that do not exist in the page.
 */
export const fillLibrary = (count: number): string => `(async () => {
  const words = 'kidney liver spleen lung heart brain chest retina scan image report graph token prompt model label ' +
    'contrast transfer attention diffusion segmentation detection retrieval generation alignment pruning few zero ' +
    'shot robust sparse dense efficient federated causal temporal spatial hierarchical multimodal clinical synthetic';
  const list = words.split(' ');
  let seed = 7;
  const next = (most) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
  const say = (most) => Array.from({ length: most }, () => list[next(list.length)]).join(' ');
  const open = indexedDB.open('sidelight-library');
  const database = await new Promise((resolve) => { open.onsuccess = () => resolve(open.result); });
  const statuses = ['to-read', 'reading', 'read'];
  const tags = ['ct', 'mri', 'image-segmentation', 'report-generation', 'x-ray'];
  for (let from = 0; from < ${count}; from += 2000) {
    const change = database.transaction(['papers', 'terms', 'touched'], 'readwrite');
    for (let at = from; at < Math.min(${count}, from + 2000); at += 1) {
      const id = String(1501 + Math.floor(at / 5000)) + '.' + String(at % 5000 + 1).padStart(5, '0');
      const time = new Date(1.6e12 + at * 3.6e6).toISOString();
      change.objectStore('papers').put({ id, title: say(9), authors: { names: [say(2), say(2), say(2), say(2)] },
        published: time.slice(0, 10), summary: say(18), tags: [tags[next(5)], tags[next(5)]], links: at % 3 ? [] :
        [{ kind: 'code', url: 'https://github.com/example/' + at, official: true }], provenance: 'automatic',
        results: [{ metric: 'Dice', value: '0.' + (600 + next(399)), kind: 'level', role: 'own', data: say(1),
        better: 'higher', anchor: say(4) }], categories: ['cs.CV'], savedAt: time, changedAt: time,
        status: statuses[next(3)], ownTags: next(9) ? [] : ['thesis'], note: next(20) ? '' : say(12) });
      change.objectStore('terms').put({ id, readFrom: 'abstract', terms: Array.from({ length: 60 }, () => [say(1 + next(2)), 1 + next(3)]) });
      change.objectStore('touched').put(Math.random(), 'saved ' + id);
    }
    await new Promise((resolve) => { change.oncomplete = resolve; });
  }
  database.close();
  await chrome.storage.local.set({ 'library-revision': Math.random() });
})()`;

/**
 * Runs in a page of the extension: writes these papers to the database, and with `isLast` notifies the background.
 * To be called with an array, because it is sent to the page.
 */
export async function putPapers([papers, isLast]: readonly [readonly BenchPaper[], boolean]): Promise<void> {
  const open = indexedDB.open('sidelight-library');
  const database = await new Promise<IDBDatabase>((resolve) => {
    open.onsuccess = () => resolve(open.result);
  });
  const change = database.transaction(['papers', 'terms', 'touched'], 'readwrite');
  for (const { paper, terms } of papers) {
    change.objectStore('papers').put(paper);
    change.objectStore('terms').put({ id: paper.id, ...terms });
    change.objectStore('touched').put(Math.random(), `saved ${paper.id}`);
  }
  await new Promise((resolve) => {
    change.oncomplete = resolve;
  });
  database.close();
  if (isLast)
    await Reflect.get(globalThis, 'chrome').storage.local.set({ 'library-revision': Math.random() });
}

/** Resolves once the background has compiled all papers. */
export const COMPILED = `(async () => {
  const open = indexedDB.open('sidelight-library');
  const database = await new Promise((resolve) => { open.onsuccess = () => resolve(open.result); });
  for (;;) {
    const asked = database.transaction('touched').objectStore('touched').count();
    const left = await new Promise((resolve) => { asked.onsuccess = () => resolve(asked.result); });
    if (left === 0) break;
    await new Promise((resume) => setTimeout(resume, 500));
  }
  database.close();
})()`;
