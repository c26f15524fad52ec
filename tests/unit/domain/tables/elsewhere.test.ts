/** Where the systems of a table stand, told by the other tables of its paper and by the text about it. */
import { describe, expect, test } from 'vitest';
import { readTables } from '@/lib/domain/tables';
import { tellEachOther, tellTogether, type Elsewhere } from '@/lib/domain/tables/axes/elsewhere';
import { saidIn } from '@/lib/domain/tables/axes/said-in-text';
import type { TableSource } from '@/lib/domain/tables/source';
import { tableOf } from '@/tests/fixtures/tables';

/** Nothing in it tells whether towns or candles are compared. */
const UNCLEAR = `| Snuffer | Waxwing | Tallow
  ---
  Ardel | 0.41 | 0.37 | 0.66
  Borin | 0.27 | 0.24 | 0.50
  Cassel | 0.21 | 0.18 | 0.40`;

const MAIN = tableOf(
  'Results.',
  `Method | F1 | Recall
  ---
  Snuffer @ | 0.40 | 0.61
  Waxwing @ | 0.52 | 0.66
  Tallow (ours) | **0.61** | **0.70**`,
);

const sideOf = (sources: readonly TableSource[], abstract = ''): string | undefined => {
  const table = readTables(sources, { title: '', abstract }).at(-1);
  return table?.kind === 'unreadable' ? undefined : table?.systems;
};
const unclear = (about: readonly string[] = []): TableSource => tableOf('Scores.', UNCLEAR, { about });

describe('systems stand where', () => {
  test('nothing else is told, in rows', () => {
    expect(sideOf([unclear()])).toBe('rows');
  });

  test('another table names the same ones', () => {
    expect(sideOf([MAIN, unclear()])).toBe('columns');
  });

  test('a paragraph about the table says what they do', () => {
    const about = 'Tallow outperforms Waxwing on Ardel and Borin, while Snuffer lags behind.';
    expect(sideOf([unclear([about])])).toBe('columns');
  });

  test('the abstract says so', () => {
    expect(
      sideOf([unclear()], 'Tallow surpasses Waxwing and Snuffer on the Ardel and Borin data sets.'),
    ).toBe('columns');
  });

  test('no table says it that reports no results', () => {
    const statistics = tableOf(
      'Statistics of the data sets.',
      'Dataset | # Images | Size\n---\nSnuffer | 1,200 | 30\nWaxwing | 18 | 12\nTallow | 25 | 17',
    );
    expect(sideOf([statistics, unclear()])).toBe('rows');
  });
});

const names = (systems: string, others: string): Elsewhere => ({
  systems: new Set(systems.split(' ').filter(Boolean)),
  others: new Set(others.split(' ').filter(Boolean)),
});

test('tables tell each other of the names that they share, but nothing of themselves', () => {
  const told = tellEachOther([
    { ...names('wick lamp', 'fjord'), isSure: true },
    { ...names('wick', 'fjord brook'), isSure: true },
    { ...names('brook fjord', 'lamp'), isSure: false },
  ]);
  expect(told).toEqual([names('wick', 'fjord'), names('wick', 'fjord'), names('lamp', 'brook fjord')]);
});

test('of names of which different things are told, nothing is', () => {
  expect(tellTogether(names('wick lamp', 'fjord'), names('fjord', 'brook wick'))).toEqual(
    names('lamp', 'brook'),
  );
  const unsure = { ...names('wick', ''), isSure: false };
  const told = tellEachOther([
    { ...names('wick', ''), isSure: true },
    { ...names('', 'wick'), isSure: true },
    unsure,
  ]);
  expect(told[2]).toEqual(names('', ''));
});

/** What these texts say of a name. */
const saidOf = (name: string, text: string): string => {
  const label = { axis: 'rows' as const, level: 0, through: 0, text: name, isCited: false };
  const { systems, others } = saidIn([text], [{ at: 1, labels: [label] }]);
  return systems.size > 0 ? 'system' : others.size > 0 ? 'other' : 'unknown';
};

describe('of a name the text says that it is', () => {
  test.each([
    ['Tallow achieves the best score.', 'system'],
    ['Here Tallow [3] also outperforms the rest.', 'system'],
    ['It is far better than Tallow.', 'system'],
    ['Baselines such as Tallow are slow.', 'system'],
    ['Compared with Tallow, it is slow.', 'system'],
    ['We report results on Tallow.', 'other'],
    ['It leads across Fjord-2, Brook and Tallow.', 'other'],
    ['The Tallow dataset is small.', 'other'],
    ['It does well in terms of Tallow.', 'other'],
    // A system may be built on another, and what a sentence lists after "on" ends with the sentence.
    ['It is based on Tallow.', 'unknown'],
    ['It was tried on Fjord. Tallow is next.', 'unknown'],
    ['Tallow improves from 3 to 4.', 'unknown'],
    // Parts of other names.
    ['Tallow-XL achieves more than XTallow.', 'unknown'],
    // As often the one as the other.
    ['Tallow fails on the Tallow benchmark.', 'unknown'],
    ['No word of it.', 'unknown'],
  ])('%s: %s', (text, said) => {
    expect(saidOf('Tallow', text)).toBe(said);
  });

  test('a known model is no data, although something is tried on it', () => {
    expect(saidOf('GPT-4', 'We report results on GPT-4.')).toBe('unknown');
  });
});
