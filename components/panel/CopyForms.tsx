import { useState } from 'react';
import type { CopyOutcome } from '@/lib/pages/clipboard';
import { t, type TextKey } from '../hooks/texts';
import { useAnnounce } from '../shared/Announcer';
import { Icon } from '../shared/Icon';

/** Copies something in one of several formats, with a button for each, and says whether it worked. */
export function CopyForms<Form extends string>({
  label,
  forms,
  names,
  copy,
}: {
  /** For screen readers: what is copied. */
  readonly label: string;
  readonly forms: readonly Form[];
  readonly names: Readonly<Record<Form, TextKey>>;
  readonly copy: (form: Form) => Promise<CopyOutcome>;
}) {
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<{ readonly form: Form; readonly copied: boolean }>();
  const run = async (form: Form) => {
    const copied = (await copy(form)) === 'copied';
    setOutcome({ form, copied });
    announce(copied ? t('copy_done', t(names[form])) : t('copy_refused'));
  };
  return (
    <div className="copy" role="group" aria-label={label}>
      <span className="copy-label" aria-hidden="true">
        {t('panel_copy')}
      </span>
      {forms.map((form) => (
        <button key={form} type="button" className="copy-form" onClick={() => void run(form)}>
          {outcome?.form === form && outcome.copied ? <Icon name="check" /> : null}
          {t(names[form])}
        </button>
      ))}
      {outcome && !outcome.copied ? (
        <p className="failure">{t('panel_notCopiedTheBrowserRefusedAccess')}</p>
      ) : null}
    </div>
  );
}
