import { useEffect, useMemo, useState } from 'react';
import { forgetUnreadable, resetEverything, type Settings } from '@/lib/services/settings';
import { openShortcutSettings, readShortcuts, type Shortcut } from '@/lib/services/shortcuts';
import { useCatalogue } from '../hooks/use-catalogue';
import { useSettings } from '../hooks/use-settings';
import { useTheme } from '../hooks/use-theme';
import { Announcer, useAnnounce } from '../shared/Announcer';
import { Mark } from '../shared/Icon';
import { Notice } from '../shared/Notice';
import { SettingsForm } from './SettingsForm';
import {
  CatalogueSection,
  PrivacySection,
  ResetSection,
  ShortcutsSection,
  type CatalogueFacts,
} from './SettingsFacts';

function useShortcuts(): readonly Shortcut[] {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    let wanted = true;
    const refresh = () => {
      readShortcuts().then(
        (found) => {
          if (wanted) setShortcuts(found);
        },
        // A browser without commands has none to list.
        () => undefined,
      );
    };
    refresh();
    // They are changed on a page of the browser's; this one is looked at again afterwards.
    window.addEventListener('focus', refresh);
    return () => {
      wanted = false;
      window.removeEventListener('focus', refresh);
    };
  }, []);
  return shortcuts;
}

function UnreadableNotice({ text }: { readonly text: string }) {
  return (
    <Notice tone="lamp">
      <p>
        Your stored settings could not be read, so the defaults hold. The old value was kept aside and is not
        used.
      </p>
      <details>
        <summary>Show it</summary>
        <code className="unreadable">{text}</code>
      </details>
      <button type="button" className="more" onClick={() => void forgetUnreadable()}>
        Discard it
      </button>
    </Notice>
  );
}

function SettingsBody() {
  const announce = useAnnounce();
  const { stored, save } = useSettings();
  const outcome = useCatalogue();
  const shortcuts = useShortcuts();
  useTheme(stored?.settings.theme);
  const facts = useMemo<CatalogueFacts | undefined>(() => {
    if (!outcome?.ok) return undefined;
    const { header } = outcome.catalogue;
    const papers = outcome.catalogue.all();
    return {
      version: header.version,
      date: header.date,
      papers: header.count,
      results: papers.reduce((sum, paper) => sum + paper.results.length, 0),
      withCode: papers.filter((paper) => paper.links.some((link) => link.kind === 'code')).length,
      tags: header.tags.length,
    };
  }, [outcome]);
  if (!stored) return null;
  const change = (settings: Settings) => {
    save(settings);
    announce('Saved');
  };
  return (
    <main className="settings">
      <header className="settings-head">
        <h1>
          <Mark /> Sidelight settings
        </h1>
        <p>Changes are kept at once.</p>
      </header>
      {stored.unreadable === undefined ? null : <UnreadableNotice text={stored.unreadable} />}
      <SettingsForm settings={stored.settings} onChange={change} />
      <ShortcutsSection shortcuts={shortcuts} onChange={openShortcutSettings} />
      {outcome === undefined ? null : <CatalogueSection facts={facts} />}
      <PrivacySection />
      <ResetSection
        onReset={() => {
          void resetEverything().then(() => announce('Everything was reset'));
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
