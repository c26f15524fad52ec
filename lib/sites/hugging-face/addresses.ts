/** Hugging Face's addresses: pages of papers, and listings that lead to them. */
import type { ScriptedAddresses, SiteAddresses } from '../site';

const host = /^huggingface\.co$/;

const rules = {
  paper: ['hf-paper', /^\/papers\/([^/]+(?:\/\d{7})?)\/?$/],
  papers: ['hf-daily', /^\/papers(?:\/trending)?\/?$/],
  period: ['hf-daily', /^\/papers\/(?:date\/\d{4}-\d\d-\d\d|week\/\d{4}-W\d\d?|month\/\d{4}-\d\d)\/?$/],
} as const;

// The site changes from a listing to a paper without loading a document, so both scripts run on both.
const runsOn = { hosts: ['huggingface.co'], papers: ['papers'], listings: ['papers'] } as const;

/** The part that the script on every page contains. */
export const scripted = {
  id: 'huggingFace',
  label: 'Hugging Face',
  host,
  rules,
  runsOn,
} as const satisfies ScriptedAddresses;

/** Hugging Face's address rules and pages. */
export const addresses = {
  ...scripted,
  pages: [
    {
      kind: 'hf-paper',
      label: 'Hugging Face',
      key: 'f',
      prefix: 'https://huggingface.co/papers/',
      hasAbstract: true,
      hasVersions: false,
      // It has no papers with old-style ids.
      isUsual: (paperId) => !paperId.includes('/'),
    },
  ],
} as const satisfies SiteAddresses;
