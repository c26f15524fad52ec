/** Words of a page or a query that are also names inherited by every object are words like any other. */
import { describe, expect, test } from 'vitest';
import { plainMath } from '@/lib/domain/describe/math';
import { parseFigure } from '@/lib/domain/describe';
import { parseLink } from '@/lib/domain/links';
import { findMetric } from '@/lib/domain/metrics';
import { readPaper } from '@/lib/domain/reading';
import { normaliseText } from '@/lib/domain/text';
import { tokenise } from '@/lib/domain/text/tokens';
import { openOwnPack } from '../../fixtures/own-pack';

const { catalogue, pack } = openOwnPack();

describe.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])('the inherited name %s', (name) => {
  test('is skipped as a TeX command', () => {
    expect(tokenise(`\\${name} x`).map((token) => token.text)).toEqual(['x']);
    expect(plainMath(`$\\${name} x$`).trim()).toBe('x');
    expect(normaliseText(`\\${name} x`)).toContain('x');
  });

  test('is unknown as a filter', async () => {
    const { message } = await pack.query({ text: `${name}:x` }, { limit: 1 });
    expect(message?.text).toContain(`There is no filter “${name.toLowerCase()}:”`);
  });

  test('is no known host, figure, metric or category', () => {
    expect(parseLink(`https://${name}.org/x`)).toBe(`https://${name.toLowerCase()}.org/x`);
    expect(parseFigure(name)).toBeUndefined();
    expect(findMetric(`${name}@5`)).toBeUndefined();
    const paper = { title: 'x', abstract: `A \\${name} of 5%.`, categories: [name] };
    expect(readPaper(paper, catalogue.taxonomy.tags).tags).toEqual([]);
  });
});
