/** Real pages saved next to this project, if the machine has them; they are not part of it. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Answer, Web } from './web';

/** The folder of pages saved from the sites. It is not part of the project. */
export const SAVED_PAGES = '../shared/pages';

/** A saved page, and the response that it was. */
export interface SavedPage {
  readonly file: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Some addresses are followed by a comment. */
const withoutNote = (url: string): string => url.split(' ')[0] ?? '';

/** All saved documents in a folder's map, by default of every kind; empty if there are none. */
export function listSavedPages(folder = ''): readonly SavedPage[] {
  const map = join(SAVED_PAGES, folder, 'urlmap.json');
  if (!existsSync(map)) return [];
  const entries: Readonly<Record<string, Omit<SavedPage, 'file'>>> = JSON.parse(readFileSync(map, 'utf8'));
  return Object.entries(entries)
    .filter(
      ([file, { url }]) =>
        file.endsWith('.html') && URL.canParse(withoutNote(url)) && existsSync(join(SAVED_PAGES, file)),
    )
    .map(([file, entry]) => ({ ...entry, file, url: withoutNote(entry.url) }));
}

function readAsset({ hostname, pathname }: URL): Answer | undefined {
  const host = hostname === 'static.arxiv.org' ? 'arxiv.org' : hostname;
  const file = join(SAVED_PAGES, 'assets', host, decodeURIComponent(pathname));
  const contentType = TYPES[extname(file)];
  return contentType && existsSync(file) ? { contentType, body: readFileSync(file) } : undefined;
}

/** A web with one saved page at its address, with its style sheets and scripts. */
export function webOf({ file, url, status, headers }: SavedPage): Web {
  const {
    'Content-Length': _,
    'Content-Type': contentType = 'text/html; charset=utf-8',
    ...others
  } = headers;
  const here = new URL(url);
  return (asked) =>
    asked.host === here.host && asked.pathname === here.pathname
      ? { status, contentType, headers: others, body: readFileSync(join(SAVED_PAGES, file)) }
      : readAsset(asked);
}
