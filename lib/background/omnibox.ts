/** Search from the address bar: a keyword and words find the papers that the popup would find. */
import { browser } from 'wxt/browser';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { cutText, type MarkedText } from '@/lib/domain/search/marked-text';
import type { PaperStore } from '@/lib/domain/store';
import { addressOfPage, openAddress, type Place } from '@/lib/extension/navigation';
import { findPastedPaper, searchPapers } from '@/lib/extension/search';
import { writeSearchState } from '@/lib/extension/search/memory';
import { readSettings } from '@/lib/extension/settings';
import { openStore } from '@/lib/extension/store';
import { reportFailure } from '@/lib/shared/failures';
import { pageKindOfSettings } from '@/lib/shared/settings/fields';
import { t } from '@/lib/shared/texts';

/** Chromium shows at most this many suggestions. */
const MOST_SUGGESTIONS = 6;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Chromium parses a suggestion as XML, and rejects the whole list if one is invalid. */
function escapeXml(text: string): string {
  // Characters that XML 1.0 does not have cannot be escaped either.
  const legal = text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
  return legal.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

interface Suggestion {
  readonly content: string;
  readonly description: string;
}

/** Whether descriptions are XML (Chromium), or plain text (Firefox). */
type DescriptionForm = 'xml' | 'text';

function describe(title: MarkedText, note: string, form: DescriptionForm): string {
  if (form === 'text') return [title.map(({ text }) => text).join(''), note].filter(Boolean).join(' · ');
  const marked = title.map(({ text, marked: isMatch }) =>
    isMatch ? `<match>${escapeXml(text)}</match>` : escapeXml(text),
  );
  return marked.join('') + (note ? ` <dim>${escapeXml(note)}</dim>` : '');
}

/**
 * Suggestions for what is typed; picking one puts its `content`, a paper's id, into the address bar. Rejects if the
 * signal is aborted.
 */
export async function suggestPapers(
  text: string,
  store: PaperStore,
  form: DescriptionForm,
  signal?: AbortSignal,
): Promise<readonly Suggestion[]> {
  const page = { limit: MOST_SUGGESTIONS, countsTags: false, signal };
  const { hits } = await searchPapers(store, { query: text, sort: 'relevance' }, page);
  return hits.map(({ id, title, titleSpans, published }) => ({
    content: `arXiv:${id}`,
    description: describe(cutText(title, titleSpans), published?.slice(0, 4) ?? '', form),
  }));
}

/** The paper for the typed words: of an address or id, otherwise the best hit. */
export async function choosePaper(text: string, store: PaperStore | undefined): Promise<PaperId | undefined> {
  const pasted = findPastedPaper(text);
  if (pasted !== undefined || !store) return pasted;
  const { hits } = await searchPapers(
    store,
    { query: text, sort: 'relevance' },
    { limit: 1, countsTags: false },
  );
  return hits[0]?.id;
}

const PLACES: Readonly<Record<string, Place>> = {
  newForegroundTab: 'new-tab',
  newBackgroundTab: 'background',
};

async function findStore(): Promise<PaperStore | undefined> {
  const outcome = await openStore();
  return outcome.ok ? outcome.store : undefined;
}

async function openTyped(text: string, disposition: string): Promise<void> {
  const paperId = await choosePaper(text, await findStore());
  // Words without a hit are passed to the search page, which gives suggestions.
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (!paperId) {
    // Not in a private window, since Chromium would open the page in another window.
    if (tab?.incognito !== true) await writeSearchState({ query: text, sort: 'relevance' });
    await openAddress(browser.runtime.getURL('/popup.html'), 'new-tab');
    return;
  }
  const { settings } = await readSettings();
  const address = addressOfPage(paperId, pageKindOfSettings(settings));
  await openAddress(address, PLACES[disposition] ?? 'here', tab?.id);
}

/**
 * Registers the listeners; the first keystroke opens the store. Does nothing in a browser without an omnibox.
 */
export function handleOmnibox(form: DescriptionForm): void {
  // Firefox for Android has no omnibox.
  if (browser.omnibox === undefined) return;
  void browser.omnibox.setDefaultSuggestion({ description: t('omnibox_hint') });
  let typing = new AbortController();
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    // The browser shows suggestions for the last text only.
    typing.abort();
    typing = new AbortController();
    const { signal } = typing;
    const answer = async (): Promise<void> => {
      const store = await findStore();
      signal.throwIfAborted();
      suggest(store ? [...(await suggestPapers(text, store, form, signal))] : []);
    };
    answer().catch((error: unknown) => {
      if (!signal.aborted) reportFailure('address bar', error);
    });
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    typing.abort();
    void openTyped(text, disposition);
  });
}
