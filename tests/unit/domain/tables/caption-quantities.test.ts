/** Quantities and data that only a caption names, and what deviations and curves tell of a header. */
import { expect, test } from 'vitest';
import { lines } from '@/tests/fixtures/table-lines';

test.each([
  {
    what: 'a name with its short form and a percent sign is the metric',
    caption: 'Table 2: Grounded Lamp Equivalence (GLE, %) of all lamps.',
    written: `Method | Hall | Shed
      ---
      Alpha@ | 25.2 | 38.6
      LumNet | 37.2 | 42.2`,
    first: '1,1 | 25.2 | Alpha | GLE | Hall | - | -',
  },
  {
    what: 'the first words name the quantity before what it is of',
    caption: 'Ignition rate of the last candles.',
    written: `Method | Hall | Shed
      ---
      Alpha@ | 25.2 | 38.6
      LumNet | 37.2 | 42.2`,
    first: '1,1 | 25.2 | Alpha | Ignition rate | Hall | - | -',
  },
  {
    what: 'a speed-up needs no other word',
    caption: 'Speed-up over the scalar lamp.',
    written: `Method | Hall | Shed
      ---
      Alpha@ | 1.13× | 1.07×
      LumNet | 1.74× | 1.80×`,
    first: '1,1 | 1.13 | Alpha | Speed-up | Hall | higher | -',
  },
  {
    what: 'data of which a part was taken are the data',
    caption: 'Quality of retrieval on a prepared slice of LUMI MARCO.',
    written: `Model | MRR
      ---
      Alpha@ | 0.766
      LumNet | 0.740`,
    first: '1,1 | 0.766 | Alpha | MRR | LUMI MARCO | higher | best',
  },
  {
    what: 'the curve below which an area lies is no data',
    caption: 'Results of all lamps.',
    written: `Model | ROC AUC | PR AUC
      ---
      Alpha@ | 0.916 | 0.812
      LumNet | 0.930 | 0.840`,
    first: '1,1 | 0.916 | Alpha | ROC AUC | - | higher | -',
  },
  {
    what: 'words before a metric are data if another column has the same metric after others',
    caption: 'Results of all lamps.',
    written: `Model | GAS Acc. | Wax Acc.
      ---
      Alpha@ | 91.6 | 81.2
      LumNet | 93.0 | 84.0`,
    first: '1,2 | 81.2 | Alpha | Acc | Wax | higher | -',
  },
  {
    what: 'a symbol over numbers with deviations is no parameter',
    caption: 'Results of all lamps.',
    written: `Model | Recall | ΔJ
      ---
      Alpha@ | 91.6 ± 0.1 | 18.3 ± 0.4
      LumNet | 93.0 ± 0.2 | 17.4 ± 0.4`,
    first: '1,2 | 18.3 | Alpha | ΔJ | - | - | -',
  },
])('$what', ({ caption, written, first }) => {
  expect(lines(caption, written)).toContain(first);
});
