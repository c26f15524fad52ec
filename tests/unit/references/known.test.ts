import { describe, expect, test } from 'vitest';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { recognise, type Recognisable } from '@/lib/domain/references/known';
import { openOwnPack } from '../../fixtures/own-pack';

const { pack } = openOwnPack();

/** An entry as it would print a paper of the catalogue: "ChatCAD: Interactive …", Wang and others, February 2023. */
const CHATCAD: Recognisable = {
  title: 'ChatCAD: Interactive computer-aided diagnosis on medical image using large language models',
  text: 'S. Wang, Z. Zhao, X. Ouyang. ChatCAD: Interactive computer-aided diagnosis on medical image using large language models. 2023.',
  year: 2023,
};

describe('an entry without an arXiv id', () => {
  test.each<readonly [how: string, change: Partial<Recognisable>]>([
    ['as it is', {}],
    ['with hyphens set otherwise', { title: CHATCAD.title?.replace('computer-aided', 'computer aided') }],
    ['in capitals', { title: CHATCAD.title?.toUpperCase() }],
    ['printed a year later', { year: 2024 }],
    ['without a year', { year: undefined }],
  ])('is the paper of the same title, %s', async (_how, change) => {
    expect(await recognise({ ...CHATCAD, ...change }, pack)).toBe('2302.07257');
  });

  test.each<readonly [why: string, change: Partial<Recognisable>]>([
    ['a word of the title is missing', { title: CHATCAD.title?.replace('Interactive ', '') }],
    ['a word more stands in it', { title: `${CHATCAD.title} revisited` }],
    ['nobody of its authors is named', { text: 'Ada Quill. ChatCAD. 2023.' }],
    ['the year is long before', { year: 2015 }],
    ['the year is long after', { year: 2035 }],
    ['its style prints no title', { title: undefined }],
    ['the title is hardly one', { title: 'Lamp' }],
  ])('is no paper where %s', async (_why, change) => {
    expect(await recognise({ ...CHATCAD, ...change }, pack)).toBeUndefined();
  });
});

test('an entry that prints an id is that paper, known or not', async () => {
  const paperId = parseArxivId('2001.00001')?.id;
  expect(await recognise({ ...CHATCAD, paperId }, pack)).toBe('2001.00001');
});
