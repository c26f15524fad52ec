import { useEffect, useState } from 'react';
import {
  forgetUnreadable,
  readSettings,
  resetEverything,
  watchSettings,
  writeSettings,
  type Settings,
  type StoredSettings,
} from '@/lib/services/settings';

/** The stored settings, live; undefined until they are read, where they are not at hand already. */
export function useSettings(atHand?: StoredSettings): {
  readonly stored: StoredSettings | undefined;
  /** Shows the settings at once and keeps them; false, and the kept ones are shown again, where that failed. */
  readonly save: (settings: Settings) => Promise<boolean>;
  /** Drops the unreadable value that was kept aside. */
  readonly discardUnreadable: () => void;
  /** Forgets everything that was ever stored. */
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
      setStored((old) => ({ ...old, settings }));
      const isKept = await writeSettings(settings);
      if (!isKept) setStored(await readSettings());
      return isKept;
    },
    discardUnreadable: () => void forgetUnreadable(),
    reset: resetEverything,
  };
}
