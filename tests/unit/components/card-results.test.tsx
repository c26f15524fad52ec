// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { CardResults } from '@/components/card/CardResults';
import type { Result } from '@/lib/domain/paper';

afterEach(cleanup);

const ratio = (metric: string | null, value: string): Result => ({
  metric,
  value,
  kind: 'ratio',
  role: 'own',
  anchor: value,
});

it('a card lists numbers with a metric before those without', () => {
  const results = [ratio(null, '2.6x'), ratio('FLOPs', '3.7x'), ratio(null, '5.2x'), ratio('Dice', '1.1x')];
  render(<CardResults results={results} isRead={false} />);
  const rows = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(rows).toEqual(['Dice', 'FLOPs', 'Reported', 'Reported']);
});

it('a card names a number without a metric by what it is on', () => {
  render(
    <CardResults results={[{ ...ratio(null, '78.6%'), target: 'correctness of reports' }]} isRead={false} />,
  );
  expect(screen.getByRole('rowheader').textContent).toBe('correctness of reports');
});

it('a card leaves out what was read with little certainty', () => {
  const results = [
    ratio(null, '2.6x'),
    { ...ratio('Dice', '83.1%'), kind: 'level', better: 'higher', anchor: 'Dice of 83.1%' } as const,
  ];
  render(<CardResults results={results} isRead />);
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['Dice']);
  expect(screen.getByText('Open the paper for 1 more')).toBeTruthy();
});
