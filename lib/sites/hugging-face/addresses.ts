/** Hugging Face's addresses: pages of papers, and the listings that lead to them. */
import type { SiteAddresses } from '../site';

/** What Hugging Face's addresses stand for. */
export const addresses = {
  id: 'huggingFace',
  label: 'Hugging Face',
  host: /^huggingface\.co$/,
  rules: {
    paper: ['hf-paper', /^\/papers\/([^/]+(?:\/\d{7})?)\/?$/],
    papers: ['hf-daily', /^\/papers(?:\/trending)?\/?$/],
    period: ['hf-daily', /^\/papers\/(?:date\/\d{4}-\d\d-\d\d|week\/\d{4}-W\d\d?|month\/\d{4}-\d\d)\/?$/],
  },
  pages: [
    {
      kind: 'hf-paper',
      label: 'Hugging Face',
      key: 'f',
      prefix: 'https://huggingface.co/papers/',
      hasAbstract: true,
      hasVersions: false,
    },
  ],
  // It changes from listing to paper without a new document: both scripts run on both.
  runsOn: { hosts: ['huggingface.co'], papers: ['papers'], listings: ['papers'] },
} as const satisfies SiteAddresses;
