import { describe, expect, test } from 'vitest';
import { readEntry } from '@/lib/domain/references';
import type { PrintedEntry, PrintedLink } from '@/lib/domain/references/printed';

const entry = (text: string, more: Partial<PrintedEntry> = {}): PrintedEntry => ({
  anchor: 'bib.bib1',
  key: '[1]',
  blocks: [text],
  isMarked: false,
  links: [],
  ...more,
});

const link = (text: string): PrintedLink => ({ text });

describe('the arXiv id of an entry', () => {
  const forms: readonly (readonly [text: string, id: string | undefined, links?: readonly PrintedLink[]])[] =
    [
      ['arXiv preprint arXiv:2308.13418, 2023.', '2308.13418'],
      ['arXiV preprint arXiV:1908.10063, 2019.', '1908.10063'],
      ['arXiv:2308.13418v2 [cs.CL]', '2308.13418'],
      ['CoRR, abs/1409.0473, 2014.', '1409.0473'],
      ['ArXiv, abs/2201.01266', '2201.01266'],
      ['arXiv e-prints, p. arXiv:1110.3193', '1110.3193'],
      ['arXiv preprint (2105.05537)', '2105.05537'],
      ['eprint 2001.08361', '2001.08361'],
      ['doi:10.48550/arXiv.2104.08691', '2104.08691'],
      ['arXiv:2104. 08691', '2104.08691'],
      ['JHEP 03 (2013) 067 [1210.2119]', '1210.2119'],
      ['Nucl. Phys. B 1 (1998) [hep-th/9711200]', 'hep-th/9711200'],
      ['arXiv:cs/0205070', 'cs/0205070'],
      ['arXiv:math.GT/0309136', 'math/0309136'],
      ['In ECCV Workshops, External Links: 2105.05537', '2105.05537', [link('2105.05537')]],
      // These are not ids: a month 13, a DOI, pages, a software version, a path.
      ['arXiv:2113.00001', undefined],
      ['doi:10.1103/PhysRevD.2105.05537', undefined],
      ['Lamps 12, pp. 1234.5678–1240', undefined],
      ['https://lamp.example/2105.05537/x', undefined],
      ['https://lamp.example/cs/0205070', undefined],
    ];
  test.each(forms.map(([text, id, links = []]) => ({ text, id, links })))(
    'is read from “$text”: $id',
    ({ text, id, links }) => {
      expect(readEntry(entry(text, { links })).paperId).toBe(id);
    },
  );
});

describe('the year of an entry', () => {
  const years: readonly (readonly [text: string, key: string, year: number | undefined])[] = [
    ['Lanterns. In LAMP, 2022.', '[1]', 2022],
    ['Lanterns of 1984. In LAMP, 2022a.', '[1]', 2022],
    ['Lanterns. In LAMP.', 'Quill et al. (2021b)', 2021],
    ['Lanterns. LAMP, pages 1998–2005, 2010.', '[1]', 2010],
    ['Lanterns. LAMP 3, 2012–2020', '[1]', undefined],
    ['Lanterns. arXiv:2012.02201', '[1]', undefined],
    ['Lanterns. https://lamp.example/2019/ Accessed: Jan. 2026', '[1]', undefined],
    ['Lanterns. https://lamp.example/Accessed: Jan. 2026', '[1]', undefined],
  ];
  test.each(years)('is read from “%s” under %s: %s', (text, key, year) => {
    expect(readEntry(entry(text, { key })).year).toBe(year);
  });

  test('is the one marked by the page, if there is one', () => {
    expect(readEntry(entry('Lanterns, 2019', { year: ' (2018)' })).year).toBe(2018);
  });
});

test('an entry with marked parts has no title unless one is marked', () => {
  const blocks = ['lampmakers (2026)', 'Somewhere on the shelf.'];
  expect(readEntry(entry('', { blocks, isMarked: true })).title).toBeUndefined();
  expect(readEntry(entry('', { blocks, isMarked: true, title: 'Lanterns' })).title).toBe('Lanterns');
});
