/** Copies text, from an extension page or from the sidebar's frame. */
import { withoutControls } from '@/lib/domain/text/controls';

/** `refused`: the browser allowed neither way. */
export type CopyOutcome = 'copied' | 'refused';

/** `execCommand` needs no `clipboard-write` permission policy, which a frame in a page may lack. */
function copyByCommand(text: string): boolean {
  const area = document.createElement('textarea');
  const focused = document.activeElement;
  area.value = text;
  area.setAttribute('readonly', '');
  area.style.cssText = 'position:fixed;inset:0 auto auto 0;opacity:0';
  document.body.append(area);
  area.focus({ preventScroll: true });
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    // Browsers may refuse the command; the caller tells the user.
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

/**
 * Puts text on the clipboard, without control characters; `refused` if neither way is allowed. Must be called
 * in a click or key handler.
 */
export async function copyText(unsafe: string): Promise<CopyOutcome> {
  const text = withoutControls(unsafe);
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    // The permission policy or a browser setting may forbid this; `execCommand` may still work.
    return copyByCommand(text) ? 'copied' : 'refused';
  }
}
