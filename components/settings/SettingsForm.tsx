import type { Settings } from '@/lib/services/settings';
import { ChoiceField, SettingsSection, SwitchField } from './fields';

const PLACES = { open: 'Open', handle: 'Handle only', off: 'Off' };
const THEMES = { page: 'Like the page', light: 'Light', dark: 'Dark' };
const SITES = { arxiv: 'arXiv', 'hugging-face': 'Hugging Face' };
const TABS = { 'same-tab': 'The same tab', 'new-tab': 'A new tab' };

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
      <SettingsSection title="Sidebar">
        <ChoiceField
          label="On arXiv"
          choices={PLACES}
          value={sidebar.arxiv}
          onChange={(arxiv) => onChange({ ...settings, sidebar: { ...sidebar, arxiv } })}
        />
        <ChoiceField
          label="On Hugging Face"
          hint="“Open” remembers per site when you fold it. “Handle only” leaves a small tab at the edge."
          choices={PLACES}
          value={sidebar.huggingFace}
          onChange={(huggingFace) => onChange({ ...settings, sidebar: { ...sidebar, huggingFace } })}
        />
      </SettingsSection>
      <SettingsSection title="Papers outside the catalogue">
        <SwitchField
          label="Read them from their page"
          hint="Tags, figures and links are picked out of the abstract by rule, and marked as such."
          value={readings.shown}
          onChange={(shown) => onChange({ ...settings, readings: { ...readings, shown } })}
        />
        <SwitchField
          label="Open the sidebar for them too"
          hint="Otherwise only the handle shows."
          value={readings.open}
          disabled={!readings.shown}
          onChange={(open) => onChange({ ...settings, readings: { ...readings, open } })}
        />
      </SettingsSection>
      <SettingsSection title="Badges in listings">
        <SwitchField
          label="On arXiv"
          value={badges.arxiv}
          onChange={(arxiv) => onChange({ ...settings, badges: { ...badges, arxiv } })}
        />
        <SwitchField
          label="On Hugging Face"
          value={badges.huggingFace}
          onChange={(huggingFace) => onChange({ ...settings, badges: { ...badges, huggingFace } })}
        />
      </SettingsSection>
      <SettingsSection title="Appearance">
        <ChoiceField
          label="Theme"
          hint="Beside a page the sidebar wears the page’s colours; elsewhere it follows the system."
          choices={THEMES}
          value={settings.theme}
          onChange={(theme) => onChange({ ...settings, theme })}
        />
      </SettingsSection>
      <SettingsSection title="Opening papers">
        <ChoiceField
          label="On"
          choices={SITES}
          value={links.site}
          onChange={(site) => onChange({ ...settings, links: { ...links, site } })}
        />
        <ChoiceField
          label="In"
          hint="Ctrl, Command or the middle button always open a new tab."
          choices={TABS}
          value={links.opens}
          onChange={(opens) => onChange({ ...settings, links: { ...links, opens } })}
        />
      </SettingsSection>
    </>
  );
}
