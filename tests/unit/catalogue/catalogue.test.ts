import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildCatalogue, formatFault } from '@/data/build';
import { CATALOGUE_BUDGET } from '@/data/build/compile';
import { checkCommand } from '@/lib/cli/catalogue-check';
import { parseCatalogue } from '@/lib/domain/catalogue';

const SEED = '../shared/seed/listing.txt';
const build = buildCatalogue();

describe('the catalogue of this repository', () => {
  it('has no faults', () => {
    expect(build.faults.map(formatFault)).toEqual([]);
  });

  it('compiles to something that can be read, within its budget', () => {
    const result = parseCatalogue(build.text);
    const papers = result.ok ? result.catalogue.all() : [];
    expect(papers.map(({ id }) => id)).toEqual(build.ids);
    expect(papers.length).toBeGreaterThanOrEqual(71);
    expect(Buffer.byteLength(build.text)).toBeLessThanOrEqual(CATALOGUE_BUDGET);
  });

  it('says of every paper who wrote it and whether there is code', () => {
    const codes = build.source.records.filter(({ links }) => links.some(({ kind }) => kind === 'code'));
    expect(codes.length).toBeGreaterThan(30);
    const unnamed = build.source.records.filter(({ authors }) => !('names' in authors)).map(({ id }) => id);
    expect(unnamed.toSorted()).toEqual(['2205.04550', '2502.16223']);
  });
});

describe.skipIf(!existsSync(SEED))('beside the listing that it came from', () => {
  it('has every figure and anchor in the abstract, and no summary out of it', () => {
    const { err } = checkCommand({ folder: 'data', listing: SEED });
    expect(err).toEqual([]);
  });

  it('has most of its figures', () => {
    expect(build.source.records.flatMap(({ results }) => results).length).toBeGreaterThan(50);
  });
});
