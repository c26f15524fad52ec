/**
 * ar5iv, an earlier source of arXiv papers in HTML. Its pages can be read, but the extension does not run on
 * them.
 */
import type { SiteAddresses } from '../site';

/** ar5iv's address rules. */
export const addresses = {
  id: 'ar5iv',
  label: 'ar5iv',
  host: /^ar5iv(?:\.labs\.arxiv)?\.org$/,
  rules: { ar5iv: ['other', /^\/(?:html|abs)\/(.+)/] },
  pages: [],
} as const satisfies SiteAddresses;
