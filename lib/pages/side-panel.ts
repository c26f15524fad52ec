/** The browser's own side panel, which Firefox calls sidebar: whether there is one, and how to open it. */
import { browser } from 'wxt/browser';
import { isRecord } from '@/lib/domain/is-record';

/** The panel that this browser has, under the name that it uses. */
export interface SidePanel {
  readonly kind: 'side-panel' | 'sidebar';
  /**
   * Must be called synchronously in a click or key handler: after an await the browser refuses
   * (https://developer.mozilla.org/docs/Web/Security/User_activation).
   */
  readonly open: () => Promise<'opened' | 'refused'>;
}

/** Some browsers have the API without a way to open the panel. */
function canOpen<Name extends string>(
  api: object,
  name: Name,
): api is { readonly [N in Name]: { readonly open: () => Promise<unknown> } } {
  const panel: unknown = Reflect.get(api, name);
  return isRecord(panel) && typeof panel['open'] === 'function';
}

async function openSidebar(): Promise<void> {
  if (canOpen(browser, 'sidebarAction')) await browser.sidebarAction.open();
}

function panelOf(kind: SidePanel['kind'], show: () => Promise<unknown>): SidePanel {
  return {
    kind,
    open: async () => {
      try {
        await show();
        return 'opened';
      } catch {
        // Without a user's click, browsers refuse; the popup says how to open it by hand.
        return 'refused';
      }
    },
  };
}

/** Which one the browser has; undefined if it has none, for example on phones. */
export function sidePanelKind(): SidePanel['kind'] | undefined {
  if (canOpen(browser, 'sidebarAction')) return 'sidebar';
  return canOpen(browser, 'sidePanel') ? 'side-panel' : undefined;
}

/** The one of this window; undefined if the browser has none, for example on phones. Never rejects. */
export async function findSidePanel(): Promise<SidePanel | undefined> {
  const kind = sidePanelKind();
  if (kind === 'sidebar') return panelOf(kind, openSidebar);
  if (kind === undefined) return undefined;
  // Chromium needs the window's id, and the activation of a click would be over after asking for it. In a
  // window that is closing there is none; then the popup offers no side panel.
  const current = await browser.windows.getCurrent().catch(() => undefined);
  const windowId = current?.id;
  if (windowId === undefined) return undefined;
  return panelOf(kind, () => browser.sidePanel.open({ windowId }));
}
