import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { ADDRESSES } from '@/lib/sites/addresses';
import { addressOf, pageOf } from '@/lib/sites/pages';
import { INHERITED, PATIENCE, RUNS } from './runs';

const oneOf = (pieces: string) => fc.constantFrom(...pieces.split(' '));
const odd = fc.oneof(
  oneOf(
    'https: http: javascript: data: blob:https: // / @ : ? # .. %2F %00 % %E0%A4%A \\ user:password@ __proto__',
  ),
  oneOf(
    'arxiv.org ARXIV.ORG. arxiv.org.evil.example xn--arxv-2pa.org evil.example archive=cs date 2026-09-01',
  ),
  fc.constantFrom(...INHERITED),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const host = oneOf(
  'arxiv.org www.arxiv.org export.arxiv.org fr.arxiv.org huggingface.co ar5iv.org ARXIV.org evil.example www.alphaxiv.org scirate.com hf.co',
);
const kind = oneOf('abs pdf html papers arxiv list search format src abs/ list/cs.CV papers/date');
const id = fc.oneof(
  oneOf('2407.08410 2407.08410v2 0704.0001 math.GT/0309136 hep-th/9901001v3 1805.0001 2413.00001 1234 v2'),
  fc.stringMatching(/^\d{4}\.\d{3,6}(?:v\d{1,4})?$/),
);
const addresses = fc.oneof(
  fc
    .tuple(oneOf('arxiv.org www.arxiv.org'), oneOf('abs pdf html'), id)
    .map((parts) => `https://${parts.join('/')}`),
  fc.array(odd, { maxLength: 12 }).map((parts) => parts.join('')),
  fc
    .tuple(host, kind, id, fc.array(odd, { maxLength: 2 }))
    .map(([where, what, which, rest]) => `https://${where}/${what}/${which}${rest.join('')}`),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
);

const isOurs = (hostname: string): boolean => ADDRESSES.some((site) => site.host.test(hostname));

test(
  'any address is one of our pages or none, and a paper’s address leads back to it',
  { timeout: PATIENCE },
  () => {
    let papers = 0;
    fc.assert(
      fc.property(addresses, (address) => {
        const page = pageOf(address);
        if (page.kind === 'none') return true;
        const { hostname, username, password } = new URL(address);
        if (!isOurs(hostname) || username + password !== '') return false;
        if (page.paperId === undefined) return true;
        papers += 1;
        const back = pageOf(addressOf(page));
        return parseArxivId(page.paperId)?.id === page.paperId && back.paperId === page.paperId;
      }),
      // However few the runs, some addresses must be those of papers.
      {
        numRuns: RUNS,
        examples: [['https://arxiv.org/abs/2407.08410v2'], ['https://arxiv.org/pdf/hep-th/9901001']],
      },
    );
    expect(papers).toBeGreaterThan(1);
  },
);
