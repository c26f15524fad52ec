/** The bundled catalogue, read once per context from the extension's own files. */
import { browser } from 'wxt/browser';
import { parseCatalogue, type Catalogue } from '@/lib/domain/catalogue';

export type { Catalogue } from '@/lib/domain/catalogue';

/** `missing`: the file is not there; `damaged`: it is, but cannot be read. Both mean a broken installation. */
export type CatalogueOutcome =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | { readonly ok: false; readonly reason: 'missing' | 'damaged' };

let loading: Promise<CatalogueOutcome> | undefined;

/** The extension's own file: no request leaves the browser. Undefined where it is not there. */
export async function readOwnFile(name: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${browser.runtime.getURL('/')}${name}`);
    return response.ok ? await response.text() : undefined;
  } catch {
    // A file that is not there is a broken installation, which the panels say.
    return undefined;
  }
}

async function load(): Promise<CatalogueOutcome> {
  const [text, taxonomy] = await Promise.all([readOwnFile('catalogue.ndjson'), readOwnFile('taxonomy.json')]);
  if (text === undefined) return { ok: false, reason: 'missing' };
  const parsed = parseCatalogue(text, taxonomy);
  return parsed.ok ? parsed : { ok: false, reason: 'damaged' };
}

/** The catalogue; the first caller loads it, all others share it. A failure is tried again next time. */
export function loadCatalogue(): Promise<CatalogueOutcome> {
  loading ??= load().then((outcome) => {
    if (!outcome.ok) loading = undefined;
    return outcome;
  });
  return loading;
}
