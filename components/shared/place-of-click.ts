import type { MouseEvent } from 'react';
import type { Place } from '@/lib/extension/navigation';

interface ClickKeys {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly button?: number;
}

/** Where a click or Enter with these modifier keys opens a link, as for the browser's own links. */
export function placeOfClick(event: ClickKeys): Place {
  if (event.button === 1) return 'background';
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? 'new-tab' : 'background';
  return event.shiftKey ? 'new-tab' : 'here';
}

/** Handlers of a link that the extension opens itself, by a click of the main or the middle button. */
export function openOnClick(open: (place: Place) => void) {
  const onClick = (event: MouseEvent): void => {
    event.preventDefault();
    open(placeOfClick(event));
  };
  return {
    onClick,
    onAuxClick: (event: MouseEvent): void => {
      if (event.button === 1) onClick(event);
    },
  };
}
