import type { MarkMeaning } from '@/lib/shared/listing/line-texts';
import { t, type TextKey } from '../hooks/texts';
import { BadgeMark } from '../shared/ProvenanceMark';

const MARKS: readonly (readonly [mark: MarkMeaning, label: TextKey])[] = [
  ['curated', 'card_markCurated'],
  ['automatic', 'card_markAutomatic'],
  ['page', 'card_markPage'],
  ['met', 'card_markMet'],
  ['title', 'card_markTitle'],
];

/** Explains the marks of badges in one line. */
export function Legend() {
  return (
    <ul className="legend" aria-label={t('card_legend')}>
      {MARKS.map(([mark, label]) => (
        <li key={mark}>
          <BadgeMark mark={mark} />
          {t(label)}
        </li>
      ))}
    </ul>
  );
}
