/** For each of arXiv's rules, addresses that only it matches. */
import type { addresses } from './addresses';

/** By the rule's name. */
export const examples: Readonly<Record<keyof typeof addresses.rules, readonly string[]>> = {
  abs: [
    'https://arxiv.org/abs/1706.03762',
    'http://www.arxiv.org/abs/1706.03762v7?context=cs#abstract',
    'https://export.arxiv.org/abs/math.GT/0309136v2',
    'https://arxiv.org/abs/arXiv:hep-th%2F9901001/',
    'https://fr.arxiv.org/abs//0704.0001',
  ],
  pdf: [
    'https://arxiv.org/pdf/1706.03762',
    'https://arxiv.org/pdf/1706.03762v7.pdf#page=4',
    'https://arxiv.org/pdf/cs/9605103/',
    'https://arxiv.org//pdf/1706.03762',
  ],
  html: [
    'https://arxiv.org/html/1706.03762v7#S3.SS2',
    'https://browse.arxiv.org/html/2309.16248v2/',
    'https://arxiv.org/html/cs/9904010/appendix.htm',
  ],
  source: ['https://arxiv.org/format/0906.5132', 'https://arxiv.org/src/1601.04345v2/anc/table.m'],
  list: [
    'https://arxiv.org/list/cs.CV/new',
    'https://arxiv.org/list/astro-ph/2009-09?skip=25&show=25',
    'https://arxiv.org/list/hep-ph/0704',
  ],
  catchup: ['https://arxiv.org/catchup/cs.CV/2026-08-19?abs=True&page=3'],
  form: [
    'https://arxiv.org/list/?archive=hep-ph&year=2008&month=03&submit=Go',
    'https://arxiv.org/catchup?subject=cs&date=2024-09-03',
  ],
  author: ['https://arxiv.org/a/example_e_1.html', 'https://arxiv.org/a/0000-0002-7970-7855'],
  search: [
    'https://arxiv.org/search/?query=2408.00714&searchtype=all',
    'https://arxiv.org/search/cs',
    'https://arxiv.org/search/advanced?advanced=&terms-0-term=ct',
  ],
};
