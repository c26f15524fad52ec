import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAuthors, formatDay, parseFigure, shortAddress } from '@/lib/domain/describe';
import { citedName, listAuthors } from '@/lib/domain/cite/names';
import { parseTextRuns, plainMath } from '@/lib/domain/describe/math';

describe('authors and dates', () => {
  it.each([
    ['Hendrik P. N. Scholl', 'Scholl'],
    ['Laurens van der Maaten', 'van der Maaten'],
    ['Martin Luther King Jr.', 'King'],
    ['Holland, Robbie', 'Holland'],
    ['Plato', 'Plato'],
    ['The Lamp Collaboration', 'The Lamp Collaboration'],
    ['Gemini Team', 'Gemini Team'],
    ['The CMS', 'The CMS'],
    ['The Anh Nguyen', 'Nguyen'],
    ['J. Lab', 'Lab'],
    ['Rogier Van der Sluijs', 'Van der Sluijs'],
    ['E. A. De Wolf', 'De Wolf'],
    ['Yann Le Cun', 'Le Cun'],
    ['Minh Van Nguyen', 'Nguyen'],
    ['Ada Ben Quill', 'Ben Quill'],
    ['Ben Quill', 'Quill'],
  ])('of %s are cited as %s', (name, expected) => {
    expect(listAuthors({ names: [name] }).map(citedName)).toEqual([expected]);
  });

  it.each([
    [['A', 'B', 'C', 'D'], 'A, B, C, D', 0],
    [['A', 'B', 'C', 'D', 'E'], 'A, B, C', 2],
    [['A'], 'A', 0],
  ])('are folded: %j', (names, text, more) => {
    expect(foldAuthors({ names })).toEqual({ text, more, names: text.split(', ') });
  });

  it('are shown unchanged if they are a count or an organisation', () => {
    expect(foldAuthors({ count: 1 })).toEqual({ text: '1 author', more: 0, names: [] });
    expect(foldAuthors({ count: 16 })).toEqual({ text: '16 authors', more: 0, names: [] });
    expect(foldAuthors({ organisation: 'Lamp Society' })).toEqual({
      text: 'Lamp Society',
      more: 0,
      names: [],
    });
    expect(foldAuthors(undefined)).toEqual({ text: '', more: 0, names: [] });
  });

  it.each([
    ['2024-07-11', '11 Jul 2024'],
    ['2024-13-11', '2024-13-11'],
    ['soon', 'soon'],
  ])('are shortened: %s becomes %s', (day, expected) => {
    expect(formatDay(day)).toBe(expected);
  });

  it('include shortened addresses of known hosts', () => {
    expect(shortAddress('https://github.com/lamp-lab/lamp-vlm/')).toBe('lamp-lab/lamp-vlm');
    expect(shortAddress('https://gitlab.com/lamp-lab/vlm')).toBe('lamp-lab/vlm');
    expect(shortAddress('https://www.example.org/a')).toBe('example.org/a');
    expect(shortAddress('not an address')).toBe('not an address');
  });
});

describe('parseFigure', () => {
  it.each([
    ['83.5%', 83.5, '%'],
    ['+4.1%', 4.1, '%'],
    ['-1.3 points', -1.3, '%'],
    ['−0.2', -0.2, ''],
    ['0.63', 0.63, ''],
    ['3.2x', 3.2, 'x'],
    ['10-fold', 10, 'x'],
    ['37.51 dB', 37.51, 'db'],
    ['1,024 ms', 1024, 'ms'],
    ['27 out of 29', (100 * 27) / 29, '%'],
    ['6-7%', 6, ''],
    ['half', 0.5, 'x'],
  ])('parses %s', (value, amount, unit) => {
    expect(parseFigure(value)).toEqual({ amount, unit });
  });

  it.each(['1st', 'two orders of magnitude', '', 'state of the art'])(
    'returns nothing to draw for "%s"',
    (value) => {
      expect(parseFigure(value)).toBeUndefined();
    },
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (value) => {
        expect(() => parseFigure(value)).not.toThrow();
      }),
    );
  });
});

describe('titles with mathematics', () => {
  it.each([
    ['On $\\alpha$-lamps', 'On α-lamps'],
    ['$O(n \\log n)$ time', 'O(n log n) time'],
    ['$\\mathbb{R}^{n}$ and $H_0$', 'Rn and H0'],
    ['From $5 to $6', 'From $5 to $6'],
    ['Vision--language models --- a survey', 'Vision–language models — a survey'],
    ['Use --fast, C-- and a-b', 'Use --fast, C-- and a-b'],
    ['{BERT} at 50\\% of R\\&D', 'BERT at 50% of R&D'],
    ['$unclosed', '$unclosed'],
    ['\\textit{LampNet}: {\\em via} \\emph{light}', 'LampNet: via light'],
    ['G\\"odel, caf\\\'{e}, \\v{C}apek, Wroc{\\l}aw, na{\\"\\i}ve', 'Gödel, café, Čapek, Wrocław, naïve'],
    ['{\\gamma}-rays and amyloid-\\beta{} at 360{\\deg}', 'γ-rays and amyloid-β at 360°'],
    ["\\LampNet{} and don\\'t", "\\LampNet and don\\'t"],
    ['$\\frac{1}{\\sqrt{n}}$ and $\\frac{a+b}{2}$', '1/√n and (a+b)/2'],
  ])('are rendered: %s', (title, plain) => {
    expect(plainMath(title)).toBe(plain);
  });

  it('mark superscripts and subscripts', () => {
    expect(parseTextRuns('$x^{2}_i$')).toEqual([
      { text: 'x', style: 'math' },
      { text: '2', style: 'superscript' },
      { text: 'i', style: 'subscript' },
    ]);
  });

  it('are handled whatever they contain, and text without mathematics is unchanged', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(() => plainMath(text)).not.toThrow();
        const plain = text.replaceAll(/[$\\{}-]/g, '');
        expect(plainMath(plain)).toBe(plain);
      }),
    );
  });
});
