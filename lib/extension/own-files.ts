/** Reads files of the extension itself, which makes no request that leaves the browser. */
import { browser } from 'wxt/browser';

async function fetchOwn(name: string): Promise<Response | undefined> {
  try {
    const response = await fetch(`${browser.runtime.getURL('/')}${name}`);
    return response.ok ? response : undefined;
  } catch {
    // A missing file means a broken installation; the caller reports it.
    return undefined;
  }
}

/** The text of a file; undefined if it does not exist. */
export const readOwnText = async (name: string): Promise<string | undefined> =>
  (await fetchOwn(name))?.text();

/** The bytes of a file; undefined if it does not exist. */
export async function readOwnBytes(name: string): Promise<Uint8Array | undefined> {
  const response = await fetchOwn(name);
  return response && new Uint8Array(await response.arrayBuffer());
}

/** A file that stays with the browser until parts of it are read; undefined if it does not exist. */
export async function readOwnBlob(name: string): Promise<Blob | undefined> {
  return (await fetchOwn(name))?.blob();
}
