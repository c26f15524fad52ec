import { valueWord } from '@/lib/domain/describe';
import { bestResult } from '@/lib/domain/describe/results';
import type { Result } from '@/lib/domain/paper';

/** The one number to show of a paper, with what it is of; nothing where the text does not say of what. */
export function BestFigure({ results }: { readonly results: readonly Result[] }) {
  const best = bestResult(results.filter(({ metric, on }) => metric !== null || on !== undefined));
  if (!best) return null;
  const before = [best.metric, valueWord(best)].filter(Boolean).join(' ');
  return (
    <span className="figure">
      {before ? `${before} ` : null}
      <b>{best.value}</b>
      {best.metric === null ? ` ${best.on ?? ''}` : null}
    </span>
  );
}
