import { useMemo, useState } from 'react';
import type { Settings } from '@/lib/services/settings';
import { useCatalogue } from '../hooks/use-catalogue';
import { useSettings } from '../hooks/use-settings';
import { useShortcuts } from '../hooks/use-shortcuts';
import { useTheme } from '../hooks/use-theme';
import { Announcer, useAnnounce } from '../shared/Announcer';
import { Mark } from '../shared/Icon';
import { Notice } from '../shared/Notice';
import { FileSection } from './SettingsFile';
import { SettingsForm } from './SettingsForm';
import {
  CatalogueSection,
  PrivacySection,
  ResetSection,
  ShortcutsSection,
  type CatalogueFacts,
} from './SettingsFacts';

/** Nothing is lost yet: what cannot be read stays in its place until something is saved over it. */
function UnreadableNotice({ names }: { readonly names: readonly string[] }) {
  return (
    <Notice tone="lamp">
      <p>
        {names.includes('all')
          ? 'Your stored settings could not be read, so the defaults hold. They stay stored as they are until you change a setting, and are kept aside then.'
          : `Some stored settings could not be read, so their defaults hold: ${names.join(', ')}. They stay stored as they are until you change them, and are kept aside then.`}
      </p>
    </Notice>
  );
}

function AsideNotice({ text, onDiscard }: { readonly text: string; readonly onDiscard: () => void }) {
  return (
    <Notice tone="lamp">
      <p>
        Stored settings that could not be read were saved over. The old value was kept aside and is not used.
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
  const { stored, save, discardAside, reset } = useSettings();
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
  const keep = async (settings: Settings): Promise<boolean> => {
    const isKept = await save(settings);
    setRefused(!isKept);
    announce(isKept ? 'Saved' : 'Not saved');
    return isKept;
  };
  return (
    <main className="settings">
      <header className="settings-head">
        <h1>
          <Mark /> Sidelight settings
        </h1>
        <p>Each change is saved as you make it.</p>
      </header>
      {stored.unreadable.length === 0 ? null : <UnreadableNotice names={stored.unreadable} />}
      {stored.aside === undefined ? null : <AsideNotice text={stored.aside} onDiscard={discardAside} />}
      {isRefused ? <RefusedNotice /> : null}
      <SettingsForm settings={stored.settings} onChange={(settings) => void keep(settings)} />
      <ShortcutsSection shortcuts={shortcuts} onChange={changeShortcuts} />
      {outcome === undefined ? null : <CatalogueSection facts={facts} />}
      <PrivacySection />
      <FileSection settings={stored.settings} onImport={keep} />
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
