/** From an address to the page that it stands for, and from a face of a paper back to its address. */
import type { Page } from '@/lib/domain/page';
import { ADDRESS_RULES, applyRule, type AddressRule } from './rules';

const RULES: readonly AddressRule[] = Object.values(ADDRESS_RULES);

/** The page of an address, or undefined; throws where the address or its escapes are malformed. */
function findPage(address: string | URL): Page | undefined {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  const path = decodeURIComponent(url.pathname);
  for (const rule of RULES) {
    const page = applyRule(rule, url, path);
    if (page) return page;
  }
  return undefined;
}

/**
 * What an address stands for. Total: whatever is no http(s) address of a known
 * host, or names an id that arXiv could not have issued, is `none`. Addresses
 * with credentials are refused: no page of ours has them, only imitations do.
 */
export function pageOf(address: string | URL): Page {
  let page: Page | undefined;
  try {
    page = findPage(address);
  } catch {
    // Malformed addresses are no pages.
  }
  return page ?? { kind: 'none' };
}

/**
 * The address of a paper's face, at the version that the page names or else the
 * latest; Hugging Face knows no versions. Pages that are no face lead to the
 * paper's abstract, pages without a paper to arXiv's front page.
 */
export function addressOf({ kind, paperId, version }: Page): string {
  if (!paperId) return 'https://arxiv.org/';
  if (kind === 'hf-paper') return `https://huggingface.co/papers/${paperId}`;
  const face = kind === 'pdf' || kind === 'html' ? kind : 'abs';
  return `https://arxiv.org/${face}/${paperId}${version ? `v${version}` : ''}`;
}
