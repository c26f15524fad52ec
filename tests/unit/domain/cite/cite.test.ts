import type { Result } from '@/lib/domain/paper';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findBaselines,
  formatBibtex,
  formatCitationKey,
  formatLink,
  formatMarkdown,
  formatResult,
  formatResultsRow,
  formatShortCitation,
} from '@/lib/domain/cite';
import { escapeLatex, escapeLatexTitle } from '@/lib/domain/cite/latex';
import { citable as paper } from '../../../fixtures/citable';
import { LAMP, paperId, READING } from '../../../fixtures/ui-papers';

describe('escapeLatex', () => {
  it.each([
    ['Philip Müller', String.raw`Philip M{\"u}ller`],
    ['Hrvoje Bogunović', String.raw`Hrvoje Bogunovi{\'c}`],
    ['Čapek, Łódź', String.raw`{\v C}apek, {\L}{\'o}d{\'z}`],
    ['Søren Æ', String.raw`S{\o}ren {\AE}`],
    ['50% of R&D_#1 costs $5', String.raw`50\% of R\&D\_\#1 costs \$5`],
    [
      'a\\b {c} ~ ^',
      String.raw`a\textbackslash{}b \textbraceleft{}c\textbraceright{} \textasciitilde{} \textasciicircum{}`,
    ],
    ['李明', '李明'],
  ])('escapes %s', (text, expected) => {
    expect(escapeLatex(text)).toBe(expected);
  });

  it('leaves no brace open and no special character unescaped', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const bare = escapeLatex(text).replace(/\\[\\&%$#_]/g, '');
        expect(bare.split('{').length).toBe(bare.split('}').length);
        expect(bare).not.toMatch(/(?<!\\)[&%#_]/);
      }),
    );
  });
});

describe('escapeLatexTitle', () => {
  it.each([
    ['Reading MRI with GPT-4', 'Reading {MRI} with {GPT-4}'],
    ['RetinaVLM for all', '{RetinaVLM} for all'],
    ['Bounds of $O(n \\log n)$ & more', String.raw`Bounds of {$O(n \log n)$} \& more`],
    ['From $5 to $6', String.raw`From \$5 to \$6`],
    [String.raw`{BERT} at 50\% of R\&D`, String.raw`{BERT} at 50\% of {R\&D}`],
    [String.raw`\textit{Lamps} by G\"odel and S{\o}ren`, String.raw`Lamps by G{\"o}del and S{\o}ren`],
    ['Left $a}$ open', String.raw`Left \$a\$ open`],
    ['3D U-Net', '{3D} {U-Net}'],
    ['Costs of $5-$6 a page', String.raw`Costs of \$5-\$6 a page`],
    [String.raw`($\times$4) at a challenge`, String.raw`({$\times$}4) at a challenge`],
    [
      'Über α-Helix und Γεώργιος ≤ 3 µm',
      String.raw`{\"U}ber {{$\alpha$}-Helix} und Γεώργιος {$\leq$} 3 {$\mu$}m`,
    ],
    ['H₂O and 10⁶ cells', String.raw`{H{$_{2}$}O} and 10{$^{6}$} cells`],
    // TeX executes its input: none of these may reach it.
    [String.raw`$\input{/etc/passwd}$ study`, String.raw`/etc/passwd study`],
    [String.raw`$\immediate\write18{id}$`, '18id'],
    [String.raw`\input{/etc/passwd} study`, String.raw`\textbackslash{}input/etc/passwd study`],
    ['$a%$ b', String.raw`{$a\%$} b`],
    ['$^^5cinput$ b', '5cinput b'],
    [String.raw`$\{}$ b`, String.raw`\textbraceleft{} b`],
    [String.raw`$}\{$ b`, String.raw`\$\$ b`],
    ['Turned \u202Etxet', 'Turned txet'],
  ])('escapes %s', (title, expected) => {
    expect(escapeLatexTitle(title)).toBe(expected);
  });

  it('closes every brace, whatever the title leaves open', () => {
    const part = fc.constantFrom('$', '{', '}', '\\', '\\frac', '\\"', 'a', 'Ab', ' ', '_', '\\textit{');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const out = escapeLatexTitle(parts.join(''));
        expect(out.split('{').length).toBe(out.split('}').length);
      }),
    );
  });
});

