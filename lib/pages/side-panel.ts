/** The browser's own side panel, which Firefox calls sidebar: whether there is one, and the way to open it. */
import { browser } from 'wxt/browser';
import { isRecord } from '@/lib/domain/is-record';

export interface SidePanel {
  readonly kind: 'side-panel' | 'sidebar';
  /**
   * To be called synchronously in a click or key handler: after an await the browser refuses
   * (https://developer.mozilla.org/docs/Web/Security/User_activation).
   */
  readonly open: () => Promise<'opened' | 'refused'>;
}

/** Some browsers have the one or the other without a way to open it. */
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
        // Without a click of the user's, browsers refuse; the popup says how to open it by hand.
        return 'refused';
      }
    },
  };
}

/** The one beside this window; undefined where the browser has none, as on phones. Never rejects. */
export async function findSidePanel(): Promise<SidePanel | undefined> {
  if (canOpen(browser, 'sidebarAction')) return panelOf('sidebar', openSidebar);
  if (!canOpen(browser, 'sidePanel')) return undefined;
  // Chromium wants the window's number, and a click does not last until one is asked for.
  // In a window that is closing there is none; the popup offers no side panel then.
  const current = await browser.windows.getCurrent().catch(() => undefined);
  const windowId = current?.id;
  if (windowId === undefined) return undefined;
  return panelOf('side-panel', () => browser.sidePanel.open({ windowId }));
}
