/** Reads ar5iv's full texts, which LaTeXML made like arXiv's. */
import { addresses as arxiv } from '../arxiv/addresses';
import { findFullTextAbstract, readFullText } from '../latexml';
import type { SitePapers } from '../site';
import { addresses } from './addresses';

/** Its pages are of the kind `other`. */
export const papers = {
  adapters: {
    other: {
      readFacts: (root) => readFullText(root, [addresses, arxiv]),
      findAbstract: findFullTextAbstract,
    },
  },
} satisfies SitePapers;
