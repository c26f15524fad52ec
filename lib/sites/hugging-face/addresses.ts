/** Hugging Face's addresses: pages of papers, and the listings that lead to them. */
import type { ScriptedAddresses, SiteAddresses } from '../site';

const host = /^huggingface\.co$/;

const rules = {
  paper: ['hf-paper', /^\/papers\/([^/]+(?:\/\d{7})?)\/?$/],
  papers: ['hf-daily', /^\/papers(?:\/trending)?\/?$/],
  period: ['hf-daily', /^\/papers\/(?:date\/\d{4}-\d\d-\d\d|week\/\d{4}-W\d\d?|month\/\d{4}-\d\d)\/?$/],
} as const;

// It changes from listing to paper without a new document: both scripts run on both.
const runsOn = { hosts: ['huggingface.co'], papers: ['papers'], listings: ['papers'] } as const;

/** What the script on every page carries of it. */
export const scripted = {
  id: 'huggingFace',
  label: 'Hugging Face',
  host,
  rules,
  runsOn,
} as const satisfies ScriptedAddresses;

/** What Hugging Face's addresses stand for. */
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
      // It takes no id of the old scheme.
      isUsual: (paperId) => !paperId.includes('/'),
    },
  ],
} as const satisfies SiteAddresses;
