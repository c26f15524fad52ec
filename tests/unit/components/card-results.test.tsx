// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CardResults } from '@/components/card/CardResults';
import type { Result } from '@/lib/domain/paper';

const ratio = (metric: string | null, value: string): Result => ({
  metric,
  value,
  kind: 'ratio',
  role: 'own',
  anchor: value,
});

it('a card lists numbers with a metric before those without', () => {
  const results = [ratio(null, '2.6x'), ratio('FLOPs', '3.7x'), ratio(null, '5.2x'), ratio('Dice', '1.1x')];
  render(<CardResults results={results} />);
  const rows = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(rows).toEqual(['Dice', 'FLOPs', 'Reported', 'Reported']);
});
