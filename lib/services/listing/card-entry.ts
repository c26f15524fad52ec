/** What the card on a listing shows, asked of the script that made its frame. */
import { browser } from 'wxt/browser';
import type { EntryReport } from '@/lib/services/messages';
import { askListing, handleCardMessages } from '@/lib/services/messages';
import { isRecord } from '@/lib/domain/is-record';
import { hasFlag, isEntry } from '@/lib/services/messages/guards';

/** An entry with the tab whose listing it stands in. */
export interface CardEntry extends EntryReport {
  readonly tabId: number;
}

const isReport = (value: unknown): value is EntryReport | null =>
  value === null ||
  (isRecord(value) &&
    isEntry(value['entry']) &&
    [undefined, 'light', 'dark'].some((theme) => theme === value['theme']));

async function readCardEntry(nonce: string): Promise<CardEntry | 'inert'> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined || nonce === '') return 'inert';
  const report = await askListing(tab.id, 'readEntry', { nonce }, isReport);
  return report ? { ...report, tabId: tab.id } : 'inert';
}

/** Calls with the entry now and whenever another is wanted; `inert` in a frame that nobody vouches for. */
export function watchCardEntry(
  nonce: string,
  onChange: (entry: CardEntry | 'inert') => void,
  { signal }: { readonly signal: AbortSignal },
): void {
  let newest = 0;
  const refresh = async (): Promise<void> => {
    newest += 1;
    const mine = newest;
    const found = await readCardEntry(nonce).catch(() => 'inert' as const);
    if (mine === newest && !signal.aborted) onChange(found);
  };
  handleCardMessages(
    {
      entryChanged: (asked) => {
        const mine = asked.nonce === nonce;
        if (mine) void refresh();
        return { done: mine };
      },
    },
    signal,
  );
  void refresh();
}

/** Says that the entry's card is drawn and how high it is, in CSS pixels. */
export async function sizeCard({ tabId, entry }: CardEntry, nonce: string, height: number): Promise<void> {
  await askListing(tabId, 'sizeCard', { nonce, paperId: entry.paperId, height }, hasFlag('done'));
}

/** Asks the listing to close its card; the keyboard goes back to the badge. */
export async function closeCard({ tabId }: CardEntry, nonce: string): Promise<void> {
  await askListing(tabId, 'closeCard', { nonce }, hasFlag('done'));
}
