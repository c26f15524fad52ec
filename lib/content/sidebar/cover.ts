/** Whether the page has laid something over the sidebar through which clicks pass, at a point of it. */
import { browser } from 'wxt/browser';
import { isLaidOver, type OpenShadow } from '@/lib/dom/covering';

/**
 * Both browsers open closed shadow trees to content scripts
 * (https://developer.chrome.com/docs/extensions/reference/api/dom,
 * https://developer.mozilla.org/en-US/docs/Web/API/Element/openOrClosedShadowRoot).
 */
const openShadow: OpenShadow = (element) => {
  if (element.shadowRoot) return element.shadowRoot;
  if (!import.meta.env.FIREFOX) return browser.dom.openOrClosedShadowRoot(element);
  const shadow: unknown = Reflect.get(element, 'openOrClosedShadowRoot');
  return shadow instanceof ShadowRoot ? shadow : null;
};

/** The same for a point of the window, in CSS pixels. */
export const isCoveredAt = (point: { readonly x: number; readonly y: number }, host: HTMLElement): boolean =>
  isLaidOver(point, host, openShadow);

/** The same for a point of the panel's frame, in fractions of its size without padding. */
export function isCoveredInFrame(
  { x, y }: { readonly x: number; readonly y: number },
  frame: HTMLElement,
  host: HTMLElement,
): boolean {
  const { left, top, right, bottom } = frame.getBoundingClientRect();
  const start = left + (Number.parseFloat(getComputedStyle(frame).paddingLeft) || 0);
  return isCoveredAt({ x: start + x * (right - start), y: top + y * (bottom - top) }, host);
}
