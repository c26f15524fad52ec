import { useEffect, useState } from 'react';
import { openShortcutSettings, readShortcuts, type Shortcut } from '@/lib/pages/shortcuts';

/** The current keyboard shortcuts, and the function that opens the browser's page for changing them. */
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
        // A browser without commands has none.
        () => undefined,
      );
    };
    refresh();
    // They are changed on a page of the browser, so they are loaded again when the user returns.
    window.addEventListener('focus', refresh);
    return () => {
      wanted = false;
      window.removeEventListener('focus', refresh);
    };
  }, []);
  return { shortcuts, change: openShortcutSettings };
}
