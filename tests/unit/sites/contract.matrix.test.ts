// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { ADDRESSES } from '@/lib/sites/addresses';
import { pageAt } from '@/lib/sites/page-at';
import { pageOf } from '@/lib/sites/pages';
import { sites } from '@/lib/sites/all';
import { rowsOf } from '@/tests/e2e/support/matrix';
import { OWN_PAGES, SAVED_PAGES, type SitePage } from '../../fixtures/site-pages';

/** A parsed document, shown in no window, as adapters may get it. */
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

const kindsOf = (site: (typeof sites)[number]) =>
  new Set(Object.values(site.addresses.rules).map(([kind]) => kind));

describe.each(sites.map((site) => [site.addresses.id, site] as const))('the site %s', (_, site) => {
  const { addresses, examples, papers, listings } = site;

  it('describes pages, adapters and listings only for kinds that its own rules return', () => {
    const described = [
      ...addresses.pages.map(({ kind }) => kind),
      ...Object.keys(papers?.adapters ?? {}),
      ...Object.keys(listings ?? {}),
    ];
    expect(described.filter((kind) => !kindsOf(site).has(kind))).toEqual([]);
  });

  it('has examples for each rule, and for no other', () => {
    expect(Object.keys(examples).toSorted()).toEqual(Object.keys(addresses.rules).toSorted());
  });

  it('runs on hosts that its own rules accept', () => {
    expect((addresses.runsOn?.hosts ?? []).filter((host) => !addresses.host.test(host))).toEqual([]);
  });

  it.each(['2407.08410', 'hep-th/9901001'])('has links to its own pages, for %s', (text) => {
    const paperId = parseArxivId(text)?.id;
    const found = addresses.pages.map(({ prefix }) => pageAt(prefix + text, [addresses]));
    expect(found).toMatchObject(addresses.pages.map(({ kind }) => ({ kind, paperId })));
    const jumps = [addresses.jump ?? []].flat().map((jump) => pageAt(jump + text, [addresses]));
    expect(jumps.filter((page) => page.paperId !== paperId)).toEqual([]);
  });
});

describe('the list of sites', () => {
  it('contains the sites with known addresses, each with a unique id', () => {
    const ids = sites.map(({ addresses }) => addresses.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ADDRESSES.map(({ id }) => id));
  });

  it('agrees with README’s table about the sites that are read', () => {
    const [, table = ''] = readFileSync('README.md', 'utf8').split('### Sites');
    const [, , ...rows] = (table.split('###')[0] ?? '').match(/^\|.*\|$/gm) ?? [];
    const cells = rows.map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    const read = sites.filter(({ papers }) => papers);
    expect(cells).toEqual(
      read.map(({ addresses: { label, pages }, listings }) => [
        label,
        pages.map((page) => page.label).join(', '),
        listings ? 'yes' : '',
      ]),
    );
  });

  it('gives the pages of all sites different access keys', () => {
    const keys = sites.flatMap(({ addresses }) => addresses.pages.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has a fixture page for every kind that is read', () => {
    const shown = new Set(
      OWN_PAGES.filter(({ isEmpty }) => !isEmpty).map(({ address }) => pageOf(address).kind),
    );
    const read = sites.flatMap(({ papers, listings }) => Object.keys({ ...papers?.adapters, ...listings }));
    expect(read.filter((kind) => ![...shown].some((each) => each === kind))).toEqual([]);
  });
});

/** The results of every adapter of every site for a document, by "site kind". */
function readAll(document: Document) {
  const facts = sites.flatMap(({ addresses: { id }, papers }) =>
    Object.entries(papers?.adapters ?? {}).map(
      ([kind, adapter]) =>
        [
          `${id} ${kind}`,
          { facts: adapter.readFacts(document), abstract: adapter.findAbstract(document) },
        ] as const,
    ),
  );
  const entries = sites.flatMap(({ addresses: { id }, listings }) =>
    Object.entries(listings ?? {}).map(([kind, { adapter }]) => {
      const elements = adapter.findElements(document);
      return [
        `${id} ${kind}`,
        { elements, entries: elements.map((element) => adapter.readEntry(element)) },
      ] as const;
    }),
  );
  return { papers: new Map(facts), listings: new Map(entries) };
}

type Read = ReturnType<typeof readAll>;

/** All data that were read, as one text. */
const stated = ({ papers, listings }: Read): string =>
  JSON.stringify([
    [...papers.values()].map(({ facts }) => facts),
    [...listings.values()].map(({ entries }) => entries.map((each) => each?.entry)),
  ]);

/** All elements that were found, in order. */
const elementsOf = ({ papers, listings }: Read): readonly (Element | undefined)[] => [
  ...[...papers.values()].map(({ abstract }) => abstract),
  ...[...listings.values()].flatMap(({ entries }) => entries.flatMap((each) => each?.parts)),
];

/** Whether pages of two kinds come from the same program, so that the adapter of one may also read the other. */
const areAlike = (one: string, other: string): boolean =>
  [one, other].every((kind) => kind === 'html' || kind === 'other');

/** Every adapter that does not treat a page as it should, and what it does. */
function findFaults({ name: file, address, isEmpty }: SitePage, document: Document): readonly string[] {
  const page = pageOf(address);
  const own = sites.find(({ addresses }) => addresses.host.test(new URL(address).host))?.addresses.id;
  const ownName = `${own} ${page.kind}`;
  const read = readAll(document);
  const again = readAll(document);
  const first = elementsOf(read);
  const papers = [...read.papers].flatMap(([name, { facts }]) => {
    const [, kind = ''] = name.split(' ');
    const id = facts?.paperId;
    // If a saved page was cut, its id may be missing.
    const isWhole = name === ownName && !file.includes('TRIMMED');
    return [
      isWhole && (facts === undefined) !== isEmpty ? `${name} reads ${String(id)}` : '',
      isWhole && !isEmpty && id !== page.paperId ? `${name} takes it for ${String(id)}` : '',
      facts && name !== ownName && !areAlike(kind, page.kind) ? `${name} reads a foreign page` : '',
      id !== undefined && id !== page.paperId ? `${name} names ${id}` : '',
    ];
  });
  const listings = [...read.listings].flatMap(([name, { elements, entries }]) => [
    entries.some(Boolean) !== (name === ownName && !isEmpty) ? `${name} finds ${entries.length} entries` : '',
    ...entries.map((entry, index) =>
      entry && (entry.element !== elements[index] || !entry.parts.some((part) => part.contains(entry.mount)))
        ? `${name} places entry ${index} outside itself`
        : '',
    ),
  ]);
  const isSame =
    stated(again) === stated(read) && elementsOf(again).every((element, index) => element === first[index]);
  return [...papers, ...listings, isSame ? '' : 'a second reading differs'].filter(Boolean);
}

function holdsToContract(page: SitePage) {
  const document = parse(page.html());
  expect(document.defaultView).toBeNull();
  const before = document.documentElement.outerHTML;
  expect(findFaults(page, document)).toEqual([]);
  expect(document.documentElement.outerHTML).toBe(before);
}

test.each(OWN_PAGES)(
  'every adapter reads its own pages, refuses others and changes nothing: $name',
  holdsToContract,
);

test.skipIf(SAVED_PAGES.length === 0).each(rowsOf(SAVED_PAGES, 8))(
  'every adapter does the same on a saved page: $name',
  holdsToContract,
);
