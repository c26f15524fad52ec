/** The background's features, registered one by one, so that one which the browser cannot have costs no other. */
import { reportFailure } from '@/lib/shared/failures';

/** A feature of the background: its name in reports, and what makes it listen. */
export type Registration = readonly [name: string, register: () => void];

/**
 * Registers all of them at once: a service worker wakes only for what it listened to in its first task. A
 * browser that lacks an interface (Firefox for Android has neither commands nor an omnibox) lacks the
 * feature; a registration that fails is reported, and those after it are made.
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
