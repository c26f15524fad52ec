import { existsSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { isConfirmed, pageOf, readFacts } from '@/lib/sites';

const factsOf = (address: string, html: string) => {
  const { document } = new JSDOM(html, { url: address }).window;
  const page = pageOf(address);
  const facts = readFacts(page, document);
  return { facts, isConfirmed: isConfirmed(page, facts) };
};

describe('the authors of a full text', () => {
  const ADDRESS = 'https://arxiv.org/html/2501.00002v1';
  const authorsOf = (block: string) =>
    factsOf(
      ADDRESS,
      `<h1 class="ltx_title_document">Lamps</h1><div class="ltx_authors"><span class="ltx_personname">${block}</span></div>`,
    ).facts?.authors;

  test.each([
    ['one name', 'Ada Example<sup>1</sup>', ['Ada Example']],
    // LaTeXML could not parse the title page.
    [
      'a list with marks',
      'Ada Example<sup>1,</sup> , Ben İrsoy<sup><span>1,∗</span></sup>, Cem Holm<sup>2</sup><br>1 Institute of Lamps, Oslo',
      ['Ada Example', 'Ben İrsoy', 'Cem Holm'],
    ],
    [
      'a list over several source lines',
      ' Ada Example, \n Ben Holm \n and \n Cem Reed ',
      ['Ada Example', 'Ben Holm', 'Cem Reed'],
    ],
    ['a name with additional text', 'Ada Example, Jr.', ['Ada Example Jr.']],
    ['a team', 'Research and Development', ['Research and Development']],
    [
      'lines that begin with an alignment mark',
      'Ada Example<br>Oslo<br>&amp; Ben Holm',
      ['Ada Example', 'Ben Holm'],
    ],
  ])('are read from %s', (_, block, names) => {
    expect(authorsOf(block)).toEqual(names);
  });
});

const FOLDER = '../shared/pages/D-html-full';

// One page of each generation: of 2023 to 2025, of 2026 by two converters, a failed conversion, ar5iv abridged.
describe.skipIf(!existsSync(FOLDER))('saved full texts of all generations', () => {
  test.each([
    [
      'EXCERPT-old2025-2503.23307v1.html',
      'https://arxiv.org/html/2503.23307v1',
      { paperId: '2503.23307', version: 1, published: '2025-03-30', categories: ['cs.CV'] },
    ],
    [
      'REAL-arxiv-2508.08468v6-perl2026-07.html',
      'https://arxiv.org/html/2508.08468v6',
      {
        paperId: '2508.08468',
        version: 6,
        // The watermark's date is that of the sixth version.
        published: undefined,
        authors: [
          'Anis Hamadouche',
          'Haifeng Luo',
          'Mathini Sellathurai',
          'Amir Hussain',
          'Tharm Ratnarajah',
        ],
        categories: ['cs.SD'],
      },
    ],
    [
      'EXCERPT-arxiv-2606.23050v1.html',
      'https://arxiv.org/html/2606.23050v1',
      {
        paperId: '2606.23050',
        // A line break in the title becomes a space.
        title: 'Unlimited OCR Works Welcome the Era of One-shot Long-horizon Parsing',
        links: ['http://github.com/baidu/Unlimited-OCR'],
      },
    ],
    [
      'TRIMMED-ar5iv-1706.03762-2026-06.html',
      'https://ar5iv.labs.arxiv.org/html/1706.03762',
      { title: 'Attention Is All You Need' },
    ],
  ])('have the right facts: %s', (name, address, wanted) => {
    const read = factsOf(address, readFileSync(`${FOLDER}/${name}`, 'utf8'));
    expect(read).toMatchObject({ isConfirmed: true, facts: wanted });
  });

  test('have no facts if the conversion failed', () => {
    const html = readFileSync(`${FOLDER}/EXCERPT-arxiv-2608.30667v1-failed.html`, 'utf8');
    const { facts } = factsOf('https://arxiv.org/html/2608.30667v1', html);
    expect(facts).toMatchObject({
      paperId: '2608.30667',
      title: undefined,
      abstract: undefined,
      authors: [],
    });
  });
});
