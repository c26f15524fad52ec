/** Registers the background's features one by one, so that one that the browser lacks does not disable the others. */
import { reportFailure } from '@/lib/shared/failures';

/** A feature of the background: its name in reports, and what makes it listen. */
export type Registration = readonly [name: string, register: () => void];

/**
 * Registers all of them synchronously: a service worker is started only for events that it listened to in its first
 * task (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/events). A feature whose
 * interface is missing is skipped (Firefox for Android has neither commands nor an omnibox); a registration that
 * throws is reported, and the rest are made.
 */
export function registerEach(registrations: readonly Registration[]): void {
  for (const [name, register] of registrations) {
    try {
      register();
    } catch (error) {
      reportFailure(`background: ${name}`, error);
    }
  }
}
