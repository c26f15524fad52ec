/**
 * The popup's first view as markup, which the build writes into its page (`lib/build/first-view.ts`): drawn by the same
 * components as the app draws it, once for each language.
 */
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { browser } from 'wxt/browser';
import { PopupApp } from '@/components/popup/PopupApp';
import { News } from '@/components/popup/PopupFoot';
import { RecentSearches } from '@/components/popup/PopupStart';
import type { FirstPapers } from '@/lib/domain/store/first-papers';
import { DEFAULT_SETTINGS } from '@/lib/extension/settings';
import { APP, HOLD, markupId, PANEL, PART, type Part } from '@/lib/pages/first-view/state';
import type { PopupStart } from '@/lib/pages/popup-start';
import type { SidePanel } from '@/lib/pages/side-panel';
import { t } from '@/lib/shared/texts';

const nothing = (): void => undefined;

/** A file of `public/_locales`. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

/** Gives the texts as the browser would: components ask it for nothing else while they are drawn. */
export function speak(messages: Messages): void {
  Object.assign(browser, {
    i18n: {
      getUILanguage: () => messages['language']?.message ?? 'en',
      getMessage: (key: string, values: readonly string[] = []) =>
        (messages[key]?.message ?? '').replaceAll(/\$(\$|\d)/g, (_, sign: string) =>
          sign === '$' ? '$' : (values[Number(sign) - 1] ?? ''),
        ),
    },
  });
}

/** What the popup begins with if nothing is stored. */
const plainStart = (first: FirstPapers, kind: SidePanel['kind']): PopupStart => ({
  first,
  tabId: undefined,
  settings: { settings: DEFAULT_SETTINGS, unreadable: [] },
  memory: { state: { query: '', sort: 'relevance' }, answer: undefined, recent: [] },
  sidePanel: { kind, open: () => Promise.resolve('refused') },
  news: undefined,
});

function drawPart(part: Part, drawn: ReactNode): string {
  return `<div ${PART}="${part}">${renderToStaticMarkup(drawn)}</div>`;
}

/** The parts of the first view in the language of the messages, as an inert element of the page. */
export function drawMarkup(messages: Messages, first: FirstPapers, kind: SidePanel['kind']): string {
  speak(messages);
  const parts = [
    drawPart('view', <PopupApp start={plainStart(first, kind)} />),
    // One row without its words, from which the opening script makes the others.
    drawPart('recent', <RecentSearches recent={['']} onQuery={nothing} />),
    drawPart('news', <News version="" />),
  ];
  return `<script type="text/html" id="${markupId(t('language'))}" ${PANEL}="${kind}">${parts.join('')}</script>`;
}

/** The app's script element, as the bundler writes it. */
const APP_SCRIPT = /<script type="module"[^>]* src="([^"]+)"><\/script>\s*/;

/** Its style sheets, likewise. */
const SHEETS = /<link rel="stylesheet"[^>]*>\s*/g;

/** What the bundler lets a page load for the app's script in advance; here it would keep the first view waiting. */
const PRELOADS = /<link rel="modulepreload"[^>]*>\s*/g;

/** What the build adds to the page. */
interface FirstViewParts {
  /** The address of the opening script. */
  readonly opening: string;
  /** The address of a style sheet without rules. */
  readonly hold: string;
  /** One element for each language, from `drawMarkup`. */
  readonly markup: readonly string[];
}

/**
 * The page with the opening script in place of the app's, which that starts, and with the markup before it, which is parsed
 * while the script is loaded. Its style sheets come first: loaded at the same time, they are there when the script lays out
 * what it drew, which would be laid out again otherwise. Throws if the page has no script of the app.
 */
export function addFirstView(page: string, { opening, hold, markup }: FirstViewParts): string {
  const [element, app] = APP_SCRIPT.exec(page) ?? [];
  if (element === undefined || app === undefined) throw new Error('The popup has no script of its app.');
  const added = [
    ...(page.match(SHEETS) ?? []),
    `<meta name="${APP}" content="${app}" />`,
    `<meta name="${HOLD}" content="${hold}" />`,
    ...markup,
    `<script src="${opening}"></script>`,
  ];
  return page
    .replaceAll(PRELOADS, '')
    .replaceAll(SHEETS, '')
    .replace(element, () => added.join(''));
}
