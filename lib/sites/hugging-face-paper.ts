/** Hugging Face's page of one paper: its data where they are there, else what stands firm in its markup. */
import { memberOf, readIsland, readPaperObject } from './hugging-face-data';
import { pageOf } from './pages';
import { findAbstract } from './places';
import type { FaceReader } from './site';
import { attributeAt, linksAt, textAt, textsAt } from './text';

export const huggingFacePaper: FaceReader = {
  readFacts(root) {
    const facts = readPaperObject(memberOf(readIsland(root, 'PaperContent'), 'paper'));
    const title = textAt(root, 'main h1');
    if (facts || !title) return facts;
    const block = findAbstract('hf-paper', root);
    return {
      paperId: pageOf(attributeAt(root, 'main a[href^="https://arxiv.org/abs/"]', 'href')).paperId,
      title,
      // The block may hold a generated summary besides: the abstract is the longer one.
      abstract: (block ? textsAt(block, 'p') : []).toSorted((a, b) => b.length - a.length)[0],
      links: linksAt(root, 'main a.btn[href^="https://github.com/"]'),
    };
  },
};
