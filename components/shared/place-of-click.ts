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
