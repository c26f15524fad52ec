/** Hugging Face's page of one paper: its data where they are there, else what stands firm in its markup. */
import { addresses as arxiv } from '../arxiv/addresses';
import { pageAt } from '../page-at';
import type { PaperReader } from '../site';
import { attributeAt, linksAt, textAt, textsAt } from '../text';
import { memberOf, readIsland, readPaperObject } from './data';

/** The button that leads to the paper on arXiv. */
const ARXIV_LINK = 'main a[href^="https://arxiv.org/abs/"]';

/**
 * The block that holds the abstract: its heading is the first after the title, ahead of the buttons. Class names
 * there are utilities that come and go, and a browser that translates the page changes the words.
 */
function findAbstract(root: ParentNode): Element | undefined {
  const [title, heading] = root.querySelectorAll(`main h1, main h2, ${ARXIV_LINK}`);
  const block = title?.localName === 'h1' && heading?.localName === 'h2' ? heading.parentElement : null;
  return block?.querySelector('p') ? block : undefined;
}

/** The one page that it has of a paper. */
export const paperPage: PaperReader = {
  findAbstract,

  readFacts(root) {
    const facts = readPaperObject(memberOf(readIsland(root, 'PaperContent'), 'paper'));
    const block = findAbstract(root);
    const { paperId } = pageAt(attributeAt(root, ARXIV_LINK, 'href'), [arxiv]);
    // Every page of a paper leads to arXiv; other sites have headings as well.
    if (facts || !block || !paperId) return facts;
    return {
      paperId,
      title: textAt(root, 'main h1'),
      // The block may hold a generated summary besides: the abstract is the longer one.
      abstract: textsAt(block, 'p').toSorted((a, b) => b.length - a.length)[0],
      links: linksAt(root, 'main a.btn[href^="https://github.com/"]'),
    };
  },
};
