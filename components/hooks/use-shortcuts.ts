import { useEffect, useState } from 'react';
import { openShortcutSettings, readShortcuts, type Shortcut } from '@/lib/pages/shortcuts';

/** The keyboard commands as they are set now, and the way to the browser's page that changes them. */
export function useShortcuts(): {
  readonly shortcuts: readonly Shortcut[];
  readonly change: () => Promise<'opened' | 'manual'>;
} {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    let wanted = true;
    const refresh = () => {
      readShortcuts().then(
        (found) => {
          if (wanted) setShortcuts(found);
        },
        // A browser without commands has none to list.
        () => undefined,
      );
    };
    refresh();
    // They are changed on a page of the browser's; this one is looked at again afterwards.
    window.addEventListener('focus', refresh);
    return () => {
      wanted = false;
      window.removeEventListener('focus', refresh);
    };
  }, []);
  return { shortcuts, change: openShortcutSettings };
}
