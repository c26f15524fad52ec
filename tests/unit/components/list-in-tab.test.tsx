// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { ListInTab } from '@/components/popup/ListInTab';
import type { EntryLine } from '@/lib/domain/entry';
import { NO_FILTER, reportOn, type EntryFilter } from '@/lib/domain/entry/filter';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';

afterEach(cleanup);

const CT = { id: 'ct', label: 'CT' };
const LINES: readonly (EntryLine | null)[] = [
  { provenance: 'curated', results: 1, hasCode: false, tags: [CT] },
  { provenance: 'page', isTitleOnly: true, results: 0, hasCode: false, tags: [CT] },
  null,
];

function show(filter: EntryFilter = NO_FILTER, lines: readonly (EntryLine | null | undefined)[] = LINES) {
  const setFilter = vi.fn<(next: EntryFilter) => void>();
  const view = render(<ListInTab report={reportOn(lines, filter)} setFilter={setFilter} />);
  return { ...view, setFilter };
}

it('the popup shows the number of papers in the list, and how many each switch would leave', async () => {
  const { container } = show();
  expect(screen.getByText('3 papers')).toBeTruthy();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'In the catalogue 1',
    'Has results 1',
    'Has code 0',
    'Clear',
  ]);
  expect(await findAccessibilityFaults(container)).toEqual([]);
});

it('a switch that would leave nothing is disabled', () => {
  show();
  expect(screen.getByRole('button', { name: 'Has code 0' })).toHaveProperty('disabled', true);
  expect(screen.getByRole('button', { name: 'Has results 1' })).toHaveProperty('disabled', false);
});

it('the list can be filtered by a switch and by a tag, and the filter cleared', async () => {
  const { setFilter, unmount } = show();
  await userEvent.click(screen.getByRole('button', { name: 'In the catalogue 1' }));
  expect(setFilter).toHaveBeenLastCalledWith({ ...NO_FILTER, catalogue: true });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Tag' }), 'ct');
  expect(setFilter).toHaveBeenLastCalledWith({ ...NO_FILTER, tag: 'ct' });
  unmount();
  const filtered = show({ ...NO_FILTER, tag: 'ct' });
  expect(screen.getByText('2 of 3 papers')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
  expect(filtered.setFilter).toHaveBeenLastCalledWith(NO_FILTER);
});

it('the popup says that the list is being read, and that nothing matches', () => {
  const { unmount } = show(NO_FILTER, [undefined, null]);
  expect(screen.getByText('2 papers · reading…')).toBeTruthy();
  unmount();
  show({ ...NO_FILTER, tag: 'mri' });
  expect(screen.getByRole('status').textContent).toContain('No paper of this list passes the filter.');
});
