/** The bundled catalogue, read once per context from the extension's own files. */
import { browser } from 'wxt/browser';
import { parseCatalogue, type Catalogue } from '@/lib/domain/catalogue';

export type { Catalogue } from '@/lib/domain/catalogue';

/** `missing`: the file is not there; `damaged`: it is, but cannot be read. Both mean a broken installation. */
export type CatalogueOutcome =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | { readonly ok: false; readonly reason: 'missing' | 'damaged' };

let loading: Promise<CatalogueOutcome> | undefined;

async function load(): Promise<CatalogueOutcome> {
  let text: string;
  try {
    // The extension's own file: no request leaves the browser.
    const response = await fetch(`${browser.runtime.getURL('/')}catalogue.ndjson`);
    if (!response.ok) return { ok: false, reason: 'missing' };
    text = await response.text();
  } catch {
    return { ok: false, reason: 'missing' };
  }
  const parsed = parseCatalogue(text);
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
