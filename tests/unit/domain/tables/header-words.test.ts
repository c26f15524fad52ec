/** Words of headers and captions that say what is measured, or that a header is none. */
import { expect, test } from 'vitest';
import { readOne } from '@/tests/fixtures/table-lines';
import { tableOf } from '@/tests/fixtures/tables';

const lines = (caption: string, written: string): readonly string[] => {
  const read = readOne(tableOf(caption, written));
  return (read.kind === 'unreadable' ? [] : read.results).map(
    ({ printed, system, metric, data }) => `${printed} | ${system} | ${metric ?? '-'} | ${data ?? '-'}`,
  );
};

test.each([
  {
    what: 'square brackets below metrics hold units and no data',
    caption: 'Comparison of lamps.',
    written: `Lamp | Cost | Energy
       | [k€] | [MWh]
      ---
      Walker | 52.1 | 538.5
      LumNet | 91.5 | 649.2
      Tallow | 60.4 | 677.8`,
    first: ['52.1 | Walker | Cost | -', '538.5 | Walker | Energy | -'],
  },
  {
    what: 'below "Metric" a name is one as a whole',
    caption: '',
    written: `Metric | Walker | LumNet
      ---
      Kappa | 54.41 | 57.12
      Worst-Class Acc. | 47.35 | 50.21
      ECE | 5.61 | 4.32`,
    first: [
      '54.41 | Walker | Kappa | -',
      '57.12 | LumNet | Kappa | -',
      '47.35 | Walker | Worst-Class Acc. | -',
    ],
  },
  {
    what: 'the caption explains a header that is otherwise a setting',
    caption: 'Main results. Step: step validity (%), Trace: trace validity (%).',
    written: `Model | Acc. | Step | Trace
      ---
      Walker | 44.4 | 27.3 | 2.1
      LumNet | 95.9 | 87.8 | 71.3`,
    first: [
      '44.4 | Walker | Acc. | -',
      '27.3 | Walker | step validity | -',
      '2.1 | Walker | trace validity | -',
    ],
  },
  {
    what: 'a caption that is the mean of a quantity names it',
    caption: 'The average suboptimality.',
    written: `Method | Hall | Attic
      ---
      Walker | 0.14 | 0.18
      LumNet | 0.12 | 0.13`,
    first: ['0.14 | Walker | suboptimality | Hall'],
  },
  {
    what: 'a word for a missing number names a column',
    caption: 'Comparison of planners.',
    written: `Planner | Success | Timeout
      ---
      Walker | 0.692 | 0.142
      LumNet | 0.888 | 0.079`,
    first: ['0.692 | Walker | Success | -', '0.142 | Walker | Timeout | -'],
  },
])('$what', ({ caption, written, first }) => {
  expect(lines(caption, written).slice(0, first.length)).toEqual(first);
});
