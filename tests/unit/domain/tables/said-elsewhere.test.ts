/**
 * Tables for which only caption and text say what was measured, and on whose system. All names and numbers are
 * invented.
 */
import { expect, test } from 'vitest';
import { lines } from '@/tests/fixtures/table-lines';
import { readTables } from '@/lib/domain/tables';
import { tableOf } from '@/tests/fixtures/tables';

const parts = (line: string, from: number, to: number): string =>
  line.split(' | ').slice(from, to).join(' | ');

test('a caption assigns its metrics to the columns', () => {
  const read = lines(
    'We report accuracy for BEAM and GLOW, F1 for TORCH, and perplexity for LANTERN-B.',
    `
    Model | BEAM | GLOW | TORCH | LANTERN-B
    ---
    Walker | 72.2 | 54.8 | 88.4 | 9.1
    LumNet | 72.9 | 54.5 | 89.3 | 8.7
    `,
  );
  expect(read.slice(4).map((line) => parts(line, 3, 6))).toEqual([
    'accuracy | BEAM | higher',
    'accuracy | GLOW | higher',
    'F1 | TORCH | higher',
    'perplexity | LANTERN-B | lower',
  ]);
});

test('a caption that begins with named scores defines an unknown metric', () => {
  const [first] = lines(
    'RBX scores of two rankings.',
    `
    Method | Alto-3 | Brio-2
    ---
    Token Gradient | 0.517 | 0.506
    Random Ranking | 0.501 | 0.498
    `,
  );
  expect(first).toBe('1,1 | 0.517 | Token Gradient | RBX scores | Alto-3 | higher | best');
});

test('a model on which something is tested is not data', () => {
  const [first] = lines(
    'Ablation study. We quantize on the Alto3-8B model.',
    `
    Alto3-8B | Zero-shot acc. (%)
    ---
    Full | 68.83
    + LumNet | 68.66
    `,
  );
  expect(first).toBe('1,1 | 68.83 | Full | Zero-shot acc. (%) | - | higher | own best');
});

test('qualities judged by people are metrics, also if abbreviated', () => {
  const read = lines(
    'Results of the human evaluation.',
    `
    Method | Eff. | Cla.
    ---
    Walker @ | 23.5 | 22.1
    LumNet | 44.1 | 55.9
    `,
    { about: ['People judged Effectiveness and Clarity. The sensitivity is reported elsewhere.'] },
  );
  expect(read.slice(2).map((line) => parts(line, 3, 6))).toEqual([
    'effectiveness | - | higher',
    'clarity | - | higher',
  ]);
});

test('columns that another column averages are data, although the caption names the whole', () => {
  const read = lines(
    'Results on LAMP-Caps.',
    `
    <r2>Model | <c3>LAMP-Caps
    BEAM | GLOW | Avg.
    ---
    Walker | 3.6 | 4.6 | 4.1
    LumNet | 80.4 | 85.0 | 82.7
    `,
  );
  expect(read.slice(0, 2).map((line) => parts(line, 3, 5))).toEqual([
    '- | LAMP-Caps / BEAM',
    '- | LAMP-Caps / GLOW',
  ]);
});

/** Direction and marks of a table of attacks with some numbers in bold. */
const attacks = (first: string, last: string): readonly string[] =>
  lines(
    'The ASR of all methods.',
    `Method | Alto-3\n---\nWalker @ | ${first}\nRunner @ | 44.5\nLumNet | ${last}`,
  ).map((line) => parts(line, 5, 7));

test('bold type shows whether an attack or a defence is meant', () => {
  expect(attacks('17.0', '**46.0**')).toEqual(['higher | -', 'higher | -', 'higher | own best']);
  expect(attacks('**17.0**', '46.0')).toEqual(['lower | best', 'lower | -', 'lower | own']);
});

