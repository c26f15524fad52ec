import { useState } from 'react';
import { t } from '../hooks/texts';
import { useAnnounce } from '../shared/Announcer';
import type { PanelActions } from './panel-actions';

const ANSWERS = { copied: 'report_copied', refused: 'copy_refused' } as const;

/** The button that reports a wrong number, with the outcome. */
export function ReportLine({ report }: Pick<PanelActions, 'report'>) {
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<keyof typeof ANSWERS>();
  const run = async () => {
    const next = await report();
    setOutcome(next);
    announce(t(ANSWERS[next]));
  };
  return (
    <p className="report">
      <button type="button" className="more" onClick={() => void run()}>
        {t('report_wrongNumber')}
      </button>
      {outcome ? <span>{t(ANSWERS[outcome])}</span> : null}
    </p>
  );
}
