import type { Settings } from '@/lib/extension/settings';
import { showMet } from '../hooks/own-pages';
import { t, tCount } from '../hooks/texts';
import { useMet } from '../hooks/use-met';
import { ForgetMet } from '../shared/ForgetMet';
import { ChoiceField, SettingsSection } from './fields';

const times = () => ({
  off: t('choice_off'),
  week: t('choice_week'),
  month: t('choice_month'),
  quarter: t('choice_quarter'),
  year: t('choice_year'),
});

/** Whether and how long papers met are remembered, how many there are, and the way to see and forget them. */
export function MetSection({
  value,
  onChange,
}: {
  readonly value: Settings['metPapers'];
  readonly onChange: (value: Settings['metPapers']) => void;
}) {
  const met = useMet(0);
  return (
    <SettingsSection title={t('title_met')}>
      <ChoiceField
        label={t('settings_met')}
        hint={t('settings_metHint')}
        choices={times()}
        value={value}
        onChange={onChange}
      />
      {met && met.total > 0 ? (
        <div className="row-actions">
          <span>{tCount('met_count', met.total)}</span>
          <button type="button" className="button" onClick={showMet}>
            {t('met_see')}
          </button>
          <ForgetMet met={met} />
        </div>
      ) : null}
    </SettingsSection>
  );
}
