/**
 * The popup's opening script: draws the first view from the build's markup and starts the app once that is painted.
 * Parsing a few elements takes a fraction of the time in which the app's script is loaded and run.
 */
import { browser } from 'wxt/browser';
import { isRecord } from '@/lib/domain/is-record';
import { readLeftView } from '@/lib/extension/search/left-view';
import { readOwnRecent } from '@/lib/extension/search/recent';
import { readTheme } from '@/lib/shared/settings/theme';
import { readStored } from '@/lib/shared/storage';
import {
  ADDED_PACKS_KEY,
  NEWS_KEY,
  RECENT_SEARCHES_KEY,
  SEARCH_KEY,
  SETTINGS_KEY,
} from '@/lib/shared/storage-keys';
import { t } from '@/lib/shared/texts';
import { sidePanelKind } from '../side-panel';
import { keepEvents } from './early-events';
import { APP, leaveDrawn, markupId, PANEL, PART, HOLD, type FirstViewState, type Part } from './state';

/** How long the app waits for the view to be painted at most, in milliseconds: a hidden page never is. */
const LONGEST_PAINT = 200;

const isEmpty = (names: unknown): boolean => !Array.isArray(names) || names.length === 0;

/** A part of the build's markup. */
const partOf = (parts: DocumentFragment, name: Part): Element | undefined =>
  parts.querySelector(`[${PART}=${name}]`)?.firstElementChild ?? undefined;

/** Writes the recent searches above the topics, as rows like the one in the markup. */
function addRecent(start: Element | null, parts: DocumentFragment, recent: readonly string[]): void {
  const section = partOf(parts, 'recent');
  const row = section?.querySelector('li');
  if (!section || !row || recent.length === 0) return;
  const rows = recent.map((query) => {
    const copy = document.importNode(row, true);
    copy.firstElementChild?.append(query);
    return copy;
  });
  row.replaceWith(...rows);
  start?.prepend(section);
}

/** What follows an element among its siblings. */
function behind(element: Element | null): readonly ChildNode[] {
  const siblings = [...(element?.parentNode?.childNodes ?? [])];
  return siblings.slice(siblings.findIndex((node) => node === element) + 1);
}

/**
 * Shows the last search: its words, its order and its results. The field that is there becomes that of the search, since
 * it has the focus already.
 */
function showLeft(root: Element, { query, sort, markup }: NonNullable<FirstViewState['left']>): boolean {
  const main = new DOMParser().parseFromString(markup, 'text/html').querySelector('main');
  const [found, order] = [main?.querySelector('input'), main?.querySelector('select')];
  const field = root.querySelector('input');
  if (!main || !found || !field) return false;
  // Of the papers that ship: there may have been others when the results were drawn.
  found.placeholder = field.placeholder;
  for (const { name, value } of found.attributes) {
    // Again: attributes are in the order in which they are set.
    field.removeAttribute(name);
    field.setAttribute(name, value);
  }
  field.value = query;
  // Absent if nothing was found.
  if (order) order.value = sort;
  field.after(...behind(found));
  root.querySelector('main')?.append(...behind(main.querySelector('.search-field')));
  return true;
}

/** The markup of the browser's language as elements, and among them the view; undefined if there is none for this popup. */
function readMarkup(panel: FirstViewState['panel']) {
  const markup = document.getElementById(markupId(t('language')));
  if (markup?.getAttribute(PANEL) !== panel) return undefined;
  const parts = document.createRange().createContextualFragment(markup.textContent);
  const view = parts.querySelector(`[${PART}=view]`);
  // A package whose texts were changed after the build has markup with the former ones.
  const isOfToday = view?.querySelector('h1')?.textContent === t('popup_searchField');
  return view && isOfToday ? { parts, view } : undefined;
}

/** Focuses the search field, where typing begins. It is at the top already: nothing has to be scrolled for it. */
const focusField = (root: Element): void => root.querySelector('input')?.focus({ preventScroll: true });

/** Puts in what every view has, the search field and the foot, and takes out what only some have. */
function drawFrame(root: Element, view: Element): Element | undefined {
  const start = view.querySelector('.start') ?? undefined;
  start?.remove();
  root.append(...view.childNodes);
  return start;
}

