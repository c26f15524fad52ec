/**
 * What the first stage does for the sidebar while the second is being loaded: reads the stored state, and if the sidebar
 * will start open, has the browser load the panel's frame, which takes longer than all the rest of its start. The frame
 * stays hidden until the second stage, which reads the document, has found that it shows the paper of its address.
 */
import { browser } from 'wxt/browser';
import { isRecord } from '@/lib/domain/is-record';
import { createFrameNonce, type FrameNonce } from '@/lib/content/frame-nonce';
import { pageAt } from '@/lib/sites/page-at';
import { WITH_SCRIPTS } from '@/lib/sites/scripted';
import { createPanelFrame, createParts, removeLeftovers, type SidebarParts } from './parts';
import { readSidebarItems, startsAs, type SidebarItems } from './state';

/** Elements that are on the page already, hidden, with a frame that is loading. */
export interface EarlyParts {
  readonly parts: SidebarParts;
  readonly frame: HTMLIFrameElement;
}

/** What the second stage takes over. */
export interface EarlySidebar {
  /** Of the frame, and of all later ones. */
  readonly nonce: FrameNonce;
  /** The stored state, and the elements if the sidebar starts open. */
  readonly prepared: Promise<{ readonly items: SidebarItems; readonly made: EarlyParts | undefined }>;
  /** Removes the elements, if nothing took them over. */
  readonly drop: () => void;
}

/** Whether this is what the first stage prepared. */
export const isEarlySidebar = (value: unknown): value is EarlySidebar =>
  isRecord(value) && value['prepared'] instanceof Promise && isRecord(value['nonce']);

/** Prepares the sidebar of the page at an address. `holds`: whether the catalogue holds a paper. */
export function prepareSidebar(address: string, holds: (id: string) => boolean): EarlySidebar {
  removeLeftovers(document);
  // In a task of its own: the first text that is asked for waits for the browser's main process.
  setTimeout(() => browser.i18n.getMessage('app_name'));
  const nonce = createFrameNonce();
  const prepare = async () => {
    const items = await readSidebarItems();
    for (const site of WITH_SCRIPTS) {
      const { paperId } = pageAt(address, [site]);
      if (paperId === undefined) continue;
      const { innerWidth: windowWidth } = window;
      if (startsAs(items, { site: site.id, isInCatalogue: holds(paperId), windowWidth }) !== 'open') break;
      const parts = createParts();
      const frame = createPanelFrame(browser.runtime.getURL('/panel.html'), nonce.issue());
      // The shell, since the page can show the host; and the host, since the page would be laid out for its empty box.
      for (const hidden of [parts.shell, parts.host]) hidden.style.display = 'none';
      parts.bar.append(frame);
      document.documentElement.append(parts.host);
      return { items, made: { parts, frame } };
    }
    return { items, made: undefined };
  };
  const prepared = prepare();
  return { nonce, prepared, drop: () => void prepared.then(({ made }) => made?.parts.host.remove()) };
}
