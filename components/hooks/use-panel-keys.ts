import { useEffect } from 'react';
import type { PaperPageLink } from '@/lib/pages/current-paper';
import type { PanelActions } from '../panel/panel-actions';
import { isTyping } from './use-key';

/**
 * Single keys of the panel: the paper's pages, back, and J or K into the related papers. They work while the panel
 * has the focus only, so none can clash with the page's or the browser's own.
 */
export function usePanelKeys(
  actions: Pick<PanelActions, 'openPage' | 'goBack' | 'close'>,
  pages: readonly PaperPageLink[],
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const page = pages.find(({ key }) => key === event.key.toLowerCase());
      if (page) actions.openPage(page.kind, event.shiftKey ? 'new-tab' : 'here');
      else if (event.key.toLowerCase() === 'b') actions.goBack();
      else if (event.key === 'Escape') actions.close?.();
      else if (event.key.toLowerCase() === 'j') document.querySelector<HTMLElement>('.papers a')?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [actions, pages]);
}
