import { useState } from 'react';
import { t, type TextKey } from '../hooks/texts';
import { useAnnounce } from '../shared/Announcer';
import { Icon } from '../shared/Icon';
import { COPY_FORMS, type CopyForm, type PanelActions } from './panel-actions';

const FORM_NAMES: Readonly<Record<CopyForm, TextKey>> = {
  link: 'copy_link',
  markdown: 'copy_markdown',
  bibtex: 'copy_bibtex',
  row: 'copy_row',
};

/** Copies the paper in four forms, and says whether that worked. */
export function CopyBar({ copy }: { readonly copy: PanelActions['copy'] }) {
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<{ readonly form: CopyForm; readonly copied: boolean }>();
  const run = async (form: CopyForm) => {
    const copied = (await copy(form)) === 'copied';
    setOutcome({ form, copied });
    announce(copied ? t('copy_done', t(FORM_NAMES[form])) : t('copy_refused'));
  };
  return (
    <div className="copy" role="group" aria-label={t('panel_copyThisPaperAs')}>
      <span className="copy-label" aria-hidden="true">
        {t('panel_copy')}
      </span>
      {COPY_FORMS.map((form) => (
        <button key={form} type="button" className="copy-form" onClick={() => void run(form)}>
          {outcome?.form === form && outcome.copied ? <Icon name="check" /> : null}
          {t(FORM_NAMES[form])}
        </button>
      ))}
      {outcome && !outcome.copied ? (
        <p className="failure">{t('panel_notCopiedTheBrowserRefusedAccess')}</p>
      ) : null}
    </div>
  );
}
