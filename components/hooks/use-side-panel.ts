import { useState } from 'react';
import type { SidePanel } from '@/lib/pages/side-panel';

/** Opens the browser's own side panel from the popup, which then closes. */
export function useSidePanel(
  panel: SidePanel | undefined,
): { readonly isRefused: boolean; readonly open: () => Promise<'opened' | 'refused'> } | undefined {
  const [isRefused, setRefused] = useState(false);
  if (!panel) return undefined;
  return {
    isRefused,
    open: async () => {
      const outcome = await panel.open();
      setRefused(outcome === 'refused');
      if (outcome === 'opened') window.close();
      return outcome;
    },
  };
}
