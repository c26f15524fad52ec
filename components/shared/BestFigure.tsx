import { roomyFigure } from '@/lib/domain/entry/figure';
import type { Result } from '@/lib/domain/paper';

/** The one number to show of a paper, with what it is of; nothing where the text does not say of what. */
export function BestFigure({ results }: { readonly results: readonly Result[] }) {
  const best = roomyFigure(results);
  if (!best) return null;
  return (
    <span className="figure">
      {best.before ? `${best.before} ` : null}
      <b>{best.value}</b>
      {best.after ? ` ${best.after}` : null}
    </span>
  );
}
