import { parseTextRuns } from '@/lib/domain/describe/math';

/** A title with the little mathematics it may hold. Text only: nothing of it becomes markup. */
export function MathText({ text }: { readonly text: string }) {
  return parseTextRuns(text).map((run, index) => {
    // Runs never move within one title, so their place is their identity.
    const key = `${index}:${run.style}`;
    if (run.style === 'superscript') return <sup key={key}>{run.text}</sup>;
    if (run.style === 'subscript') return <sub key={key}>{run.text}</sub>;
    if (run.style === 'math') {
      return (
        <span key={key} className="math">
          {run.text}
        </span>
      );
    }
    return run.text;
  });
}
