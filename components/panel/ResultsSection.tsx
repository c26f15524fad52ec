import { useState } from 'react';
import { tidyValue } from '@/lib/domain/describe/figure';
import type { ResultRow } from '@/lib/domain/describe/results';
import type { Result } from '@/lib/domain/paper';
import { t, type TextKey } from '../hooks/texts';
import { useAnnounce } from '../shared/Announcer';
import { Icon } from '../shared/Icon';
import type { PanelActions, ShowOutcome } from './panel-actions';
import { ResultsTable } from './ResultsTable';

const FAILURES: Readonly<Record<Exclude<ShowOutcome, 'shown'>, TextKey>> = {
  absent: 'results_absent',
  'no-page': 'results_noPage',
};

/** The results, with "show on the page" and the way back from it. */
export function ResultsSection({
  results,
  isRead,
  note,
  hasAbstract,
  actions,
}: {
  readonly results: readonly Result[];
  /** Whether they were read automatically. */
  readonly isRead: boolean;
  /** A warning that the results are from another version. */
  readonly note: string | undefined;
  /** Whether the page in view contains the abstract as text. */
  readonly hasAbstract: boolean;
  readonly actions: Pick<PanelActions, 'showResult' | 'returnFromResult' | 'openPage'>;
}) {
  const announce = useAnnounce();
  const [shown, setShown] = useState<number>();
  const [failure, setFailure] = useState<Exclude<ShowOutcome, 'shown'>>();

  const show = async (row: ResultRow) => {
    if (row.index === shown) {
      goBack();
      return;
    }
    const outcome = hasAbstract ? await actions.showResult(row.result.anchor) : 'absent';
    setShown(outcome === 'shown' ? row.index : undefined);
    setFailure(outcome === 'shown' ? undefined : outcome);
    announce(outcome === 'shown' ? t('results_marked', tidyValue(row.result.value)) : t(FAILURES[outcome]));
  };
  const goBack = () => {
    actions.returnFromResult();
    setShown(undefined);
    announce(t('results_back'));
  };

  return (
    <section className="section" aria-labelledby="results-title">
      <div className="section-head">
        <h2 className="section-title" id="results-title">
          {t('panel_results')}
        </h2>
        {results.length === 0 ? (
          <p className="nothing">{t('results_none')}</p>
        ) : shown === undefined ? (
          note && <p className="version-note">{note}</p>
        ) : (
          <button type="button" className="more" onClick={goBack}>
            <Icon name="back" />
            {t('panel_backToYourPlace')}
          </button>
        )}
      </div>
      {results.length === 0 ? null : (
        <ResultsTable
          results={results}
          isRead={isRead}
          hasAbstract={hasAbstract}
          shownIndex={shown}
          onShow={(row) => void show(row)}
        />
      )}
      {failure === undefined ? null : (
        <p className="failure">
          {t(FAILURES[failure])}{' '}
          <button type="button" className="more" onClick={() => actions.openPage('abs', 'here')}>
            {t('results_openAbstract')}
          </button>
        </p>
      )}
    </section>
  );
}
