import type { ReactNode } from 'react';
import { parseTextRuns } from '@/lib/domain/describe/math';

type Run = ReturnType<typeof parseTextRuns>[number];

const isScript = ({ style }: Run): boolean => style === 'superscript' || style === 'subscript';

/**
 * Runs as they are drawn: a subscript and a superscript of the same base are stacked, all others stand alone.
 */
function stackRuns(runs: readonly Run[]): readonly (readonly [Run, Run?])[] {
  const stacks: [Run, Run?][] = [];
  for (const run of runs) {
    const [last, under] = stacks.at(-1) ?? [];
    const isPair = last && !under && isScript(last) && isScript(run) && last.style !== run.style;
    if (!isPair) stacks.push([run]);
    else stacks[stacks.length - 1] = last.style === 'superscript' ? [last, run] : [run, last];
  }
  return stacks;
}

/** One run: plain text, mathematics in its own font, superscripts or subscripts. */
function drawRun({ style, text }: Run, key: string): ReactNode {
  if (style === 'superscript') return <sup key={key}>{text}</sup>;
  if (style === 'subscript') return <sub key={key}>{text}</sub>;
  if (style === 'math') {
    return (
      <span key={key} className="math">
        {text}
      </span>
    );
  }
  return text;
}

/** A title with its simple mathematics. Only text nodes are made, so nothing of it becomes markup. */
export function MathText({ text }: { readonly text: string }) {
  return stackRuns(parseTextRuns(text)).map(([run, under], index) => {
    // Runs keep their order within one title, so the index is a stable key.
    const key = `${index}:${run.style}`;
    if (!under) return drawRun(run, key);
    return (
      <span key={key} className="scripts">
        {drawRun(run, 'upper')}
        {drawRun(under, 'lower')}
      </span>
    );
  });
}
