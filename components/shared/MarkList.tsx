import type { MarkMeaning } from '@/lib/shared/listing/line-texts';
import { t, type TextKey } from '../hooks/texts';
import { BadgeMark } from './ProvenanceMark';

/** The marks of badges, in the order in which they are explained. */
const MARKS: readonly MarkMeaning[] = ['curated', 'automatic', 'page', 'met', 'title'];

/** A list that explains the marks of badges, in the given words. */
export function MarkList({
  className,
  label,
  words,
}: {
  readonly className: string;
  /** Name of the list where no heading names it. */
  readonly label?: string;
  readonly words: Readonly<Record<MarkMeaning, TextKey>>;
}) {
  return (
    <ul className={className} aria-label={label}>
      {MARKS.map((mark) => (
        <li key={mark}>
          <BadgeMark mark={mark} />
          {t(words[mark])}
        </li>
      ))}
    </ul>
  );
}
