/** My papers in Firefox, as a test needs them, by the messages of the extension's own pages. */
import type { Page } from 'puppeteer-core';
import { KNOWN, UNKNOWN } from '../../support/pages';

/** An expression that tells the background something about my papers, as the panel does. */
const tell = (name: string, data: object): string =>
  `await browser.runtime.sendMessage(${JSON.stringify({ protocol: 'sidelight/1', to: 'library', name, data })});`;

/**
 * Saves these of the papers in and outside the catalogue and no other, the one in it with this status, whatever an
 * earlier test or a first attempt left; works in an extension page, and resets the settings.
 */
export async function startWithPapers(
  own: Page,
  ids: readonly string[],
  status: string = 'to-read',
): Promise<void> {
  const others = [KNOWN.id, UNKNOWN.id].filter((id) => !ids.includes(id));
  await own.evaluate(`(async () => {
    await browser.storage.local.clear();
    ${tell('save', { id: KNOWN.id, facts: {} })}
    ${tell('save', { id: UNKNOWN.id, facts: { title: UNKNOWN.title, abstract: UNKNOWN.abstract } })}
    ${tell('update', { ids: [UNKNOWN.id], change: { status: 'to-read' } })}
    ${tell('update', { ids: [KNOWN.id], change: { status } })}
    ${tell('remove', { ids: others })}
  })()`);
}

/** Makes the background's storage full, or gives it room again; works in an extension page. */
export const setDisk = (own: Page, isFull: boolean): Promise<void> =>
  own.evaluate((full) => {
    const background = Reflect.get(globalThis, 'browser').extension.getBackgroundPage();
    const { prototype } = background.IDBObjectStore;
    background.put ??= prototype.put;
    prototype.put = full
      ? background.eval("() => { throw new DOMException('No room', 'QuotaExceededError'); }")
      : background.put;
  }, isFull);
