import { useLayoutEffect, useState } from 'react';
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

/**
 * The stored settings, updated on every change; undefined until they are loaded, unless they are passed in.
 */
export function useSettings(atHand?: StoredSettings): {
  readonly stored: StoredSettings | undefined;
  /**
   * Applies the settings at once and stores them; if that fails, restores the stored ones and resolves to
   * false.
   */
  readonly save: (settings: Settings) => Promise<boolean>;
  /** Deletes the unreadable value that was set aside. */
  readonly discardAside: () => void;
  /** Deletes settings, widths, recent searches and trails, and nothing else. */
  readonly reset: () => Promise<void>;
} {
  const [stored, setStored] = useState(atHand);
  // Before the first paint: what is drawn waits for them.
  useLayoutEffect(() => {
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
      const isStored = await writeSettings(settings);
      if (!isStored) setStored(await readSettings());
      return isStored;
    },
    discardAside: () => void forgetAside(),
    reset: resetSettings,
  };
}

/** In bytes. No settings file is this large; larger files are not read. */
const LARGEST_FILE = 100_000;

/** Writes the settings to a file and reads them from one. */
export function useSettingsFile(settings: Settings): {
  /** The file's text, and the name to save it under. */
  readonly write: () => Blob;
  /** Parses a file without changing anything. */
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
