import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTitle } from '@/lib/domain/pack/plain-title';

describe('plainTitle', () => {
  it.each([
    ['Kelp in a lagoon', 'Kelp in a lagoon'],
    [String.raw`Mod\`ele du r\'{e}cif par \"Osterl\o`, 'Modèle du récif par Österlø'],
    [String.raw`From \ell_2 to \ell_0 priors of CaSO_4`, 'From ℓ₂ to ℓ₀ priors of CaSO₄'],
    ['Uptake of ^32P and β^- in F^3Net', 'Uptake of ³²P and β⁻ in F³Net'],
    [String.raw`A view of 360^\circ, of 200{\deg} and of 90^∘`, 'A view of 360°, of 200° and of 90°'],
    [String.raw`The Sounder^\rm TM and the Logger^(R)`, 'The Sounder™ and the Logger®'],
    [String.raw`\mathtt{Kelp^3O} {\em via} \boldsymbol{x}`, 'Kelp³O via x'],
    [String.raw`\nablaNABLA, Map\timesReduce and \tilde{O}(n\log n)`, '∇NABLA, Map×Reduce and O(nlog n)'],
    [String.raw`Unknown \Reef and \"`, 'Unknown Reef and "'],
    ['Team SEU_309 for $500', 'Team SEU_309 for $500'],
    [
      'picture(0,0)(-35,0)(1,0)30 (0,35)(0,-1)30 picture "output" -2020/2/19 -page 1 -#1 Kelp Associate Editor: XXXX Received on XXXX',
      'Kelp',
    ],
    ['XXX-X-XXXX-XXXX-X/XX/$XX.00 ©20XX IEEE Kelp in a lagoon', 'Kelp in a lagoon'],
  ])('converts %s to %s', (title, plain) => {
    expect(plainTitle(title)).toBe(plain);
  });

  it('leaves no TeX command', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\\',
        '{',
        '}',
        '^',
        '_',
        '$',
        'picture(0,0)',
        '(1,0)',
        '30 ',
        'alpha',
        'TM',
        '2',
        '"',
        "'",
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(plainTitle(pieces.join(''))).not.toMatch(/\\[A-Za-z]/);
      }),
    );
  });
});
