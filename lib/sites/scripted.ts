/**
 * The addresses of sites on which scripts run: everything that the script on every page contains. It imports
 * nothing at run time from outside this folder, since the build's configuration imports it too.
 */
import { scripted as arxiv } from './arxiv/addresses';
import { scripted as huggingFace } from './hugging-face/addresses';
import type { ScriptedAddresses } from './site';

/** In the order in which their pages are shown. */
export const WITH_SCRIPTS = [arxiv, huggingFace] as const satisfies readonly ScriptedAddresses[];

/** The id of a site on which scripts run. */
type ScriptedSite = (typeof WITH_SCRIPTS)[number]['id'];

/** Returns the same value for each of them by id, for settings that each site has. */
export function forEachSite<T>(each: T): Readonly<Record<ScriptedSite, T>>;
export function forEachSite(each: unknown): object {
  return Object.fromEntries(WITH_SCRIPTS.map(({ id }) => [id, each]));
}
