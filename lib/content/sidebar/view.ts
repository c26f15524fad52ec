/**
 * The sidebar's elements on the page: a host element with a closed shadow root, in it a handle, a splitter
 * and the frame that shows the panel. A page can neither restyle nor read any of it, nor learn the frame's
 * address.
 */
import { t } from '@/lib/shared/texts';
import { SIDEBAR_CSS } from './css';

/** Element name of the host, by which leftovers of an earlier copy of the script are found. */
const HOST = 'sidelight-sidebar';

const SVG = 'http://www.w3.org/2000/svg';

/** The sidebar's elements; the page cannot reach those inside the shadow root. */
export interface SidebarView {
  readonly host: HTMLElement;
  /** Contains the others; it has all state, since the page can change the host's attributes. */
  readonly shell: HTMLElement;
  readonly bar: HTMLElement;
  readonly handle: HTMLButtonElement;
  readonly fold: HTMLButtonElement;
  readonly splitter: HTMLElement;
  /** The sidebar's element that has the keyboard focus. */
  focused(): Element | null;
}

/** Removes the elements of an earlier copy of this script, for example after an update in an open tab. */
export function removeLeftovers(root: ParentNode): void {
  for (const host of root.querySelectorAll(HOST)) host.remove();
}

/**
 * Builds the elements, not yet inserted. With `pdf` they keep clear of the viewer's toolbar and scroll bar.
 */
export function createSidebarView({ isPdf }: { readonly isPdf: boolean }): SidebarView {
  const host = document.createElement(HOST);
  host.setAttribute('data-nosnippet', '');
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = SIDEBAR_CSS;

  const handle = createButton('handle', t('sidebar_open'));
  handle.append(createMark());
  const bar = document.createElement('div');
  bar.className = 'bar';
  const splitter = document.createElement('div');
  splitter.className = 'splitter';
  splitter.tabIndex = 0;
  splitter.setAttribute('role', 'separator');
  splitter.setAttribute('aria-orientation', 'vertical');
  splitter.setAttribute('aria-label', t('sidebar_width'));
  const fold = createButton('fold', t('panel_foldTheSidebar'));
  fold.textContent = '›';
  bar.append(splitter, fold);
  const shell = document.createElement('div');
  shell.className = 'sidebar';
  if (isPdf) shell.setAttribute('data-viewer', 'pdf');
  shell.append(handle, bar);
  shadow.append(style, shell);

  // Keys typed in the sidebar's controls must not trigger the page's shortcuts.
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    shadow.addEventListener(type, (event) => event.stopPropagation());
  }
  return { host, shell, bar, handle, fold, splitter, focused: () => shadow.activeElement };
}

/**
 * The frame with the panel. The nonce lets the panel verify that this script, not the page, made the frame.
 */
export function createPanelFrame(address: string, nonce: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = t('app_name');
  frame.src = `${address}#${nonce}`;
  // Chromium loads the panel under another origin than that of its address (use_dynamic_url), so naming one
  // in `allow` would deny it.
  frame.allow = 'clipboard-write *';
  return frame;
}

function createButton(className: string, label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.title = label;
  button.setAttribute('aria-label', label);
  return button;
}

/** The project's logo: a page, lit from its side. */
function createMark(): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  for (const [className, d] of [
    ['page', 'M6 1.5h6.2c.7 0 1.3.6 1.3 1.3v10.4c0 .7-.6 1.3-1.3 1.3H6z'],
    ['light', 'M4.2 1.5v13L1 11.6V4.4z'],
  ] as const) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', className);
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