/** Fills the frame with a state; false if the markup has no such state. */
function fill(root: Element, start: Element, parts: DocumentFragment, state: FirstViewState): boolean {
  if (state.left) {
    if (!showLeft(root, state.left)) return false;
  } else {
    addRecent(start, parts, state.recent);
    root.querySelector('main')?.append(start);
  }
  const news = partOf(parts, 'news');
  if (state.hasNews && news) root.querySelector('.popup-foot > span')?.replaceWith(news);
  focusField(root);
  // The last query is selected, so that typing replaces it.
  root.querySelector('input')?.select();
  return true;
}

/** Ends when the page is parsed, before its deferred scripts run. */
const parsed = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else document.addEventListener('readystatechange', () => resolve(), { once: true });
  });

/**
 * Draws the first view if all of it is known at once: not with a query in the address, and not if the user added packs,
 * whose papers only the store knows. If false, what is drawn is no view.
 */
async function drawFirstView(): Promise<boolean> {
  const panel = sidePanelKind();
  if (panel === undefined || location.search) return false;
  let hasAnswered = false;
  const stored = Promise.all([
    readStored('local', [SETTINGS_KEY, ADDED_PACKS_KEY, NEWS_KEY, RECENT_SEARCHES_KEY]),
    readStored('session', [SEARCH_KEY]),
  ]).then((areas) => {
    hasAnswered = true;
    return areas;
  });
  // While storage answers.
  const recent = readOwnRecent();
  const { parts, view } = readMarkup(panel) ?? {};
  document.documentElement.lang = t('language');
  await parsed();
  const root = document.getElementById('root');
  const start = root && view && drawFrame(root, view);
  if (!parts || !start) return false;
  // Laid out as well while storage answers: the first layout has to find the fonts and sort the rules. Storage mostly has
  // answered by now, and all is laid out at once.
  if (!hasAnswered) focusField(root);
  const [local, session] = await stored;
  // Of an earlier release; the app moves them.
  if (!recent && local[RECENT_SEARCHES_KEY] !== undefined) return false;
  const added = local[ADDED_PACKS_KEY];
  if (isRecord(added) && !isEmpty(added['names'])) return false;
  const search = session[SEARCH_KEY];
  const left = readLeftView(search);
  if (!left && isRecord(search) && search['query']) return false;
  const state: FirstViewState = {
    panel,
    hasNews: local[NEWS_KEY] === browser.runtime.getManifest().version,
    recent: recent ?? [],
    left,
  };
  const theme = readTheme(local[SETTINGS_KEY]);
  if (theme !== 'page') document.documentElement.dataset['theme'] = theme;
  if (!fill(root, start, parts, state)) return false;
  leaveDrawn(state, keepEvents(root));
  return true;
}

/**
 * Ends when the first frame is on the screen. After it was drawn here, other threads and processes still work on it, from
 * which the app's script would take time.
 */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, LONGEST_PAINT);
    new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true });
  });

/** An address that the build wrote into the page. */
const addressIn = (name: string): string | undefined =>
  document.querySelector(`meta[name=${name}]`)?.getAttribute('content') ?? undefined;

/**
 * Has the browser paint nothing until the returned function is called. Otherwise it would mostly paint an empty page while
 * storage is read, and the view would wait for the frame after that, up to 16 ms. A page waits for style sheets only, and no
 * longer than they are loaded: so for one of the package, which takes longer than storage's answer.
 */
function holdPaint(): () => void {
  const address = addressIn(HOLD);
  if (address === undefined) return () => undefined;
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  // https://developer.mozilla.org/docs/Web/API/HTMLLinkElement/blocking; without effect once the page has a body.
  sheet.setAttribute('blocking', 'render');
  sheet.href = address;
  document.head.append(sheet);
  return () => sheet.remove();
}

/** Runs the app's script. */
function startApp(): void {
  const address = addressIn(APP);
  if (address === undefined) return;
  const script = document.createElement('script');
  script.type = 'module';
  script.src = address;
  document.head.append(script);
}

/** Draws the first view, and runs the app whatever comes of that. */
export async function openFirstView(): Promise<void> {
  const release = holdPaint();
  // Whatever fails, the app draws the page and reports failures of its own.
  const isDrawn = await drawFirstView().catch(() => false);
  if (!isDrawn) document.getElementById('root')?.replaceChildren();
  release();
  if (isDrawn) await painted();
  startApp();
}
