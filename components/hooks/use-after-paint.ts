import { useEffect, useState } from 'react';

/**
 * A part of a page that its first view can do without: loading begins when that view is painted. Undefined until it is
 * loaded. `load` must be the same function on every render.
 */
export function useAfterPaint<Part extends object>(load: () => Promise<Part>): Part | undefined {
  const [part, setPart] = useState<Part>();
  useEffect(() => {
    let isOver = false;
    // In a task of its own: to begin loading takes longer than all other effects of the first view.
    const timer = setTimeout(() => {
      void load().then((loaded) => {
        if (!isOver) setPart(loaded);
      });
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [load]);
  return part;
}