describe('formatBibtex', () => {
  it('writes an article for a published paper, and keeps the eprint', () => {
    expect(formatBibtex(LAMP)).toBe(
      [
        '@article{quill2024lamps,',
        String.raw`  author        = {Ada Quill and Bo van der Meer and Chlo{\"e} {\~N}and{\'u} and Dev Rao and Eve Storm and Fay Moss},`,
        '  title         = {Lamps for the retina: a curriculum for vision-language models in eye clinics},',
        '  journal       = {Journal of Lamp Studies},',
        '  volume        = {8},',
        '  pages         = {532},',
        '  year          = {2025},',
        '  eprint        = {2407.00042},',
        '  archivePrefix = {arXiv},',
        '  primaryClass  = {cs.CV},',
        '  url           = {https://arxiv.org/abs/2407.00042},',
        '}',
      ].join('\n'),
    );
  });

  it('writes a preprint with its version if no venue is known', () => {
    const entry = formatBibtex(paper({ categories: ['eess.IV', 'cs.CV'] }), 3);
    expect(entry).toMatch(/^@misc\{/);
    expect(entry).toContain('eprint        = {2407.00042v3}');
    expect(entry).toContain('primaryClass  = {eess.IV}');
    expect(entry).toContain('url           = {https://arxiv.org/abs/2407.00042v3}');
  });

  it('omits the primary class for old ids, which contain it', () => {
    const entry = formatBibtex(paper({ id: paperId('math/0309136'), categories: ['math.GT'] }));
    expect(entry).toContain('eprint        = {math/0309136}');
    expect(entry).not.toContain('primaryClass');
  });

  it('writes an unknown venue as a note, and the DOI unescaped', () => {
    const entry = formatBibtex(paper({ venue: 'in press & printed', doi: '10.1007/978-3_41' }));
    expect(entry).toContain(String.raw`note          = {in press \& printed}`);
    expect(entry).toContain('doi           = {10.1007/978-3_41}');
  });

  it.each([
    [['Martin Luther King Jr.'], 'King, Jr., Martin Luther'],
    [['Jan van der Meer III', 'Bo Moss'], 'van der Meer, III, Jan and Bo Moss'],
    [['Holland, Robbie'], 'Holland, Robbie'],
    [['The Lamp Collaboration', 'Ada Quill'], '{The Lamp Collaboration} and Ada Quill'],
  ])('writes the names %j so that BibTeX parses them', (names, expected) => {
    expect(formatBibtex(paper({ authors: { names } }))).toContain(`author        = {${expected}},`);
  });

  it('puts an organisation and a name that contains "and" in braces', () => {
    expect(formatBibtex(paper({ authors: { organisation: 'Lamps and Light' } }))).toContain(
      '= {{Lamps and Light}}',
    );
    expect(formatBibtex(paper({ authors: { names: ['Team of Ada and Bo', 'Dev Rao'] } }))).toContain(
      '= {{Team of Ada and Bo} and Dev Rao}',
    );
  });

  it('omits the authors if only their number is known', () => {
    expect(formatBibtex(paper({ authors: { count: 12 } }))).not.toContain('author');
  });
});

describe('formatCitationKey', () => {
  it.each([
    [{}, 'quill2024lamp'],
    [{ title: 'On the $\\alpha$ of Lamps' }, 'quill2024lamps'],
    [{ authors: { names: ['Chloë Ñandú'] } }, 'nandu2024lamp'],
    [{ authors: { names: ['Laurens van der Maaten'] } }, 'vandermaaten2024lamp'],
    [{ authors: { names: ['李明'] } }, 'arxiv2024lamp'],
    [{ authors: undefined, published: undefined, title: '光' }, 'arxiv240700042'],
  ])('makes a key of %j', (part, key) => {
    expect(formatCitationKey(paper(part))).toBe(key);
  });

  it('always makes a valid key', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, name) => {
        expect(formatCitationKey(paper({ title, authors: { names: [name] } }))).toMatch(/^[a-z][a-z0-9]*$/);
      }),
    );
  });
});

describe('other citation formats', () => {
  it('link to the version in view', () => {
    expect(formatLink(paperId('2407.00042'))).toBe('https://arxiv.org/abs/2407.00042');
    expect(formatLink(paperId('math/0309136'), 2)).toBe('https://arxiv.org/abs/math/0309136v2');
  });

  it.each([
    [{ names: ['Ada Quill'] }, 'Quill, 2024'],
    [{ names: ['Ada Quill', 'Bo Moss'] }, 'Quill and Moss, 2024'],
    [{ names: ['Ada Quill', 'Bo Moss', 'Dev Rao'] }, 'Quill et al., 2024'],
    [{ organisation: 'Lamp Society' }, 'Lamp Society, 2024'],
    [{ count: 4 }, '2024'],
  ])('shorten the authors of %j', (authors, expected) => {
    expect(formatShortCitation(paper({ authors }))).toBe(expected);
  });

  it('escape Markdown', () => {
    expect(formatMarkdown(paper({ title: 'A [lamp] of *light* with $x_1$ | 2' }))).toBe(
      String.raw`[A \[lamp\] of \*light\* with x1 \| 2](https://arxiv.org/abs/2407.00042) (Quill, 2024)`,
    );
  });

  it('find what a result is compared with, whichever of the two refers to the other', () => {
    const [own, baseline] = LAMP.results;
    if (!own || !baseline) throw new Error('the fixture has results');
    expect(findBaselines(LAMP.results, 0)).toEqual([baseline]);
    const reversed = [
      { ...own, comparedWith: undefined },
      { ...baseline, comparedWith: 0 },
    ];
    expect(findBaselines(reversed, 0)).toEqual([reversed[1]]);
    expect(formatResult(LAMP.results, 0)).toBe('F1 0.63 vs 0.11 (disease staging)');
    // A difference is never printed as an absolute value.
    const gain: Result = {
      ...own,
      kind: 'bound',
      bounds: 'change',
      way: 'up',
      value: '2--3%',
      anchor: 'a gain of up to 2--3%',
    };
    expect(formatResult([gain], 0)).toBe('F1 up to +2–3% (disease staging)');
  });

  it('include one table row of results and code', () => {
    const row = formatResultsRow(LAMP);
    expect(row.startsWith('| [Lamps for the retina')).toBe(true);
    expect(row).toContain('F1 0.63 vs 0.11 (disease staging); F1 0.67 vs 0.39 (patient referral)');
    expect(row.endsWith('| https://github.com/lamp-lab/lamp-vlm |')).toBe(true);
    expect(row).not.toContain('\n');
    expect(formatResultsRow(READING)).toMatch(/\| – \| – \|$/);
  });
});
