/** The search from the address bar: the keyword, words, and the papers that the popup would find. */
import { browser } from 'wxt/browser';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { loadCatalogue, type Catalogue } from '@/lib/services/catalogue';
import { addressOfPage, openAddress, type Place } from '@/lib/services/navigation';
import { createSearcher, findPastedPaper, type MarkedText, type Searcher } from './index';
import { writeSearchState } from './memory';
import { readSettings } from '@/lib/services/settings';

/** The address bar shows no more. */
const MOST_SUGGESTIONS = 6;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Chromium reads a suggestion as XML, and refuses the whole list where one is none. */
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
export type DescriptionForm = 'xml' | 'text';

function describe(title: MarkedText, note: string, form: DescriptionForm): string {
  if (form === 'text') return [title.map(({ text }) => text).join(''), note].filter(Boolean).join(' · ');
  const marked = title.map(({ text, marked: isMatch }) =>
    isMatch ? `<match>${escapeXml(text)}</match>` : escapeXml(text),
  );
  return marked.join('') + (note ? ` <dim>${escapeXml(note)}</dim>` : '');
}

/** Suggestions for what is typed; picking one puts its `content`, a paper's id, into the address bar. */
export function suggestPapers(
  text: string,
  searcher: Searcher,
  form: DescriptionForm,
): readonly Suggestion[] {
  return searcher
    .search(text, 'relevance')
    .hits.slice(0, MOST_SUGGESTIONS)
    .map(({ paper, title }) => ({
      content: `arXiv:${paper.id}`,
      description: describe(title, paper.published.slice(0, 4), form),
    }));
}

/** The paper that typed words mean: an address or id as it stands, else the best hit. */
export function choosePaper(text: string, searcher: Searcher): PaperId | undefined {
  return findPastedPaper(text) ?? searcher.search(text, 'relevance').hits[0]?.paper.id;
}

const PLACES: Readonly<Record<string, Place>> = {
  newForegroundTab: 'new-tab',
  newBackgroundTab: 'background',
};

// The catalogue does not change while a background lives, and an index is dear beside a keystroke.
let prepared: { readonly catalogue: Catalogue; readonly searcher: Searcher } | undefined;

async function loadSearcher(): Promise<Searcher | undefined> {
  const outcome = await loadCatalogue();
  if (!outcome.ok) return undefined;
  if (prepared?.catalogue !== outcome.catalogue) {
    prepared = { catalogue: outcome.catalogue, searcher: createSearcher(outcome.catalogue) };
  }
  return prepared.searcher;
}

async function openTyped(text: string, disposition: string): Promise<void> {
  const searcher = await loadSearcher();
  const paperId = searcher ? choosePaper(text, searcher) : findPastedPaper(text);
  // Words that find nothing are taken to the popup's page, which says so and what to try instead.
  if (!paperId) {
    await writeSearchState({ query: text, sort: 'relevance' });
    await openAddress(browser.runtime.getURL('/popup.html'), 'new-tab');
    return;
  }
  const { settings } = await readSettings();
  const address = addressOfPage(paperId, settings.links.site === 'hugging-face' ? 'hf-paper' : 'abs');
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  await openAddress(address, PLACES[disposition] ?? 'here', tab?.id);
}

/** Listens at once; loads the catalogue with the first keystroke. Does nothing in a browser without the keyword. */
export function handleOmnibox(form: DescriptionForm): void {
  // Firefox for Android has no address bar of this kind.
  if (!('omnibox' in browser)) return;
  const hint = 'Search the catalogue for words, or paste an arXiv id';
  void browser.omnibox.setDefaultSuggestion({ description: hint });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void loadSearcher().then((searcher) => suggest(searcher ? [...suggestPapers(text, searcher, form)] : []));
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => void openTyped(text, disposition));
}
