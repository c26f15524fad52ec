import type { Settings } from '@/lib/services/settings';
import { t } from '../hooks/texts';
import { ChoiceField, SettingsSection, SwitchField } from './fields';

const places = () => ({ open: t('choice_open'), handle: t('choice_handle'), off: t('choice_off') });
const themes = () => ({ page: t('choice_likeThePage'), light: t('choice_light'), dark: t('choice_dark') });
/** Names of sites are the same in every language. */
/** Names of sites are the same in every language. */
const SITES = { arxiv: 'arXiv', 'hugging-face': 'Hugging Face' };
const tabs = () => ({ 'same-tab': t('choice_sameTab'), 'new-tab': t('choice_newTab') });

/** Everything a user can set; each change is kept at once. */
export function SettingsForm({
  settings,
  onChange,
}: {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}) {
  const { sidebar, badges, readings, links } = settings;
  return (
    <>
      <SettingsSection title={t('settings_sidebar')}>
        <ChoiceField
          label={t('settings_onArxiv')}
          choices={places()}
          value={sidebar.arxiv}
          onChange={(arxiv) => onChange({ ...settings, sidebar: { ...sidebar, arxiv } })}
        />
        <ChoiceField
          label={t('settings_onHuggingFace')}
          hint={t('settings_openRemembersPerSiteWhenYou')}
          choices={places()}
          value={sidebar.huggingFace}
          onChange={(huggingFace) => onChange({ ...settings, sidebar: { ...sidebar, huggingFace } })}
        />
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
        <SwitchField
          label={t('settings_onArxiv')}
          value={badges.arxiv}
          onChange={(arxiv) => onChange({ ...settings, badges: { ...badges, arxiv } })}
        />
        <SwitchField
          label={t('settings_onHuggingFace')}
          value={badges.huggingFace}
          onChange={(huggingFace) => onChange({ ...settings, badges: { ...badges, huggingFace } })}
        />
      </SettingsSection>
      <SettingsSection title={t('settings_appearance')}>
        <ChoiceField
          label={t('settings_theme')}
          hint={t('settings_besideAPageTheSidebarWears')}
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
