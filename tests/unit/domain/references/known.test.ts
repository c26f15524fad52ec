import { describe, expect, test } from 'vitest';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { recognise, type Recognisable } from '@/lib/domain/references/known';
import { openOwnPack } from '../../../fixtures/own-pack';

const { pack } = openOwnPack();

/**
 * The entry that a bibliography would print for a paper of the catalogue: "ChatCAD: Interactive …", Wang and others,
 * February 2023.
 */
const CHATCAD: Recognisable = {
  title: 'ChatCAD: Interactive computer-aided diagnosis on medical image using large language models',
  text: 'S. Wang, Z. Zhao, X. Ouyang. ChatCAD: Interactive computer-aided diagnosis on medical image using large language models. 2023.',
  year: 2023,
};

describe('an entry without an arXiv id', () => {
  test.each<readonly [how: string, change: Partial<Recognisable>]>([
    ['unchanged', {}],
    ['with other hyphenation', { title: CHATCAD.title?.replace('computer-aided', 'computer aided') }],
    ['in capitals', { title: CHATCAD.title?.toUpperCase() }],
    ['printed a year later', { year: 2024 }],
    ['without a year', { year: undefined }],
  ])('is recognised by the paper’s title, %s', async (_how, change) => {
    expect(await recognise({ ...CHATCAD, ...change }, pack)).toBe('2302.07257');
  });

  test.each<readonly [why: string, change: Partial<Recognisable>]>([
    ['a word of the title is missing', { title: CHATCAD.title?.replace('Interactive ', '') }],
    ['the title has an additional word', { title: `${CHATCAD.title} revisited` }],
    ['none of its authors is named', { text: 'Ada Quill. ChatCAD. 2023.' }],
    ['the year is much earlier', { year: 2015 }],
    ['the year is much later', { year: 2035 }],
    ['its style prints no title', { title: undefined }],
    ['the title is too short', { title: 'Lamp' }],
  ])('is not recognised if %s', async (_why, change) => {
    expect(await recognise({ ...CHATCAD, ...change }, pack)).toBeUndefined();
  });
});

test('an entry that prints an id is the paper with this id, known or not', async () => {
  const paperId = parseArxivId('2001.00001')?.id;
  expect(await recognise({ ...CHATCAD, paperId }, pack)).toBe('2001.00001');
});
