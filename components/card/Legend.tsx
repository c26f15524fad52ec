import { t } from '../hooks/texts';
import { MarkList } from '../shared/MarkList';

const WORDS = {
  curated: 'card_markCurated',
  automatic: 'card_markAutomatic',
  page: 'card_markPage',
  met: 'card_markMet',
  title: 'card_markTitle',
} as const;

/** Explains the marks of badges in one line. */
export function Legend() {
  return <MarkList className="legend" label={t('card_legend')} words={WORDS} />;
}
