import { expect, test } from 'vitest';
import { findAxes } from '@/lib/domain/tables/axes';
import { findBody } from '@/lib/domain/tables/body';
import { layOut } from '@/lib/domain/tables/grid';
import { findHeaderRoles } from '@/lib/domain/tables/headers/roles';
import { HEADER_TESTS } from '@/lib/domain/tables/headers/tests';
import fitted from '@/lib/domain/tables/headers/weights.json';
import { findOwnSystems } from '@/lib/domain/tables/own';
import type { SourceCell } from '@/lib/domain/tables/source';

const cell = (text: string): SourceCell => ({
  text,
  bold: '',
  underlined: '',
  isCited: false,
  isHeader: false,
  hasRuleAbove: false,
  isShaded: false,
  rowSpan: 1,
  columnSpan: 1,
});

/** The roles of a table's headers by their texts. */
function rolesOf(rows: readonly (readonly string[])[], caption = 'Results of all systems.') {
  const grid = layOut(rows.map((row) => row.map(cell)));
  if (typeof grid === 'string') throw new Error(grid);
  const body = findBody(grid, false);
  const axes = findAxes(body, findOwnSystems({ title: '', abstract: '' }), caption);
  const said = { caption, metrics: 0, data: undefined, fallback: undefined, hasAverage: false };
  const roles = findHeaderRoles(axes, body, new Map(), said);
  return new Map([...roles].map(([key, role]) => [key.replace(/^\w+ \d+ /, ''), role]));
}

const LIKE_METRICS = [
  ['Method', 'Accuracy', 'FAR ↓', 'BQX', 'Latency (ms)'],
  ['Walker', '0.81', '0.12', '3.41', '120'],
  ['Hiker', '0.79', '0.15', '3.92', '95'],
  ['Runner', '0.85', '0.09', '2.77', '210'],
];

test('the weights are one for each test, and a bias', () => {
  expect(fitted.metric).toHaveLength(HEADER_TESTS.length + 1);
  expect(fitted.data).toHaveLength(HEADER_TESTS.length + 1);
});

test('a header that no lexicon has is a metric among metrics, and systems have no role', () => {
  const headers = ['Accuracy', 'FAR ↓', 'BQX', 'Latency (ms)'];
  expect(rolesOf(LIKE_METRICS)).toEqual(new Map(headers.map((header) => [header, 'metric'])));
});

test('a number has one metric: what stands below metrics is data', () => {
  const roles = rolesOf([
    ['Method', 'Accuracy', 'Accuracy', 'F1', 'F1'],
    ['Method', 'Brook', 'Fjord', 'Brook', 'Fjord'],
    ['Walker', '81.2', '70.1', '80.2', '71.1'],
    ['Hiker', '79.1', '68.3', '78.8', '68.0'],
    ['Runner', '85.4', '73.9', '84.9', '74.2'],
  ]);
  expect(roles).toEqual(
    new Map([
      ['Accuracy', 'metric'],
      ['F1', 'metric'],
      ['Brook', 'data'],
      ['Fjord', 'data'],
    ]),
  );
});

test('an arrow tells metrics from the models and tasks that share their names', () => {
  const headers = ['FID ↓', 'CLIP ↑', 'DINO ↑', 'ASR ↓'];
  const roles = rolesOf([
    ['Variant', ...headers],
    ['Without the lamp', '9.71', '0.83', '0.86', '0.21'],
    ['Without the prompt', '9.42', '0.81', '0.84', '0.24'],
    ['Whole', '8.13', '0.87', '0.88', '0.17'],
  ]);
  expect(roles).toEqual(new Map(headers.map((header) => [header, 'metric'])));
});

test('the order of rows does not matter', () => {
  const [head = [], ...rest] = LIKE_METRICS;
  expect(rolesOf([head, ...rest.toReversed()])).toEqual(rolesOf(LIKE_METRICS));
});

test('a row of unknown headers as wide as is read ends quickly', () => {
  const wide = Array.from({ length: 390 }, (_, at) => `Bqx${'abcdefghij'[at % 10] ?? ''}${at}`);
  const rows = [
    ['Method', ...wide],
    ['Walker', ...wide.map(() => '0.5')],
  ];
  const before = performance.now();
  rolesOf(rows);
  expect(performance.now() - before).toBeLessThan(2_000);
});
