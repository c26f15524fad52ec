// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PaperTables } from '@/components/hooks/use-tables';
import { TablesSection } from '@/components/panel/TablesSection';
import { Announcer } from '@/components/shared/Announcer';
import { readTables } from '@/lib/domain/tables';
import { formatTable } from '@/lib/domain/tables/copy';
import { findAccessibilityFaults } from '../../fixtures/ui-axe';
import { tableOf } from '../../fixtures/tables';

// jsdom's dialogs neither open nor close by themselves.
function open(this: HTMLDialogElement): void {
  this.open = true;
}
function close(this: HTMLDialogElement): void {
  this.open = false;
  this.dispatchEvent(new Event('close'));
}
beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, { showModal: open, close });
});
afterEach(cleanup);

const TABLES = readTables(
  [
    tableOf(
      'Table 1: Lamps.',
      `Model<r2> | Dice ↑<c2> | Latency (ms)<r2>
       A | B
       ---
       Alpha@ | 70.5 | 60.1 | 12
       Small<c4>
       Beta@ | 80.5 | – | 9
       Ours | 79.0 | 65.0 | 10`,
    ),
  ],
  { title: '', abstract: '' },
);

function show(tables = TABLES) {
  const actions = {
    show: vi.fn<PaperTables['show']>().mockResolvedValue(true),
    goBack: vi.fn<PaperTables['goBack']>(),
    widen: vi.fn<PaperTables['widen']>(),
    copy: vi.fn<PaperTables['copy']>().mockResolvedValue('copied'),
  };
  const view = render(
    <Announcer>
      <main>
        <TablesSection paperTables={{ tables, ...actions }} results={[]} />
      </main>
    </Announcer>,
  );
  return { ...view, ...actions, user: userEvent.setup() };
}

const rowsOf = (sheet: HTMLElement): string[] =>
  within(sheet)
    .getAllByRole('row')
    .map((row) =>
      [...row.querySelectorAll('th, td')]
        .filter((cell) => cell.textContent !== '')
        .map((cell) => cell.textContent)
        .join(' '),
    );

it('a table opens across the window, with its headings in one piece, and the width is restored', async () => {
  const { user, widen, container } = show();
  await user.click(screen.getByRole('button', { name: 'Whole table' }));
  const sheet = screen.getByRole('dialog', { name: 'Table 1 Lamps.' });
  expect(widen).toHaveBeenLastCalledWith(true);
  expect(rowsOf(sheet)).toEqual([
    'Dice ↑',
    'Model A B Latency (ms)',
    'Alpha 70.5 60.1 12',
    'Small',
    'Beta 80.5 – 9',
    'Ours 79.0 65.0 10',
  ]);
  expect(within(sheet).getByText('Small').closest('th')?.colSpan).toBe(4);
  expect(await findAccessibilityFaults(container)).toEqual([]);
  await user.click(within(sheet).getByRole('button', { name: 'Close the table' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(widen).toHaveBeenLastCalledWith(false);
});

it('the chosen columns are shown and copied in the chosen order, and both are remembered', async () => {
  const { user, copy } = show();
  await user.click(screen.getByRole('button', { name: 'Whole table' }));
  let sheet = screen.getByRole('dialog');
  await user.click(within(sheet).getByText('Columns · 3 of 3'));
  await user.click(within(sheet).getByRole('checkbox', { name: 'Dice ↑ / A' }));
  await user.click(within(sheet).getByRole('button', { name: 'Latency (ms)' }));
  expect(within(sheet).getByText('Columns · 2 of 3')).toBeTruthy();
  const chosen = ['Dice ↑', 'Model B Latency (ms)', 'Alpha 60.1 12', 'Ours 65.0 10', 'Beta – 9'];
  expect(rowsOf(sheet)).toEqual(chosen);
  await user.click(within(sheet).getByRole('button', { name: 'TSV' }));
  const lines = copy.mock.lastCall?.[0];
  expect(lines && formatTable(lines, 'tsv')).toBe(
    'Model\tDice ↑\tLatency (ms)\n\tB\t\nAlpha\t60.1\t12\nOurs\t65.0\t10\nBeta\t–\t9\n',
  );
  await user.click(within(sheet).getByRole('button', { name: 'Close the table' }));
  await user.click(screen.getByRole('button', { name: 'Whole table' }));
  sheet = screen.getByRole('dialog');
  expect(rowsOf(sheet)).toEqual(chosen);
  await user.click(within(sheet).getByText('Columns · 2 of 3'));
  await user.click(within(sheet).getByRole('button', { name: 'All columns' }));
  expect(within(sheet).getByText('Columns · 3 of 3')).toBeTruthy();
});

it('columns of words begin at their edge, and numbers end at theirs', async () => {
  const { user } = show(
    readTables(
      [tableOf('Table 1: Lamps.', 'Model | Notes | Dice ↑\n---\nAlpha@ | stable | 70.5\nOurs | fast | 79.0')],
      { title: '', abstract: '' },
    ),
  );
  await user.click(screen.getByRole('button', { name: 'Whole table' }));
  const cells = within(screen.getByRole('dialog')).getAllByRole('cell');
  expect(cells.map((cell) => [cell.textContent, cell.hasAttribute('data-words')])).toEqual([
    ['stable', true],
    ['70.5', false],
    ['fast', true],
    ['79.0', false],
  ]);
});

it('a number of the full table leads to its cell on the page, and back to the table', async () => {
  const { user, show: showPlace, goBack, widen } = show();
  await user.click(screen.getByRole('button', { name: 'Whole table' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '80.5' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(widen).toHaveBeenLastCalledWith(false);
  expect(showPlace).toHaveBeenCalledWith({ table: 0, cell: [4, 1] });
  await user.click(await screen.findByRole('button', { name: 'Back to your place' }));
  expect(goBack).toHaveBeenCalledOnce();
  expect(screen.getByRole('dialog')).toBeTruthy();
});

it('a number whose cell is no longer on the page says so, to everybody', async () => {
  const { user, show: showPlace } = show();
  showPlace.mockResolvedValue(false);
  await user.click(screen.getByRole('button', { name: 'Table 1' }));
  expect(screen.getAllByText('This place is not on the page any more.')).toHaveLength(2);
  expect(screen.queryByRole('button', { name: 'Back to your place' })).toBeNull();
});
