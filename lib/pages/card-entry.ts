/** The entry that a listing's card shows, asked from the script that made its frame. */
import { browser } from 'wxt/browser';
import { askTab, handleMessages, type EntryReport } from '@/lib/messages';
import { askWith } from '@/lib/pages/frame-request';
import { CARD, LISTING_SCRIPT } from '@/lib/messages/table';

/** An entry with the tab of its listing. */
export interface CardEntry extends EntryReport {
  readonly tabId: number;
}

async function readCardEntry(nonce: string): Promise<CardEntry | 'inert'> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined || nonce === '') return 'inert';
  const report = await askTab(tab.id, LISTING_SCRIPT, 'readEntry', askWith(nonce));
  return report ? { ...report, tabId: tab.id } : 'inert';
}

/** Calls back with the entry now and whenever it changes; `inert` in a frame that no script of ours made. */
export function watchCardEntry(
  nonce: string,
  onChange: (entry: CardEntry | 'inert') => void,
  { signal }: { readonly signal: AbortSignal },
): void {
  let newest = 0;
  const refresh = async (): Promise<void> => {
    newest += 1;
    const mine = newest;
    // In Firefox the background is asked for the tab; if it does not answer, the frame is not verified.
    const found = await readCardEntry(nonce).catch(() => 'inert' as const);
    if (mine === newest && !signal.aborted) onChange(found);
  };
  handleMessages(
    CARD,
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

/** Reports that the entry's card is rendered and how high it is, in CSS pixels. */
export async function sizeCard({ tabId, entry }: CardEntry, nonce: string, height: number): Promise<void> {
  await askTab(tabId, LISTING_SCRIPT, 'sizeCard', { ...askWith(nonce), paperId: entry.paperId, height });
}

/** Asks the listing to close its card and focus the badge. */
export async function closeCard({ tabId }: CardEntry, nonce: string): Promise<void> {
  await askTab(tabId, LISTING_SCRIPT, 'closeCard', askWith(nonce));
}
