import { useEffect, useState } from 'react';
import {
  forgetAside,
  readSettings,
  resetSettings,
  watchSettings,
  writeSettings,
  type Settings,
  type StoredSettings,
} from '@/lib/extension/settings';
import { exportSettings, importSettings, type Import } from '@/lib/pages/settings-file';

/** The stored settings, live; undefined until they are read, unless they are passed in. */
export function useSettings(atHand?: StoredSettings): {
  readonly stored: StoredSettings | undefined;
  /** Shows the settings at once and keeps them; false, and the kept ones are shown again, where that failed. */
  readonly save: (settings: Settings) => Promise<boolean>;
  /** Drops the unreadable value that was kept aside. */
  readonly discardAside: () => void;
  /** Forgets settings, widths, recent searches and trails; nothing else that is stored. */
  readonly reset: () => Promise<void>;
} {
  const [stored, setStored] = useState(atHand);
  useEffect(() => {
    const controller = new AbortController();
    watchSettings(setStored, { signal: controller.signal });
    if (!atHand) {
      void readSettings().then((found) => {
        if (!controller.signal.aborted) setStored(found);
      });
    }
    return () => controller.abort();
  }, [atHand]);
  return {
    stored,
    save: async (settings) => {
      setStored((old) => ({ unreadable: [], ...old, settings }));
      const isKept = await writeSettings(settings);
      if (!isKept) setStored(await readSettings());
      return isKept;
    },
    discardAside: () => void forgetAside(),
    reset: resetSettings,
  };
}

/** No settings file is as large as this, in bytes; another file is not read at all. */
const LARGEST_FILE = 100_000;

/** The settings to and from a file that the user chooses. */
export function useSettingsFile(settings: Settings): {
  /** The file's text, and the name to save it under. */
  readonly write: () => Blob;
  /** What the file holds; changes nothing yet. */
  readonly read: (file: File) => Promise<Import>;
} {
  return {
    write: () => new Blob([exportSettings(settings)], { type: 'application/json' }),
    read: async (file) =>
      file.size > LARGEST_FILE
        ? { ok: false, reason: 'not-settings' }
        : importSettings(await file.text(), settings),
  };
}
