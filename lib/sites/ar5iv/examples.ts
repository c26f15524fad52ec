/** Addresses that only ar5iv's rule matches. */
import type { addresses } from './addresses';

/** By the rule's name. */
export const examples: Readonly<Record<keyof typeof addresses.rules, readonly string[]>> = {
  ar5iv: ['https://ar5iv.labs.arxiv.org/html/1706.03762', 'https://ar5iv.org/abs/math/0003013#S3.p2'],
};
