import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LISTING_MATCHES, PAPER_MATCHES } from '@/lib/sites/matches';
import { pagesByRule } from '@/lib/sites/page-at';
import { addressOf, isPaperPage, PAPER_PAGES, pageOf } from '@/lib/sites/pages';
import { sites } from '@/lib/sites/all';

const SUITE = new URL('../../../../shared/suites/url-cases.json', import.meta.url);

const rules = sites.flatMap(({ addresses: { id, rules: own } }) =>
  Object.keys(own).map((name) => `${id} ${name}`),
);
const examples = sites.flatMap(({ addresses: { id }, examples: own }) =>
  Object.entries(own).flatMap(([name, addresses]) =>
    addresses.map((each) => [`${id} ${name}`, each] as const),
  ),
);
const rulesThatTake = (address: string) =>
  sites.flatMap(({ addresses }) =>
    [...pagesByRule(addresses, new URL(address)).keys()].map((name) => `${addresses.id} ${name}`),
  );

/** A match pattern as browsers interpret it. */
const toRegExp = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.?+^$[\]()|/]/g, String.raw`\$&`)
      .replace('*:', 'https?:')
      .replaceAll('*', '.*')}$`,
  );

const isIn = (patterns: readonly string[], address: string) =>
  patterns.some((p) => toRegExp(p).test(address));

describe('address rules', () => {
  it.each(rules)('include examples for %s', (name) => {
    expect(examples.filter(([owner]) => owner === name)).not.toHaveLength(0);
  });

  it.each(examples)('include exactly one that accepts this address: %s accepts %s', (owner, address) => {
    expect(rulesThatTake(address)).toEqual([owner]);
  });
});

describe('pageOf', () => {
  it.each([
    ['https://arxiv.org/abs/math.GT/0309136v2', { kind: 'abs', paperId: 'math/0309136', version: 2 }],
    ['https://arxiv.org/pdf/1805.0001', { kind: 'pdf', paperId: '1805.00001' }],
    ['https://arxiv.org/html/2512.13996v1/x1.png', { kind: 'none' }],
    ['https://huggingface.co/papers/2413.00714', { kind: 'none' }],
    ['https://arxiv.org/list/cs.CV/new', { kind: 'listing' }],
    ['https://arxiv.org/a/example_e_1.atom', { kind: 'none' }],
  ])('recognises %s', (address, page) => {
    expect(pageOf(address)).toEqual({ version: undefined, ...page });
  });

  it.each([
    'https://arxiv.org@evil.example/abs/1706.03762',
    'https://user:secret@arxiv.org/abs/1706.03762',
    'https://arxiv.org.evil.example/abs/1706.03762',
    'https://evil.example/https://arxiv.org/abs/1706.03762',
    'https://arxiv.org:8443/abs/1706.03762',
    'javascript:"https://arxiv.org/abs/1706.03762"',
    'file:///arxiv.org/abs/1706.03762',
    'ftp://arxiv.org/abs/1706.03762',
    'https://хn--arxiv.org/abs/1706.03762',
    'https://nothuggingface.co/papers/2408.00714',
    '//arxiv.org/abs/1706.03762',
    '',
  ])('refuses %s', (address) => {
    expect(pageOf(address)).toEqual({ kind: 'none' });
  });

  it('returns a page for every string', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'https://',
        'arxiv.org',
        '/abs/',
        '/pdf/',
        'huggingface.co',
        '/papers/',
        '1706.03762',
        '%',
        '%E0%A4%A',
        'v',
        '@',
        '..',
        'math/',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const page = pageOf(parts.join(''));
        expect(pageOf(addressOf(page)).paperId).toBe(page.paperId);
      }),
    );
  });
});

describe('addressOf', () => {
  it('is reversed by pageOf for every page of a paper', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PAPER_PAGES),
        fc.constantFrom('https://arxiv.org/abs/2407.08410', 'https://arxiv.org/abs/hep-th/9901001'),
        fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }),
        ({ kind, hasVersions }, paper, version) => {
          const { paperId } = pageOf(paper);
          const page = { kind, paperId, version: hasVersions ? version : undefined };
          expect(pageOf(addressOf(page))).toEqual(page);
        },
      ),
    );
  });
});

describe('match patterns', () => {
  it('cover the rules for paper pages and listings on arxiv.org and huggingface.co', () => {
    const uncovered = examples
      // A mirror redirects to a current host; patterns cannot collapse slashes, and addresses with two are rare.
      .filter(([, address]) => !/fr\.arxiv|org\/\//.test(address))
      .filter(([, address]) => {
        const page = pageOf(address);
        return page.kind !== 'other' && !isIn(isPaperPage(page) ? PAPER_MATCHES : LISTING_MATCHES, address);
      });
    expect(uncovered).toEqual([]);
  });

  it('include no other host', () => {
    const hosts = [...PAPER_MATCHES, ...LISTING_MATCHES].map((pattern) => pattern.split('/')[2]);
    expect(
      hosts.filter((host) => !/^(?:(?:www|export|browse)\.)?arxiv\.org$|^huggingface\.co$/.test(host ?? '')),
    ).toEqual([]);
  });
});

interface Case {
  readonly url: string;
  readonly tier: 'must' | 'should' | 'may';
  readonly expect: {
    readonly arxivId: string | null;
    readonly kind: string;
    readonly kindAlt?: readonly string[];
    readonly idAlt?: string;
    readonly version?: number | null;
  };
}

describe.skipIf(!existsSync(SUITE))('the shared table of addresses', () => {
  const cases: readonly Case[] = existsSync(SUITE) ? JSON.parse(readFileSync(SUITE, 'utf8')) : [];

  it.each(cases.filter(({ tier }) => tier !== 'may').map((row) => [row.tier, row.url, row.expect] as const))(
    'agrees with pageOf (%s): %s',
    (_tier, url, wanted) => {
      const page = pageOf(url);
      expect([wanted.arxivId, wanted.idAlt]).toContain(page.paperId ?? null);
      expect([wanted.kind, ...(wanted.kindAlt ?? [])]).toContain(page.kind);
      expect(page.version ?? null).toBe((page.paperId && wanted.version) ?? null);
    },
  );

  it('has no row that throws', () => {
    expect(() => cases.map(({ url }) => pageOf(url))).not.toThrow();
  });
});
