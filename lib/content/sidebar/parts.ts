/**
 * The sidebar's first elements on the page, and the frame with the panel. Both stages make them, so they need nothing else:
 * no styles and no texts.
 */

/** Element name of the host, by which leftovers of an earlier copy of the script are found. */
const HOST = 'sidelight-sidebar';

/** Those elements; the page cannot reach the ones inside the shadow root. */
export interface SidebarParts {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  /** Contains the others; it has all state, since the page can change the host's attributes. */
  readonly shell: HTMLElement;
  /** Contains the frame. */
  readonly bar: HTMLElement;
}

/** Removes the elements of an earlier copy of this script, for example after an update in an open tab. */
export function removeLeftovers(root: ParentNode): void {
  for (const host of root.querySelectorAll(HOST)) host.remove();
}

/** Makes the elements, not yet inserted. */
export function createParts(): SidebarParts {
  const host = document.createElement(HOST);
  const shadow = host.attachShadow({ mode: 'closed' });
  const shell = document.createElement('div');
  const bar = document.createElement('div');
  shell.append(bar);
  shadow.append(shell);
  return { host, shadow, shell, bar };
}

/**
 * The frame with the panel. The nonce lets the panel verify that this script, not the page, made the frame.
 */
export function createPanelFrame(address: string, nonce: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.src = `${address}#${nonce}`;
  // Chromium loads the panel under another origin than that of its address (use_dynamic_url), so naming one
  // in `allow` would deny it.
  frame.allow = 'clipboard-write *';
  return frame;
}
