import type { ReactNode } from 'react';
import type { Settings } from '@/lib/extension/settings';
import { SETTING_SITES } from '../hooks/setting-sites';
import { t } from '../hooks/texts';
import { ChoiceField, SettingsSection, SwitchField } from './fields';
import { WatchField } from './WatchField';

const places = () => ({ open: t('choice_open'), handle: t('choice_handle'), off: t('choice_off') });
const times = () => ({
  off: t('choice_off'),
  week: t('choice_week'),
  month: t('choice_month'),
  quarter: t('choice_quarter'),
  year: t('choice_year'),
});
const themes = () => ({ page: t('choice_likeThePage'), light: t('choice_light'), dark: t('choice_dark') });
/** The names of sites are the same in every language. */
const SITES = { arxiv: 'arXiv', 'hugging-face': 'Hugging Face' };
const tabs = () => ({ 'same-tab': t('choice_sameTab'), 'new-tab': t('choice_newTab') });

/** All settings; each change is stored at once. */
export function SettingsForm({
  settings,
  onChange,
  met,
}: {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  /** The section about papers met, if there are any. */
  readonly met?: ReactNode;
}) {
  const { sidebar, badges, readings, links } = settings;
  return (
    <>
      <SettingsSection title={t('settings_sidebar')}>
        {SETTING_SITES.map(({ id, label }, at) => (
          <ChoiceField
            key={id}
            label={t('settings_onSite', label)}
            hint={at === SETTING_SITES.length - 1 ? t('settings_openRemembersPerSiteWhenYou') : undefined}
            choices={places()}
            value={sidebar[id]}
            onChange={(place) => onChange({ ...settings, sidebar: { ...sidebar, [id]: place } })}
          />
        ))}
      </SettingsSection>
      <SettingsSection title={t('settings_papersOutsideTheCatalogue')}>
        <SwitchField
          label={t('settings_readThemFromTheirPage')}
          hint={t('settings_tagsFiguresAndLinksArePicked')}
          value={readings.shown}
          onChange={(shown) => onChange({ ...settings, readings: { ...readings, shown } })}
        />
        <SwitchField
          label={t('settings_openTheSidebarForThemToo')}
          hint={t('settings_otherwiseOnlyTheHandleShows')}
          value={readings.open}
          disabled={!readings.shown}
          onChange={(open) => onChange({ ...settings, readings: { ...readings, open } })}
        />
      </SettingsSection>
      <SettingsSection title={t('settings_badgesInListings')}>
        {SETTING_SITES.map(({ id, label }) => (
          <SwitchField
            key={id}
            label={t('settings_onSite', label)}
            value={badges[id]}
            onChange={(shown) => onChange({ ...settings, badges: { ...badges, [id]: shown } })}
          />
        ))}
      </SettingsSection>
      <SettingsSection title={t('settings_watch')}>
        <WatchField value={settings.watch} onChange={(watch) => onChange({ ...settings, watch })} />
      </SettingsSection>
      <SettingsSection title={t('title_met')}>
        <ChoiceField
          label={t('settings_met')}
          hint={t('settings_metHint')}
          choices={times()}
          value={settings.metPapers}
          onChange={(metPapers) => onChange({ ...settings, metPapers })}
        />
        {met}
      </SettingsSection>
      <SettingsSection title={t('settings_fullTexts')}>
        <SwitchField
          label={t('settings_citationCard')}
          hint={t('settings_citationCardHint')}
          value={settings.citationCards}
          onChange={(citationCards) => onChange({ ...settings, citationCards })}
        />
      </SettingsSection>
      <SettingsSection title={t('settings_appearance')}>
        <ChoiceField
          label={t('settings_theme')}
          hint={t('settings_themeHint')}
          choices={themes()}
          value={settings.theme}
          onChange={(theme) => onChange({ ...settings, theme })}
        />
      </SettingsSection>
      <SettingsSection title={t('settings_openingPapers')}>
        <ChoiceField
          label={t('settings_on')}
          choices={SITES}
          value={links.site}
          onChange={(site) => onChange({ ...settings, links: { ...links, site } })}
        />
        <ChoiceField
          label={t('settings_in')}
          hint={t('settings_ctrlCommandOrTheMiddleButton')}
          choices={tabs()}
          value={links.opens}
          onChange={(opens) => onChange({ ...settings, links: { ...links, opens } })}
        />
      </SettingsSection>
    </>
  );
}
