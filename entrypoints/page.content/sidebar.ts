/** Second stage of the page script: loaded by the first one where a page is a face of a paper. */
import { isInCatalogue } from '@/data/ids';
import { runPageScript } from '@/lib/services/sidebar/page-script';

/** Runs until the signal aborts; `isValid` says whether the extension is still there. */
export function start(life: { readonly signal: AbortSignal; readonly isValid: () => boolean }): void {
  runPageScript({ ...life, holds: (id) => id !== undefined && isInCatalogue(id) });
}

/** The module as the first stage finds it. */
export interface SidebarModule {
  readonly start: typeof start;
}
