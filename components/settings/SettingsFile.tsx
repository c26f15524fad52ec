import { useState } from 'react';
import type { Settings } from '@/lib/extension/settings';
import type { Import } from '@/lib/pages/settings-file';
import { t } from '../hooks/texts';
import { useSettingsFile } from '../hooks/use-settings';
import { useAnnounce } from '../shared/Announcer';
import { FileButton } from '../shared/FileButton';
import { saveFile } from '../shared/save-file';
import { SettingsSection } from './fields';

/** The suggested name of the file. */
const FILE_NAME = 'sidelight-settings.json';

/** The result of reading a chosen file, in a sentence. */
function describeImport(outcome: Import, isStored: boolean): string {
  if (!outcome.ok) {
    return outcome.reason === 'not-json'
      ? t('settings_fileNotJson', outcome.detail)
      : t('settings_fileNotSettings');
  }
  if (!isStored) return t('settings_importNotKept');
  return outcome.ignored.length === 0
    ? t('settings_imported')
    : t('settings_importedExcept', outcome.ignored.join(', '));
}

/** Exports the settings to a file and imports them. */
export function FileSection({
  settings,
  onImport,
}: {
  readonly settings: Settings;
  readonly onImport: (settings: Settings) => Promise<boolean>;
}) {
  const { write, read } = useSettingsFile(settings);
  const announce = useAnnounce();
  const [told, setTold] = useState<string>();
  const take = async (file: File): Promise<void> => {
    const outcome = await read(file);
    const sentence = describeImport(outcome, outcome.ok && (await onImport(outcome.settings)));
    setTold(sentence);
    announce(sentence);
  };
  return (
    <SettingsSection title={t('settings_settingsAsAFile')}>
      <p>{t('settings_toKeepTheseSettingsOrTo')}</p>
      <div className="row-actions">
        <button type="button" className="button" onClick={() => saveFile(write(), FILE_NAME)}>
          {t('settings_export')}
        </button>
        <FileButton
          label={t('settings_import')}
          inputLabel={t('settings_settingsFile')}
          accept=".json,application/json"
          onFile={(file) => void take(file)}
        />
      </div>
      {told === undefined ? null : <p className="field-hint">{told}</p>}
    </SettingsSection>
  );
}
