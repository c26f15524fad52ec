import { describe, expect, test } from 'vitest';
import { findTitle } from '@/lib/domain/references/title';

/** Entries of invented works in the styles of bibliographies, each with its title. */
const TITLED: readonly (readonly [style: string, blocks: readonly string[], title: string])[] = [
  [
    'BibTeX in blocks',
    ['Ada Quill and Bo Holm.', 'Lanterns for dark pages.', 'In LAMP, 2022.'],
    'Lanterns for dark pages',
  ],
  [
    'BibTeX of a page',
    ['Lamp@Co.', 'Lantern 3 manual, March 2024a.', 'URL https://lamp.example/'],
    'Lantern 3 manual',
  ],
  [
    'ACM in blocks',
    ['Ada Quill. 2020.', 'Lanterns for dark pages.', 'In Proc. LAMP.'],
    'Lanterns for dark pages',
  ],
  ['a title that begins with a number', ['Ada Quill.', '8-bit lanterns.', 'In LAMP.'], '8-bit lanterns'],
  ['a question', ['Ada Quill.', 'Can a lamp read? A study.', 'In LAMP.'], 'Can a lamp read? A study'],
  [
    'a quotation within a title',
    ['Ada Quill.', '“Why should I trust a lamp?” Explaining lanterns.', 'In LAMP, 2016.'],
    '“Why should I trust a lamp?” Explaining lanterns',
  ],
  [
    'IEEE',
    ['A. Quill, B. Holm, and C. Reed, “Lanterns for dark pages,” in Proc. CVPR, 2021, pp. 1–9.'],
    'Lanterns for dark pages',
  ],
  [
    "IEEE in TeX's quotes",
    ["A. Quill and B. Holm, ``Lanterns for dark pages,'' IEEE Trans. Lamps, vol. 3."],
    'Lanterns for dark pages',
  ],
  [
    'Springer',
    ['Quill, A., Holm, B.: Lanterns: a survey. In: Proceedings of LAMP. pp. 1–9 (2020)'],
    'Lanterns: a survey',
  ],
  [
    'APA',
    ['Quill, A. B., & Holm, B. (2026). Lanterns for dark pages. Journal of Lamps, 3(1), 1–9.'],
    'Lanterns for dark pages',
  ],
  [
    'one block',
    ['Ada Quill, Bo Holm, and Cy Reed. Lanterns for dark pages. CoRR, 2014.'],
    'Lanterns for dark pages',
  ],
  [
    'one block with the year ahead',
    ['Ada Quill and Bo Holm. 2021. Lanterns for dark pages. In Proc. LAMP.'],
    'Lanterns for dark pages',
  ],
  [
    'Nature',
    ['Quill, A. et al. Lanterns for dark pages. Nature 596, 583–589 (2021).'],
    'Lanterns for dark pages',
  ],
  [
    'names that end in an initial',
    ['Quill, A., Reed, C. Lanterns for dark pages. Nat. Lamps 3, 1 (2020).'],
    'Lanterns for dark pages',
  ],
  [
    'Elsevier',
    ['A. Quill, B. Holm, Lanterns for dark pages, Phys. Rev. D 101 (2020) 1.'],
    'Lanterns for dark pages',
  ],
  [
    'JHEP',
    ['A. Quill and B. Holm, Lanterns, lamps and candles in the dark, JHEP 03 (2013) 067 [1210.2119].'],
    'Lanterns, lamps and candles in the dark',
  ],
  [
    'an invented work',
    ['Lantern documentation and manual.', 'https://lamp.example/', '2023.'],
    'Lantern documentation and manual',
  ],
];

/** Entries in styles that print no title: a journal's name must not be taken for one. */
const UNTITLED: readonly (readonly [style: string, blocks: readonly string[]])[] = [
  ['MNRAS', ['Quill A. B., Holm B., 2016, MNRAS, 457, 1234']],
  ['ApJ', ['Quill, A. B., Holm, B., & Reed, C. 2016, ApJ, 900, 1']],
  ['APS', ['A. Quill et al., Phys. Lett. B 716, 1 (2012).']],
  ['a full journal name', ['A. Quill, B. Holm, and C. Reed, Physical Review Letters 116, 061102 (2016).']],
  ['a journal before its volume', ['A. Quill, B. Holm, Journal of Dark Lamps, 12 (2016) 1.']],
  ['a thesis', ['A. Quill, Ph.D. thesis, University of Lamps (2016).']],
  ['a page of a company', ['LampCo.', 'https://lamp.example', '2023.']],
  ['a collaboration', ['The LAMP Collaboration, JHEP 1 (2020).']],
  ['an empty entry', ['']],
  ['no blocks', []],
];

describe('the title of an entry', () => {
  test.each(TITLED)('is found in the style of %s', (_style, blocks, title) => {
    expect(findTitle(blocks)).toBe(title);
  });

  test.each(UNTITLED)('is absent in the style of %s', (_style, blocks) => {
    expect(findTitle(blocks)).toBeUndefined();
  });

  test('is searched in time proportional to the length of the entry', () => {
    for (const piece of ['A. ', 'Quill, ', '“', 'Aa. ', ', and ', 'A. Quill, ', "''``", '. ? '])
      expect(() => findTitle([piece.repeat(20_000)])).not.toThrow();
  });
});
