import type { ResultMark } from '@/lib/domain/describe/results';
import type { ResultRole } from '@/lib/domain/paper';

const percent = (share: number) => `${(100 * share).toFixed(2)}%`;

/** The bar of one value, hidden from screen readers because the number is printed beside it. */
export function ResultBar({
  mark,
  role,
}: {
  readonly mark: ResultMark | undefined;
  readonly role: ResultRole;
}) {
  if (!mark) return <span className="bar" aria-hidden="true" />;
  const { shape, origin, end, isOfWhole } = mark;
  return (
    <span className={`bar bar-${shape} bar-${role}${isOfWhole ? ' bar-of-whole' : ''}`} aria-hidden="true">
      {shape === 'times' ? (
        <span className="bar-origin" style={{ insetInlineStart: percent(origin) }} />
      ) : null}
      <span className="bar-ink" style={{ inlineSize: percent(end) }} />
    </span>
  );
}
