import { showMet } from '../hooks/open-extension-pages';
import { t, tCount } from '../hooks/texts';
import { useMet } from '../hooks/use-met';
import { ForgetMet } from '../shared/ForgetMet';

/** How many papers met are remembered, with buttons to see and delete them; only what was deleted if there are none. */
export function MetActions() {
  const met = useMet(0);
  if (!met) return null;
  return (
    <div className="row-actions">
      {met.total > 0 ? (
        <>
          <span>{tCount('met_count', met.total)}</span>
          <button type="button" className="button" onClick={showMet}>
            {t('met_see')}
          </button>
        </>
      ) : null}
      <ForgetMet met={met} />
    </div>
  );
}
