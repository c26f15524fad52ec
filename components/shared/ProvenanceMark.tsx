import type { Provenance } from '@/lib/domain/provenance';
import type { MarkMeaning } from '@/lib/shared/listing/line-texts';
import { t, tDay, type TextKey } from '../hooks/texts';

/** A badge's mark as in listings; the text beside it must say what it means. */
export function BadgeMark({ mark }: { readonly mark: MarkMeaning }) {
  return <span className="badge-mark" data-mark={mark} aria-hidden="true" />;
}

const WORDS: Readonly<Record<Provenance, readonly [label: TextKey, hint: TextKey]>> = {
  curated: ['card_markCurated', 'provenance_curatedHint'],
  automatic: ['card_markAutomatic', 'provenance_automaticHint'],
  page: ['card_markPage', 'provenance_pageHint'],
  met: ['card_markMet', 'provenance_metHint'],
};

/** Where a paper's annotation comes from: the badges' mark and a word; for a paper met also the day. */
export function ProvenanceMark({
  of,
  metOn,
}: {
  readonly of: Provenance;
  /** `YYYY-MM-DD` */
  readonly metOn?: string | undefined;
}) {
  const [label, hint] = WORDS[of];
  return (
    <span className="provenance" title={t(hint)}>
      <BadgeMark mark={of} />
      {metOn === undefined ? t(label) : t('card_markMetOn', tDay(metOn))}
    </span>
  );
}
