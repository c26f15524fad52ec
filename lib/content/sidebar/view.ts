/**
 * The sidebar's elements on the page: a host element with a closed shadow root, in it a handle, a splitter
 * and the frame that shows the panel. A page can neither restyle nor read any of it, nor learn the frame's
 * address.
 */
import { t } from '@/lib/shared/texts';
import { SIDEBAR_CSS } from './css';
import { createParts, type SidebarParts } from './parts';

const SVG = 'http://www.w3.org/2000/svg';

/** The sidebar's elements; the page cannot reach those inside the shadow root. */
export interface SidebarView extends SidebarParts {
  readonly handle: HTMLButtonElement;
  readonly fold: HTMLButtonElement;
  readonly splitter: HTMLElement;
  /** The sidebar's element that has the keyboard focus. */
  focused(): Element | null;
}

/**
 * Builds the elements, not yet inserted, or completes those that the first stage inserted and hid, which stay hidden. With
 * `isPdf` they keep clear of the viewer's toolbar and scroll bar.
 */
export function createSidebarView({
  isPdf,
  parts = createParts(),
}: {
  readonly isPdf: boolean;
  readonly parts?: SidebarParts | undefined;
}): SidebarView {
  const { host, shadow, shell, bar } = parts;
  host.setAttribute('data-nosnippet', '');
  shell.className = 'sidebar';
  bar.className = 'bar';
  const style = document.createElement('style');
  style.textContent = SIDEBAR_CSS;

  const handle = createButton('handle', t('sidebar_open'));
  handle.append(createMark());
  const splitter = document.createElement('div');
  splitter.className = 'splitter';
  splitter.tabIndex = 0;
  splitter.setAttribute('role', 'separator');
  splitter.setAttribute('aria-orientation', 'vertical');
  splitter.setAttribute('aria-label', t('sidebar_width'));
  const fold = createButton('fold', t('panel_foldTheSidebar'));
  fold.textContent = '›';
  // A frame that is moved would load again.
  bar.prepend(splitter, fold);
  if (isPdf) shell.setAttribute('data-viewer', 'pdf');
  shell.prepend(handle);
  shadow.prepend(style);

  // Keys typed in the sidebar's controls must not trigger the page's shortcuts.
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    shadow.addEventListener(type, (event) => event.stopPropagation());
  }
  return { ...parts, handle, fold, splitter, focused: () => shadow.activeElement };
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
