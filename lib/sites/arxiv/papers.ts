/** Reads arXiv's pages of papers, and makes room for the sidebar on them. */
import { findFullTextAbstract, readFullText } from '../latexml';
import type { SitePapers } from '../site';
import { abstractPage } from './abstract-page';
import { addresses } from './addresses';
import { roomRules } from './room';

/** By page kind; a PDF cannot be read. */
export const papers = {
  adapters: {
    abs: abstractPage,
    html: {
      readFacts: (root) => readFullText(root, [addresses]),
      findAbstract: findFullTextAbstract,
      isFullText: true,
    },
  },
  roomRules,
} satisfies SitePapers;
