import { useState } from 'react';
import { useAnnounce } from '../shared/Announcer';
import { Icon } from '../shared/Icon';
import { COPY_FORMS, type CopyForm, type PanelActions } from './panel-actions';

const FORM_NAMES: Readonly<Record<CopyForm, string>> = {
  link: 'Link',
  markdown: 'Markdown',
  bibtex: 'BibTeX',
  row: 'Table row',
};

/** Copies the paper in four forms, and says whether that worked. */
export function CopyBar({ copy }: { readonly copy: PanelActions['copy'] }) {
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<{ readonly form: CopyForm; readonly copied: boolean }>();
  const run = async (form: CopyForm) => {
    const copied = (await copy(form)) === 'copied';
    setOutcome({ form, copied });
    announce(
      copied
        ? `${FORM_NAMES[form]} copied`
        : 'The browser refused access to the clipboard. Nothing was copied.',
    );
  };
  return (
    <div className="copy" role="group" aria-label="Copy this paper as">
      <span className="copy-label" aria-hidden="true">
        Copy
      </span>
      {COPY_FORMS.map((form) => (
        <button key={form} type="button" className="copy-form" onClick={() => void run(form)}>
          {outcome?.form === form && outcome.copied ? <Icon name="check" /> : null}
          {FORM_NAMES[form]}
        </button>
      ))}
      {outcome && !outcome.copied ? (
        <p className="failure">Not copied: the browser refused access to the clipboard.</p>
      ) : null}
    </div>
  );
}