/** The systems in a table that are recognised as the paper's own, by the paper's title. */
function ownOf(title: string, rows: string, caption = 'Accuracy.'): readonly string[] {
  const [table] = readTables([tableOf(caption, `Method | BEAM\n---\n${rows}`)], { title, abstract: '' });
  return table?.kind === 'results'
    ? table.results.flatMap(({ isOwn, system }) => (isOwn ? [system] : []))
    : [];
}

test('systems named by the first words of the title are the paper’s own', () => {
  const others = 'Walker @ | 70.1\nRunner | 71.2';
  expect(ownOf('Lamp Folding: A Way to Fold', `${others}\nLF-GR | 72.3`)).toEqual(['LF-GR']);
  expect(ownOf('Lampfold Layers: A Way to Fold', `${others}\nLampfold-LM | 72.3`)).toEqual(['Lampfold-LM']);
  expect(ownOf('Transformer Layers: A Way to Fold', `${others}\nTransformer-XL | 72.3`)).toEqual([]);
});

test('the last systems, the only ones without a citation, are the paper’s own, unless they are generic', () => {
  const others = 'Walker @ | 70.1\nRunner @ | 71.2\nJumper @ | 71.9';
  expect(ownOf('Folding lamps', `${others}\nFolder | 72.3`)).toEqual(['Folder']);
  expect(ownOf('Folding lamps', `${others}\nHuman | 99.3`)).toEqual([]);
  expect(ownOf('Folding lamps', `Folder | 72.3\n${others}`)).toEqual([]);
});

test('systems without a citation in an ablation are the paper’s own', () => {
  expect(
    ownOf(
      'Folding lamps',
      'Walker @ | 70.1\nAlto-L | 71.2\nBrio-L | 71.9',
      'Component-wise analysis (accuracy).',
    ),
  ).toEqual(['Alto-L', 'Brio-L']);
});

test('systems below a heading that says so are the paper’s own, whatever their names', () => {
  expect(
    ownOf('Folding lamps', 'Walker @ | 70.1\nRunner @ | 71.2\nOur folding |\nUni | 72.3\nBi | 73.4'),
  ).toEqual(['Uni', 'Bi']);
});

test('a model trained on each of several datasets and tested on all is the paper’s own', () => {
  const read = lines(
    'AP of transfer.',
    `
    Train \\ Test | BEAM | GLOW
    ---
    BEAM | 51.3 | 21.4
    GLOW | 30.2 | 33.8
    `,
  );
  expect(read.map((line) => parts(line, 1, 5))).toEqual([
    '51.3 | BEAM | AP | BEAM',
    '21.4 | BEAM | AP | GLOW',
    '30.2 | GLOW | AP | BEAM',
    '33.8 | GLOW | AP | GLOW',
  ]);
  expect(read.every((line) => line.includes(' own'))).toBe(true);
});

test('a score or rate for which the caption gives a unit is the metric, known or not', () => {
  const [first] = lines(
    'Results of Docking Rate (%) on LampArena.',
    'Method | Office | Coding\n---\nWalker @ | 0.0 | 9.1\nLumNet | 13.3 | 29.2',
  );
  expect(parts(first ?? '', 3, 5)).toBe('Docking Rate | LampArena / Office');
});

test('data of the caption that have a column of their own are not those of the others', () => {
  const read = lines(
    'Accuracy on LampArena and its parts.',
    'Method | LampArena | Office\n---\nWalker @ | 1.0 | 9.1\nLumNet | 13.3 | 29.2',
  );
  expect(read.slice(0, 2).map((line) => parts(line, 4, 5))).toEqual(['LampArena', 'Office']);
});

test('a benchmark named like a metric is data', () => {
  const read = lines(
    'Accuracy on entailment.',
    'Model | RTE | CB\n---\nWalker @ | 70.4 | 48.2\nLumNet | 72.9 | 53.6',
  );
  expect(read.map((line) => parts(line, 3, 6))).toEqual([
    'Accuracy | RTE | higher',
    'Accuracy | CB | higher',
    'Accuracy | RTE | higher',
    'Accuracy | CB | higher',
  ]);
});
