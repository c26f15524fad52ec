import { useState } from 'react';
import { FAULT_TEXTS } from '../hooks/saved-texts';
import { t, tCount } from '../hooks/texts';
import type { MetPapers } from '../hooks/use-met';
import { useAnnounce } from './Announcer';

/** Deletes all papers met after two clicks; the second button names the number of papers. */
export function ForgetMet({ met }: { readonly met: MetPapers }) {
  const announce = useAnnounce();
  const [isAsked, setAsked] = useState(false);
  const [said, setSaid] = useState<string>();
  const forget = async (): Promise<void> => {
    setAsked(false);
    const outcome = await met.forget();
    const sentence = outcome.ok ? tCount('met_forgotten', outcome.value) : t(FAULT_TEXTS[outcome.reason]);
    setSaid(sentence);
    announce(sentence);
  };
  return (
    <>
      {isAsked ? (
        <>
          <button type="button" className="button button-danger" onClick={() => void forget()}>
            {tCount('met_forgetAll', met.total)}
          </button>
          <button type="button" className="button" onClick={() => setAsked(false)}>
            {t('library_cancel')}
          </button>
        </>
      ) : met.total > 0 ? (
        <button type="button" className="button" onClick={() => setAsked(true)}>
          {t('met_forget')}
        </button>
      ) : null}
      {said === undefined ? null : <span className="field-hint">{said}</span>}
    </>
  );
}
