import { describe, expect, test } from 'vitest';
import { findOwnSystems, isNamelessLabel } from '@/lib/domain/tables/own';
import { lines, results } from '../../../fixtures/table-lines';
import { tableOf } from '../../../fixtures/tables';

describe('the paper’s own system', () => {
  test.each([
    // In apposition to the proposed system.
    ['', 'We propose a simple network, the Lantern, based on lamps.', 'Lantern (big)', 'named'],
    ['', 'We introduce a new lamp called LumX for pages.', 'LumX', 'named'],
    ['', 'We build on networks, the Lantern of old is one.', 'Lantern', undefined],
    ['', 'We formulate a new operator, the Lantern neural operator (LNO).', 'LNO-2D', 'named'],
    ['', 'We call it LUM.', 'LUM (large)', 'named'],
    ['', 'We name them LUMs.', 'LUM', 'named'],
    ['', 'We call for care with LUM.', 'LUM', undefined],
    ['', 'Our LumA-1.5 reaches the best results.', 'LumA-1.5', 'named'],
    ['', 'Our model reaches the best results.', 'd model', undefined],
    ['', 'We call it LUM.', 'BM25 + LUM', 'named'],
    ['', 'We call it LUM.', 'LUM big + stop', 'named'],
    ['', 'We call it LUM.', 'Walker + stop', undefined],
    ['', 'The new framework, called LAntern TRansformer or LATR, is one.', 'LATR-R101', 'named'],
    ['', 'We call it LUM.', 'Lantern+LUM', 'named'],
    ['ε-LUM', 'We propose ε-LUM.', 'ε-LUM-SD', 'named'],
    ['S³', 'We propose S³.', 'S³', 'named'],
    ['', 'We call it LumNet.', 'LumNet50', 'named'],
    ['', 'We call it LumNet.', 'LumNetwork', undefined],
    // What others made and the paper ran again.
    ['', 'We call it LUM.', 'Walker (our reproduction)', undefined],
    ['', 'We call it LUM.', 'Walker (our lamps)', 'said'],
    // The title’s words form its name.
    ['Anchor-Lite Detection Transformers', '', 'AL-DETR', 'named'],
    ['Anchor-Lite Detection Transformers', '', 'AL-DETR-L', undefined],
    ['Masked Image Lanterns for Pages', '', 'MILP', 'named'],
    ['Masked Image Lanterns for Pages', '', 'MoCo', undefined],
    ['Detection with Lamps', '', 'DL', undefined],
  ])('is recognised from “%s”, “%s”: %s is %s', (title, abstract, label, sign) => {
    expect(findOwnSystems({ title, abstract }).signOf(label, false)).toBe(sign);
  });

  test('is not one that the table attributes to a citation, even if it is formed from the title', () => {
    const { signOf } = findOwnSystems({ title: 'Anchor-Lite Detection Transformers', abstract: '' });
    expect(signOf('AL-DETR', true)).toBeUndefined();
  });
});

const own = (written: string): readonly boolean[] =>
  results(tableOf('Table 1: Effect of the number of lamps.', written)).map(({ isOwn }) => isOwn);

describe('a table without proper names', () => {
  test.each([
    ['counts', '#lamps | AP\n---\n100 | 48.9\n300 | **51.0**'],
    ['letters', 'Model | BLEU\n---\nbase | 25.8\n(A) | 24.9\n(B) | **26.1**'],
    ['numbered models', 'Model | Time (ms)\n---\nModel 1 | 1200\nModel 2 | 550'],
    ['additions', 'Config | mIoU\n---\nBaseline | 70.1\n+ lamp loss | 71.2'],
    ['versions', 'Model | Perplexity\n---\nv2 | 8.4\nv2.1 | 8.2'],
  ])('compares variants of the paper’s own system: %s', (_, written) => {
    expect(own(written)).toEqual(own(written).map(() => true));
    expect(own(written).length).toBeGreaterThan(1);
  });

  test('is beside works of others where only a size names it', () => {
    expect(own('Model | BLEU\n---\nAlpha@ | 25.8\nBASE | 24.9\nLARGE | 26.1')).toEqual([false, true, true]);
    expect(own('Model | BLEU\n---\nAlpha | 25.8\nBASE | 24.9\nLARGE | 26.1')).toEqual([false, false, false]);
  });

  test('is the family of the last lines, where they alone cite no work', () => {
    expect(own('Model | BLEU\n---\nAlpha@ | 25.8\nTorch-S | 24.9\nTorch-L | 26.1')).toEqual([
      false,
      true,
      true,
    ]);
    expect(own('Model | BLEU\n---\nAlpha@ | 25.8\nTorch-S | 24.9\nBeam-L | 26.1')).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('has neither a named row nor a cited work', () => {
    expect(own('Model | BLEU\n---\nbase | 25.8\nGPT 4 | 24.9')).toEqual([false, false]);
    expect(own('Model | BLEU\n---\nModel 1 | 25.8\nModel 2@ | 24.9')).toEqual([false, false]);
  });

  test.each(['GPT-4', 'Llama 2', 'U-Net', 'random forest', 'k-means', 'human', 'ResNet-50'])(
    'does not contain %s, which is a name',
    (label) => {
      expect(isNamelessLabel(label)).toBe(false);
    },
  );
});

test('the short form of what a caption says is proposed is the own system', () => {
  const marked = lines(
    'Sensitivity of the proposed Bayesian model (PBM) and a linear model (GLM).',
    `
    Model | Win | Draw
    ---
    PBM | 0.603 | 0.849
    GLM | 0.589 | 0.746
    `,
  ).filter((line) => line.includes('own'));
  expect(marked.map((line) => line.split(' | ')[2])).toEqual(['PBM', 'PBM']);
});

test('the own system without one of its parts is own too', () => {
  const marked = lines(
    'Retrieval on the Fjord test set.',
    `
    Model | R@1
    ---
    CLIP | 84.6
    LUM-SSD (w/o mixing) | 78.8
    Full LUM-SSD (ours) | 83.2
    `,
  ).filter((line) => line.includes('own'));
  expect(marked.map((line) => line.split(' | ')[2])).toEqual(['LUM-SSD (w/o mixing)', 'Full LUM-SSD (ours)']);
});

test('a full system and what it is without its parts are the paper’s own, a baseline beside them is not', () => {
  expect(
    own(`
      Configuration | Success rate
      ---
      Full search (lamps + pages) | 73.2
      - No lamps | 64.7
      Fixed r = 0.5 (no pages) | 59.1
      Grid baseline | 31.7
      `),
  ).toEqual([true, true, true, false]);
});
