/** Hugging Face's page of one paper: its data where they are there, else what stands firm in its markup. */
import { addresses as arxiv } from '../arxiv/addresses';
import { pageAt } from '../page-at';
import type { PaperReader } from '../site';
import { attributeAt, linksAt, textAt, textsAt } from '../text';
import { memberOf, readIsland, readPaperObject } from './data';

/** Its heading alone marks the abstract: the class names there are utilities that come and go. */
function findAbstract(root: ParentNode): Element | undefined {
  const heading = [...root.querySelectorAll('main h2')].find((h2) => h2.textContent.trim() === 'Abstract');
  return heading?.parentElement ?? undefined;
}

/** The one page that it has of a paper. */
export const paperPage: PaperReader = {
  findAbstract,

  readFacts(root) {
    const facts = readPaperObject(memberOf(readIsland(root, 'PaperContent'), 'paper'));
    const block = findAbstract(root);
    if (facts || !block) return facts;
    return {
      paperId: pageAt(attributeAt(root, 'main a[href^="https://arxiv.org/abs/"]', 'href'), [arxiv]).paperId,
      title: textAt(root, 'main h1'),
      // The block may hold a generated summary besides: the abstract is the longer one.
      abstract: textsAt(block, 'p').toSorted((a, b) => b.length - a.length)[0],
      links: linksAt(root, 'main a.btn[href^="https://github.com/"]'),
    };
  },
};
