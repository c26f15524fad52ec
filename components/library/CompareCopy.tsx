import { useState } from 'react';
import type { ComparedFacts, Comparison } from '@/lib/domain/compare';
import { COMPARISON_FORMS, formatComparison, type ComparisonForm } from '@/lib/domain/compare/copy';
import { copyPlain } from '../hooks/library-actions';
import { t, type TextKey } from '../hooks/texts';
import { useAnnounce } from '../shared/Announcer';
import { useTagLabels } from './tag-labels';

const NAMES: Readonly<Record<ComparisonForm, TextKey>> = { markdown: 'copy_markdown', tsv: 'library_tsv' };

/** Copies a comparison, with a button for each format. */
export function CompareCopy({
  papers,
  comparison,
}: {
  readonly papers: readonly ComparedFacts[];
  readonly comparison: Comparison;
}) {
  const announce = useAnnounce();
  const labelOf = useTagLabels();
  const [said, setSaid] = useState<string>();
  const copy = async (form: ComparisonForm): Promise<void> => {
    const outcome = await copyPlain(formatComparison(papers, comparison, { form, labelOf }));
    const sentence = outcome === 'copied' ? t('copy_done', t(NAMES[form])) : t('copy_refused');
    setSaid(sentence);
    announce(sentence);
  };
  return (
    <div className="row-actions" role="group" aria-label={t('compare_copy')}>
      {COMPARISON_FORMS.map((form) => (
        <button key={form} type="button" className="button" onClick={() => void copy(form)}>
          {t('compare_copyAs', t(NAMES[form]))}
        </button>
      ))}
      {said === undefined ? null : <span className="field-hint">{said}</span>}
    </div>
  );
}
