/** Finds the page for which an address stands, by the rules of the given sites. */
import { parseArxivId, type PaperId } from '@/lib/domain/arxiv-id';
import type { ScriptedAddresses } from './site';

/** The kind of page at an address, and the paper that it names. `none` means that no rule matches. */
export interface PageOf<Kind extends string> {
  readonly kind: Kind | 'none';
  readonly paperId?: PaperId | undefined;
  /** The version in the address; absent means the latest. */
  readonly version?: number | undefined;
}

/** The id at the beginning of a path: one segment, or two for old ids; later segments are ignored. */
function idIn(path: string): ReturnType<typeof parseArxivId> {
  const [first = '', second = ''] = path
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/\.(?:pdf|md)$/i, ''));
  return parseArxivId(first) ?? parseArxivId(`${first}/${second}`);
}

/**
 * The pages that a site's rules give for an address, by the rule's name; at most one if the rules are
 * disjoint.
 */
export function pagesByRule<Kind extends string>(
  { host, rules }: ScriptedAddresses<Kind>,
  url: URL,
): ReadonlyMap<string, PageOf<Kind>> {
  const pages = new Map<string, PageOf<Kind>>();
  // `host` includes a port other than the default one, which means another server.
  if (!host.test(url.host)) return pages;
  // arXiv ignores repeated slashes in a path.
  const decoded = decodeURIComponent(url.pathname).replace(/\/{2,}/g, '/');
  for (const [name, [kind, path, query]] of Object.entries(rules)) {
    const match = query?.test(url.search) !== false && path.exec(decoded);
    if (!match) continue;
    const found = match[1] === undefined ? undefined : idIn(match[1]);
    if (match[1] === undefined) pages.set(name, { kind });
    else if (found) pages.set(name, { kind, paperId: found.id, version: found.version });
  }
  return pages;
}

/**
 * The page at an address on these sites; never throws. Addresses that are not http(s), match no rule, or
 * contain an id that arXiv cannot have issued give `none`. Addresses with credentials are refused: real pages
 * have none, only imitations do.
 */
export function pageAt<Kind extends string>(
  address: string | URL,
  sites: readonly ScriptedAddresses<Kind>[],
): PageOf<Kind> {
  try {
    const url = new URL(address);
    if (/^https?:$/.test(url.protocol) && !url.username && !url.password)
      for (const site of sites) for (const page of pagesByRule(site, url).values()) return page;
  } catch {
    // Malformed addresses and escapes are not pages.
  }
  return { kind: 'none' };
}

/** Whether a page shows one paper; pages of the kind `other` name one but are not supported. */
export const namesPaperPage = ({ kind, paperId }: PageOf<string>): boolean =>
  paperId !== undefined && kind !== 'other';
