import { useMemo, useState } from 'react';
import type { Settings } from '@/lib/extension/settings';
import type { OpenStore } from '@/lib/extension/store';
import { t } from '../hooks/texts';
import { showWelcome } from '../hooks/open-extension-pages';
import { useStore } from '../hooks/use-store';
import { useSettings } from '../hooks/use-settings';
import { useShortcuts } from '../hooks/use-shortcuts';
import { useTheme } from '../hooks/use-theme';
import { Announcer, useAnnounce } from '../shared/Announcer';
import { Mark } from '../shared/Icon';
import { Notice } from '../shared/Notice';
import { FileSection } from './SettingsFile';
import { MetActions } from './MetActions';
import { PacksSection } from './PacksSection';
import { SettingsForm } from './SettingsForm';
import {
  CatalogueSection,
  PrivacySection,
  ResetSection,
  ShortcutsSection,
  type CatalogueFacts,
} from './SettingsFacts';

/** An unreadable value is kept until new settings replace it, so nothing is lost yet. */
function UnreadableNotice({ names }: { readonly names: readonly string[] }) {
  return (
    <Notice tone="lamp">
      <p>
        {names.includes('all') ? t('settings_unreadable') : t('settings_someUnreadable', names.join(', '))}
      </p>
    </Notice>
  );
}

function AsideNotice({ text, onDiscard }: { readonly text: string; readonly onDiscard: () => void }) {
  return (
    <Notice tone="lamp">
      <p>{t('settings_storedSettingsThatCouldNotBe')}</p>
      <details>
        <summary>{t('settings_showIt')}</summary>
        <code className="unreadable">{text}</code>
      </details>
      <button type="button" className="button" onClick={onDiscard}>
        {t('settings_discardIt')}
      </button>
    </Notice>
  );
}

function RefusedNotice() {
  return (
    <Notice tone="lamp">
      <p>{t('settings_theBrowserDidNotKeepThis')}</p>
    </Notice>
  );
}

function countFacts({ facts: { packs, date, papers }, taxonomy }: OpenStore): CatalogueFacts {
  return {
    version: packs.map(({ version }) => version).join(', '),
    date,
    papers,
    results: packs.reduce((sum, { results }) => sum + results, 0),
    withCode: packs.reduce((sum, { withCode }) => sum + withCode, 0),
    tags: taxonomy.tags.length,
  };
}

function SettingsBody() {
  const announce = useAnnounce();
  const { stored, save, discardAside, reset } = useSettings();
  const [isRefused, setRefused] = useState(false);
  const outcome = useStore();
  const { shortcuts, change: changeShortcuts } = useShortcuts();
  useTheme(stored?.settings.theme);
  const facts = useMemo(() => (outcome?.ok ? countFacts(outcome) : undefined), [outcome]);
  if (!stored) return null;
  const saveAndAnnounce = async (settings: Settings): Promise<boolean> => {
    const isStored = await save(settings);
    setRefused(!isStored);
    announce(isStored ? t('settings_saved') : t('settings_notSaved'));
    return isStored;
  };
  return (
    <main className="settings">
      <header className="settings-head">
        <h1>
          <Mark />
          {t('settings_sidelightSettings')}
        </h1>
        <p>
          {t('settings_eachChangeIsSavedAsYou')}{' '}
          <button type="button" className="button" onClick={showWelcome}>
            {t('settings_showWelcome')}
          </button>
        </p>
      </header>
      {stored.unreadable.length === 0 ? null : <UnreadableNotice names={stored.unreadable} />}
      {stored.aside === undefined ? null : <AsideNotice text={stored.aside} onDiscard={discardAside} />}
      {isRefused ? <RefusedNotice /> : null}
      <SettingsForm
        settings={stored.settings}
        onChange={(settings) => void saveAndAnnounce(settings)}
        met={<MetActions />}
      />
      <ShortcutsSection shortcuts={shortcuts} onChange={changeShortcuts} />
      {outcome === undefined ? null : <CatalogueSection facts={facts} />}
      {outcome?.ok ? <PacksSection store={outcome} /> : null}
      <PrivacySection />
      <FileSection settings={stored.settings} onImport={saveAndAnnounce} />
      <ResetSection
        onReset={() => {
          void reset().then(() => announce(t('settings_wasReset')));
        }}
      />
    </main>
  );
}

/** The settings page. */
export function SettingsApp() {
  return (
    <Announcer>
      <SettingsBody />
    </Announcer>
  );
}
