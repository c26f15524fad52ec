import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildCatalogue, formatFault } from '@/data/build';
import { parseListing } from '@/data/build/listing';
import { linkKey } from '@/data/build/records';
import { checkCommand } from '@/lib/cli/catalogue/check';
import { parseCatalogue } from '@/lib/domain/catalogue';
import { findLinks } from '@/lib/domain/links';
import { normaliseText } from '@/lib/domain/text';

const SEED = '../shared/seed/listing.txt';
const build = buildCatalogue();
const listing = existsSync(SEED) ? parseListing(readFileSync(SEED, 'utf8')) : undefined;
const listed = listing?.ok ? listing.papers : [];

/** Percentages and decimals of a text, without confidence intervals, p-values, dataset sizes and versions. */
const figuresOf = (text: string): readonly string[] =>
  text
    .replace(/\(\d+% CI[^)]*\)|p ?= ?0\.\d+|\d+\.\d\+? million|Claude \d\.\d/g, ' ')
    .match(/(?<![\w.])(?:\d+(?:\.\d+)?%|\d+\.\d+x?(?![\w.]))/g) ?? [];

describe('the catalogue of this repository', () => {
  it('has no errors', () => {
    expect(build.faults.map(formatFault)).toEqual([]);
  });

  it('compiles to a file that can be read', () => {
    const result = parseCatalogue(build.text);
    const papers = result.ok ? result.catalogue.all() : [];
    expect(papers.map(({ id }) => id)).toEqual(build.ids);
    expect(papers.length).toBeGreaterThanOrEqual(71);
  });

  it('states who wrote every paper and whether there is code', () => {
    const codes = build.source.records.filter(({ links }) => links.some(({ kind }) => kind === 'code'));
    expect(codes.length).toBeGreaterThan(30);
    const unnamed = build.source.records.filter(({ authors }) => !('names' in authors)).map(({ id }) => id);
    expect(unnamed.toSorted()).toEqual(['2205.04550', '2502.16223']);
  });
});

describe.skipIf(!existsSync(SEED))('the catalogue, compared with the listing that it was made from,', () => {
  it('contains only numbers and anchors of the abstract, and no summary copied from it', () => {
    const { err } = checkCommand({ folder: 'data', listing: SEED });
    expect(err).toEqual([]);
  });

  it.each(listed.map(({ title, abstract }) => [title, abstract] as const))(
    'omits no percentage, decimal or address of %s',
    (title, abstract) => {
      const record = build.source.records.find((each) => each.title === title);
      const anchors = (record?.results ?? []).map(({ anchor }) => anchor).join(' | ');
      expect(figuresOf(normaliseText(abstract)).filter((figure) => !anchors.includes(figure))).toEqual([]);
      const links = new Set(record?.links.map(({ url }) => linkKey(url)));
      expect(findLinks(abstract).filter(({ url }) => !links.has(linkKey(url)))).toEqual([]);
    },
  );
});
