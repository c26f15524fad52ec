import { roomyFigure } from '@/lib/domain/entry/best-result';
import type { Result } from '@/lib/domain/paper';
import { Figure } from './Figure';

/** The one number to show of a paper's results; nothing if none can be understood alone. */
export function BestFigure({ results }: { readonly results: readonly Result[] }) {
  return <Figure words={roomyFigure(results)} />;
}
