/** ar5iv, arXiv's earlier full texts: they can be read, but no script of ours runs beside them. */
import type { SiteAddresses } from '../site';

/** What ar5iv's addresses stand for. */
export const addresses = {
  id: 'ar5iv',
  label: 'ar5iv',
  host: /^ar5iv(?:\.labs\.arxiv)?\.org$/,
  rules: { ar5iv: ['other', /^\/(?:html|abs)\/(.+)/] },
  pages: [],
} as const satisfies SiteAddresses;
