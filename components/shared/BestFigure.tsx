import type { FigureWords } from '@/lib/domain/describe/figure';
import { roomyFigure } from '@/lib/domain/entry/best-result';
import type { Result } from '@/lib/domain/paper';

/** A paper's number with its metric; nothing if there is none. */
export function Figure({ words }: { readonly words: FigureWords | undefined }) {
  if (!words) return null;
  return (
    <span className="figure">
      {words.before ? `${words.before} ` : null}
      <b>{words.value}</b>
      {words.after ? ` ${words.after}` : null}
    </span>
  );
}

/** The one number to show of a paper's results; nothing if none can be understood alone. */
export function BestFigure({ results }: { readonly results: readonly Result[] }) {
  return <Figure words={roomyFigure(results)} />;
}
