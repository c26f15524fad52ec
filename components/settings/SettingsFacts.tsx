import { useState } from 'react';
import { formatCount } from '@/lib/domain/describe';
import type { Shortcut } from '@/lib/pages/shortcuts';
import { showLibrary } from '../hooks/open-extension-pages';
import { t, tDay } from '../hooks/texts';
import { SettingsSection } from './fields';

/** Numbers about the catalogue. */
export interface CatalogueFacts {
  readonly version: string;
  readonly date: string;
  readonly papers: number;
  readonly results: number;
  readonly withCode: number;
  readonly tags: number;
}

/** The current keyboard shortcuts, and a link to the browser's page for changing them. */
export function ShortcutsSection({
  shortcuts,
  onChange,
}: {
  readonly shortcuts: readonly Shortcut[];
  readonly onChange: () => Promise<'opened' | 'manual'>;
}) {
  const [manual, setManual] = useState(false);
  return (
    <SettingsSection title={t('settings_keyboard')}>
      <dl className="facts">
        {shortcuts.map(({ description, keys }) => (
          <div key={description}>
            <dt>{description}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : t('settings_keyNotSet')}</dd>
          </div>
        ))}
        <div>
          <dt>{t('settings_panelKeys')}</dt>
          <dd>
            <kbd>A</kbd> <kbd>P</kbd> <kbd>H</kbd> <kbd>F</kbd>
          </dd>
        </div>
        <div>
          <dt>{t('welcome_keySave')}</dt>
          <dd>
            <kbd>S</kbd>
          </dd>
        </div>
        <div>
          <dt>{t('settings_inThePanelNextAndPrevious')}</dt>
          <dd>
            <kbd>J</kbd> <kbd>K</kbd> <kbd>B</kbd>
          </dd>
        </div>
      </dl>
      <button
        type="button"
        className="button"
        onClick={() => void onChange().then((outcome) => setManual(outcome === 'manual'))}
      >
        {t('settings_changeShortcuts')}
      </button>
      {manual ? (
        <p className="field-hint" role="status">
          {t('settings_theBrowserLetsNoExtensionOpen')}
        </p>
      ) : null}
    </SettingsSection>
  );
}

/** Numbers about the catalogue. */
export function CatalogueSection({ facts }: { readonly facts: CatalogueFacts | undefined }) {
  return (
    <SettingsSection title={t('settings_catalogue')}>
      {facts ? (
        <dl className="facts">
          <div>
            <dt>{t('settings_asOf')}</dt>
            <dd>{t('settings_catalogueDate', tDay(facts.date), facts.version)}</dd>
          </div>
          <div>
            <dt>{t('settings_papers')}</dt>
            <dd>{formatCount(facts.papers)}</dd>
          </div>
          <div>
            <dt>{t('settings_reportedResults')}</dt>
            <dd>{formatCount(facts.results)}</dd>
          </div>
          <div>
            <dt>{t('settings_papersWithCode')}</dt>
            <dd>{formatCount(facts.withCode)}</dd>
          </div>
          <div>
            <dt>{t('settings_tags')}</dt>
            <dd>{facts.tags}</dd>
          </div>
        </dl>
      ) : (
        <p>{t('settings_theCatalogueCannotBeReadReload')}</p>
      )}
    </SettingsSection>
  );
}

/** What is stored and what is not, and the button that deletes it. */
export function PrivacySection() {
  return (
    <SettingsSection title={t('settings_privacy')}>
      <p>
        {t('settings_myPapers')}{' '}
        <button type="button" className="button" onClick={showLibrary}>
          {t('title_library')}
        </button>
      </p>
      <p>{t('settings_noNetwork')}</p>
      <p>{t('settings_itRunsOnArxivAndHugging')}</p>
    </SettingsSection>
  );
}

/** Reset after two clicks; the second button says what it does. */
export function ResetSection({ onReset }: { readonly onReset: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <SettingsSection title={t('settings_reset')}>
      {asked ? (
        <>
          <p>{t('settings_forgetTheseSettingsTheSidebarsWidth')}</p>
          <div className="row-actions">
            <button
              type="button"
              className="button button-danger"
              onClick={() => {
                onReset();
                setAsked(false);
              }}
            >
              {t('settings_forgetAll')}
            </button>
            <button type="button" className="button" onClick={() => setAsked(false)}>
              {t('settings_keep')}
            </button>
          </div>
        </>
      ) : (
        <button type="button" className="button" onClick={() => setAsked(true)}>
          {t('settings_resetEverything')}
        </button>
      )}
    </SettingsSection>
  );
}
