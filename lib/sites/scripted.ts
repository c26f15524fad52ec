/**
 * The addresses of the sites that scripts run on: all that the script on every page carries. No runtime
 * import leaves this folder, since the build's configuration reads it too.
 */
import { scripted as arxiv } from './arxiv/addresses';
import { scripted as huggingFace } from './hugging-face/addresses';
import type { ScriptedAddresses } from './site';

/** In the order in which their pages are shown. */
export const WITH_SCRIPTS = [arxiv, huggingFace] as const satisfies readonly ScriptedAddresses[];

/** The id of a site that scripts run on. */
export type ScriptedSite = (typeof WITH_SCRIPTS)[number]['id'];

/** The same for each of them, under its id: settings that each site has for itself. */
export function forEachSite<T>(each: T): Readonly<Record<ScriptedSite, T>>;
export function forEachSite(each: unknown): object {
  return Object.fromEntries(WITH_SCRIPTS.map(({ id }) => [id, each]));
}
