/** Reads files of the extension itself, which makes no request that leaves the browser. */
import { browser } from 'wxt/browser';
import { leaveAhead, takeAhead } from '@/lib/shared/ahead';

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
export async function readOwnText(name: string): Promise<string | undefined> {
  const ahead = takeAhead(name);
  const text: unknown = ahead instanceof Promise ? await ahead : undefined;
  return typeof text === 'string' ? text : (await fetchOwn(name))?.text();
}

/** For a page's opening script: asks for the texts that `readOwnText` will be asked for. */
export function askAheadFor(names: readonly string[]): void {
  for (const name of names)
    leaveAhead(
      name,
      fetchOwn(name).then((response) =>
        // Cut off in a frame that is being closed; a reader asks again.
        response?.text().catch(() => undefined),
      ),
    );
}

/** The bytes of a file; undefined if it does not exist. */
export async function readOwnBytes(name: string): Promise<Uint8Array | undefined> {
  const response = await fetchOwn(name);
  return response && new Uint8Array(await response.arrayBuffer());
}

/** A file that stays with the browser until parts of it are read; undefined if it does not exist. */
export async function readOwnBlob(name: string): Promise<Blob | undefined> {
  return (await fetchOwn(name))?.blob();
}
