import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '@/data/build';
import { parseCatalogue } from '@/lib/domain/catalogue';
import { openTermStatistics } from '@/lib/domain/text/term-statistics';
import { termKey } from '@/lib/domain/text/terms';
import { readRelatedStatistics, readWordVectors } from '@/data/build/model-files';
import { readPaper } from '@/lib/domain/reading';
import { encodeRelatedAsset, openRelatedAsset } from '@/lib/domain/related/asset';

const { text, taxonomy, relatedAsset, source } = buildCatalogue();
const parsed = parseCatalogue(text, taxonomy);
if (!parsed.ok) throw new Error(parsed.message);
const { catalogue } = parsed;
const asset = openRelatedAsset(relatedAsset, catalogue, readWordVectors());

function findNear(title: string, abstract: string) {
  const reading = readPaper({ title, abstract, categories: [] }, catalogue.taxonomy.tags);
  const tags = [...new Set([...reading.tags.map(({ id }) => id), ...reading.contribution])];
  return asset?.relateText({ title, abstract, tags }) ?? [];
}

describe('the data for finding papers near a reading', () => {
  it('contain every paper’s heaviest terms as in the source', () => {
    const [, first = ''] = relatedAsset.split('\n');
    const record = source.records[0];
    expect(relatedAsset.split('\n')).toHaveLength(source.records.length + 1);
    expect(first.split('\t').slice(0, 2)).toEqual([record?.id, record?.terms[0]?.[0]]);
  });

  it('contain the weights of the catalogue’s terms and of common words, and nothing else', () => {
    const full = readRelatedStatistics();
    const shipped = openTermStatistics(JSON.parse(relatedAsset.split('\n')[0] ?? ''));
    const { idf, size } = openTermStatistics(full);
    for (const [term] of source.records[0]?.terms.slice(0, 40) ?? []) {
      expect(shipped.idf(termKey(term))).toBe(idf(termKey(term)));
    }
    expect(shipped.size).toBeLessThan(size / 2);
    expect(encodeRelatedAsset(full, source.records)).toBe(relatedAsset);
  });

  it('find papers of the same task, with reasons', () => {
    const near = findNear(
      'Writing chest X-ray reports with a vision-language model',
      'We train a vision-language model that writes radiology reports for chest X-rays of MIMIC-CXR.',
    );
    expect(near.length).toBeGreaterThanOrEqual(3);
    // As many as the panel shows.
    for (const { id, reasons } of near.slice(0, 8)) {
      expect(catalogue.get(id)?.tags).toContain('x-ray');
      expect(reasons.length).toBeGreaterThan(0);
    }
  });

  it('find nothing near a paper from another field', () => {
    expect(
      findNear(
        'Torsion in the cohomology of arithmetic groups',
        'We bound torsion classes in the cohomology of lattices in semisimple Lie groups.',
      ),
    ).toEqual([]);
  });

  it.each([
    ['Faster detection of objects in driving scenes', 'We speed up an object detector for driving scenes.'],
    ['Depth estimation from a single image', 'A network that estimates depth, trained on stereo pairs.'],
  ])('find nothing for a paper of the same field that is only similar by chance: %s', (title, abstract) => {
    expect(findNear(title, abstract)).toEqual([]);
  });

  it.each(['', 'not JSON', '{"format":2}', '[]'])('are refused if they are "%s"', (damaged) => {
    expect(openRelatedAsset(damaged, catalogue, readWordVectors())).toBeUndefined();
  });
});
