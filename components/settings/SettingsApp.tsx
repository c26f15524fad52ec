import { useMemo, useState } from 'react';
import type { Settings } from '@/lib/services/settings';
import { useCatalogue } from '../hooks/use-catalogue';
import { useSettings } from '../hooks/use-settings';
import { useShortcuts } from '../hooks/use-shortcuts';
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

function UnreadableNotice({ text, onDiscard }: { readonly text: string; readonly onDiscard: () => void }) {
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
      <button type="button" className="button" onClick={onDiscard}>
        Discard it
      </button>
    </Notice>
  );
}

function RefusedNotice() {
  return (
    <Notice tone="lamp">
      <p>
        The browser did not keep this change: its storage for extensions is full or broken. What was set
        before still holds.
      </p>
    </Notice>
  );
}

function SettingsBody() {
  const announce = useAnnounce();
  const { stored, save, discardUnreadable, reset } = useSettings();
  const [isRefused, setRefused] = useState(false);
  const outcome = useCatalogue();
  const { shortcuts, change: changeShortcuts } = useShortcuts();
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
    void save(settings).then((isKept) => {
      setRefused(!isKept);
      announce(isKept ? 'Saved' : 'Not saved');
    });
  };
  return (
    <main className="settings">
      <header className="settings-head">
        <h1>
          <Mark /> Sidelight settings
        </h1>
        <p>Each change is saved as you make it.</p>
      </header>
      {stored.unreadable === undefined ? null : (
        <UnreadableNotice text={stored.unreadable} onDiscard={discardUnreadable} />
      )}
      {isRefused ? <RefusedNotice /> : null}
      <SettingsForm settings={stored.settings} onChange={change} />
      <ShortcutsSection shortcuts={shortcuts} onChange={changeShortcuts} />
      {outcome === undefined ? null : <CatalogueSection facts={facts} />}
      <PrivacySection />
      <ResetSection
        onReset={() => {
          void reset().then(() => announce('Everything was reset'));
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
