import { useMemo, useState } from 'react';
import type { Settings } from '@/lib/services/settings';
import type { OpenStore } from '@/lib/services/store';
import { useStore } from '../hooks/papers-context';
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
