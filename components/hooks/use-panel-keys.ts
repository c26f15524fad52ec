import { useEffect } from 'react';
import type { PaperPageLink } from '@/lib/pages/current-paper';
import { isTyping } from '@/lib/dom/is-typing';
import type { PanelActions } from '../panel/panel-actions';

const findFirst = (): HTMLElement | null => document.querySelector<HTMLElement>('.papers a');

/** Focuses the first related paper: now, or when the list has loaded if the user has done nothing else. */
function focusFirst(signal: AbortSignal): void {
  const first = findFirst();
  if (first) {
    first.focus();
    return;
  }
  const watch = new MutationObserver(() => {
    const arrived = findFirst();
    if (!arrived) return;
    watch.disconnect();
    arrived.focus();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener('abort', () => watch.disconnect());
}

/**
 * Single-key shortcuts of the panel: the paper's pages, back, and J to the related papers, whose list has keys of its own.
 * They only work while the panel has the focus, so none conflicts with the page's or the browser's own.
 */
export function usePanelKeys(
  actions: Pick<PanelActions, 'openPage' | 'goBack' | 'close'>,
  pages: readonly PaperPageLink[],
): void {
  useEffect(() => {
    let waiting = new AbortController();
    const stopWaiting = () => {
      waiting.abort();
      waiting = new AbortController();
    };
    const onKey = (event: KeyboardEvent) => {
      stopWaiting();
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const page = pages.find(({ key }) => key === event.key.toLowerCase());
      if (page) actions.openPage(page.kind, event.shiftKey ? 'new-tab' : 'here');
      else if (event.key.toLowerCase() === 'b') actions.goBack();
      else if (event.key === 'Escape') actions.close?.();
      else if (event.key.toLowerCase() === 'j') focusFirst(waiting.signal);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', stopWaiting);
    return () => {
      waiting.abort();
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', stopWaiting);
    };
  }, [actions, pages]);
}
