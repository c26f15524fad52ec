/**
 * The addresses of the sites that scripts run on: all that the script on every page carries. No runtime
 * import leaves this folder, since the build's configuration reads it too.
 */
import { scripted as arxiv } from './arxiv/addresses';
import { scripted as huggingFace } from './hugging-face/addresses';
import type { ScriptedAddresses } from './site';

/** In the order in which their pages are shown. */
export const WITH_SCRIPTS: readonly ScriptedAddresses[] = [arxiv, huggingFace];
