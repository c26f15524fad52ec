import { useEffect } from 'react';
import { FACES, type Face } from '@/lib/domain/face';
import { FACE_KEYS } from '../panel/FaceBar';
import type { PanelActions } from '../panel/panel-actions';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

function faceOfKey(key: string): Face | undefined {
  return FACES.find((face) => FACE_KEYS[face] === key.toLowerCase());
}

/**
 * Single keys of the panel: faces, back, and J or K into the related papers. They work while the panel
 * has the focus only, so none can clash with the page's or the browser's own.
 */
export function usePanelKeys(actions: Pick<PanelActions, 'openFace' | 'goBack' | 'close'>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const face = faceOfKey(event.key);
      if (face) actions.openFace(face, event.shiftKey ? 'new-tab' : 'here');
      else if (event.key.toLowerCase() === 'b') actions.goBack();
      else if (event.key === 'Escape') actions.close?.();
      else if (event.key.toLowerCase() === 'j') document.querySelector<HTMLElement>('.papers a')?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [actions]);
}
