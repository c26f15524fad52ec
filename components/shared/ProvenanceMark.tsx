import type { Provenance } from '@/lib/domain/provenance';
import type { MarkMeaning } from '@/lib/shared/listing/line-words';
import { t, type TextKey } from '../hooks/texts';

/** A badge's mark as it stands on the listing; what it means has to stand in words beside it. */
export function BadgeMark({ mark }: { readonly mark: MarkMeaning }) {
  return <span className="badge-mark" data-mark={mark} aria-hidden="true" />;
}

const WORDS: Readonly<Record<Provenance, readonly [label: TextKey, hint: TextKey]>> = {
  curated: ['card_markCurated', 'provenance_curatedHint'],
  automatic: ['card_markAutomatic', 'provenance_automaticHint'],
  page: ['card_markPage', 'provenance_pageHint'],
};

/** Where a paper's annotation comes from: the mark that badges have, and a word. */
export function ProvenanceMark({ of }: { readonly of: Provenance }) {
  const [label, hint] = WORDS[of];
  return (
    <span className="provenance" title={t(hint)}>
      <BadgeMark mark={of} />
      {t(label)}
    </span>
  );
}
