import type { ReactNode } from 'react';
import type { ResultGroup } from '@/lib/domain/describe/results';
import { t } from '../hooks/texts';
import { Icon } from '../shared/Icon';

function Entry({ sign, children }: { readonly sign: ReactNode; readonly children: string }) {
  return (
    <span>
      {sign} {children}
    </span>
  );
}

const swatch = (name: string) => <span className={`swatch swatch-${name}`} />;

/**
 * Explains the marks beside and in the bars that are present. Hidden from screen readers, because each mark
 * is also said in words beside its value.
 */
export function ResultsLegend({
  groups,
  hasDoubtful,
}: {
  readonly groups: readonly ResultGroup[];
  readonly hasDoubtful: boolean;
}) {
  const rows = groups.flatMap((group) => group.rows);
  const drawn = rows.filter(({ mark }) => mark !== undefined);
  const isCompared = rows.some(({ result }) => result.role === 'baseline');
  const hasBound = drawn.some(({ result }) => result.kind === 'bound');
  const hasWhole = drawn.some(({ mark }) => mark?.isOfWhole);
  const hasTimes = drawn.some(({ mark }) => mark?.shape === 'times');
  const directions = new Set(groups.map(({ better }) => better));
  return (
    <p className="legend" aria-hidden="true">
      {isCompared ? <Entry sign={swatch('own')}>{t('results_legendOwn')}</Entry> : null}
      {isCompared ? <Entry sign={swatch('baseline')}>{t('results_compared')}</Entry> : null}
      {hasBound ? <Entry sign={swatch('bound')}>{t('results_legendBound')}</Entry> : null}
      {hasWhole ? <Entry sign={swatch('whole')}>{t('results_legendWhole')}</Entry> : null}
      {hasTimes ? <Entry sign={swatch('times')}>{t('results_legendTimes')}</Entry> : null}
      {hasDoubtful ? <Entry sign={<span className="doubtful">?</span>}>{t('results_doubtful')}</Entry> : null}
      {directions.has('higher') ? <Entry sign={<Icon name="up" />}>{t('results_higher')}</Entry> : null}
      {directions.has('lower') ? <Entry sign={<Icon name="down" />}>{t('results_lower')}</Entry> : null}
    </p>
  );
}
