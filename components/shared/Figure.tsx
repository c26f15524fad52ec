import type { FigureWords } from '@/lib/domain/describe/figure';

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
