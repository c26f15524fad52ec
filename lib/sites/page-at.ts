/** From an address to the page that it stands for, by the rules of given sites. */
import { parseArxivId, type PaperId } from '@/lib/domain/arxiv-id';
import type { ScriptedAddresses } from './site';

/** What an address stands for, and the paper that it names. `none`: nothing of ours. */
export interface PageOf<Kind extends string> {
  readonly kind: Kind | 'none';
  readonly paperId?: PaperId | undefined;
  /** Version that the address names; absent means the latest. */
  readonly version?: number | undefined;
}

/** The id at the head of a path: one part, or two for old ids; what follows it is a page within the page. */
function idIn(path: string): ReturnType<typeof parseArxivId> {
  const [first = '', second = ''] = path
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/\.(?:pdf|md)$/i, ''));
  return parseArxivId(first) ?? parseArxivId(`${first}/${second}`);
}

/** The pages that a site's rules make of an address, by the rule's name; at most one where the rules are right. */
export function pagesByRule<Kind extends string>(
  { host, rules }: ScriptedAddresses<Kind>,
  url: URL,
): ReadonlyMap<string, PageOf<Kind>> {
  const pages = new Map<string, PageOf<Kind>>();
  // `host` holds a port that is not the usual one: then it is some other server.
  if (!host.test(url.host)) return pages;
  // arXiv serves the same page whatever slashes are doubled in a path.
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
 * What an address stands for on these sites. Total: whatever is no http(s) address of them, or names an id
 * that arXiv could not have issued, is `none`. Addresses with credentials are refused: no page of ours has
 * them, only imitations do.
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
    // Malformed addresses and escapes are no pages.
  }
  return { kind: 'none' };
}

/** Whether a page shows one paper; `other` pages name one, but are none that Sidelight stands beside. */
export const namesPaperPage = ({ kind, paperId }: PageOf<string>): boolean =>
  paperId !== undefined && kind !== 'other';
