/**
 * Reads Hugging Face's page of a paper: its embedded data if present, otherwise the stable parts of its
 * markup.
 */
import { addresses as arxiv } from '../arxiv/addresses';
import { pageAt } from '../page-at';
import type { PaperAdapter } from '../site';
import { attributeAt, linksAt, textAt, textsAt } from '../text';
import { memberOf, readIsland, readPaperObject } from './data';

/** The button with the link to the paper on arXiv. */
const ARXIV_LINK = 'main a[href^="https://arxiv.org/abs/"]';

/**
 * The block with the abstract: its heading is the first after the title, before the buttons. Class names are
 * utilities that change, and translation changes the words.
 */
function findAbstract(root: ParentNode): Element | undefined {
  const [title, heading] = root.querySelectorAll(`main h1, main h2, ${ARXIV_LINK}`);
  const block = title?.localName === 'h1' && heading?.localName === 'h2' ? heading.parentElement : null;
  return block?.querySelector('p') ? block : undefined;
}

/** The page of a paper, of which the site has one. */
export const paperPage: PaperAdapter = {
  findAbstract,

  readFacts(root) {
    const facts = readPaperObject(memberOf(readIsland(root, 'PaperContent'), 'paper'));
    const block = findAbstract(root);
    const { paperId } = pageAt(attributeAt(root, ARXIV_LINK, 'href'), [arxiv]);
    // Every paper's page links to arXiv; pages of other kinds have headings too, but not that link.
    if (facts || !block || !paperId) return facts;
    return {
      paperId,
      title: textAt(root, 'main h1'),
      // The block may also contain a generated summary; the abstract is the longer text.
      abstract: textsAt(block, 'p').toSorted((a, b) => b.length - a.length)[0],
      links: linksAt(root, 'main a.btn[href^="https://github.com/"]'),
    };
  },
};
