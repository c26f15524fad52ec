import type { ReadTable } from '@/lib/domain/tables';
import { sortRows, type RowOrder } from '@/lib/domain/tables/sort';
import type { GridCell } from '@/lib/domain/tables/grid';
import { t } from '../hooks/texts';
import { Icon } from '../shared/Icon';
import type { CellSource } from './TableCard';

/** How many visible columns a header cell spans in its row. */
const widthOf = (row: readonly GridCell[], columns: readonly number[], index: number): number => {
  const cellAt = (at: number): GridCell | undefined => row[columns[at] ?? -1];
  let end = index + 1;
  while (end < columns.length && cellAt(end) === cellAt(index)) end += 1;
  return end - index;
};

function HeaderRows({
  table: { body },
  columns,
  ofWords,
  order,
  onSort,
}: {
  readonly table: ReadTable;
  readonly columns: readonly number[];
  readonly ofWords: ReadonlySet<number>;
  readonly order: RowOrder | undefined;
  readonly onSort: (column: number) => void;
}) {
  const { grid, headerRows } = body;
  return (
    <thead>
      {grid.slice(0, headerRows).map((row, at) => (
        <tr key={at}>
          {columns.map((column, index) => {
            const cell = row[column];
            if (!cell || (index > 0 && cell === row[columns[index - 1] ?? -1])) return null;
            const isLast = at === headerRows - 1;
            const isSorted = isLast && order?.column === column;
            // A header that spans down to the last header row is rendered there.
            if (!isLast && (cell === grid[headerRows - 1]?.[column] || cell.text === ''))
              return <td key={column} colSpan={widthOf(row, columns, index)} />;
            return (
              <th
                key={column}
                scope="col"
                colSpan={widthOf(row, columns, index)}
                data-words={(isLast && ofWords.has(column)) || undefined}
                aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : undefined}
              >
                {isLast ? (
                  <button
                    type="button"
                    className="table-sort"
                    title={t('tables_sort')}
                    onClick={() => onSort(column)}
                  >
                    {cell.text || '–'}
                    {isSorted ? <Icon name={order.isDescending ? 'down' : 'up'} /> : null}
                  </button>
                ) : (
                  cell.text
                )}
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

/**
 * The table as on the page, with the paper's own rows marked, sortable by any column; a click on a number
 * shows its cell.
 */
export function TableView({
  table,
  label,
  columns,
  order,
  onSort,
  onShow,
}: {
  readonly table: ReadTable;
  readonly label: string;
  /** The columns to show, as indexes of the grid. */
  readonly columns: readonly number[];
  readonly order: RowOrder | undefined;
  readonly onSort: (column: number) => void;
  readonly onShow: (cell: CellSource | undefined) => void;
}) {
  const { body, results } = table;
  const own = new Set(results.flatMap(({ isOwn, row, column }) => (isOwn ? [`${row} ${column}`] : [])));
  const ownRows = new Set(results.flatMap(({ isOwn, row }) => (isOwn ? [row] : [])));
  const best = new Set(results.flatMap(({ isBest, row, column }) => (isBest ? [`${row} ${column}`] : [])));
  // Columns of words begin at their edge; numbers end at the same place, to be compared.
  const ofWords = new Set(
    columns.filter(
      (column) =>
        body.contents.some((row, at) => body.headersOf[at] && row[column]?.kind === 'text') &&
        !body.contents.some((row, at) => body.headersOf[at] && row[column]?.kind === 'number'),
    ),
  );
  const numbers = new Set(results.map(({ row, column }) => `${row} ${column}`));
  return (
    // A wide table scrolls by itself, also with the keyboard.
    <div className="table-view" role="region" aria-label={t('tables_wholeOf', label)} tabIndex={0}>
      <table>
        <HeaderRows table={table} columns={columns} ofWords={ofWords} order={order} onSort={onSort} />
        <tbody>
          {sortRows(body, order).map((row) => (
            <tr key={row}>
              {columns.map((column, index) => {
                const cells = body.grid[row] ?? [];
                const cell = cells[column];
                // A cell that spans several columns is rendered once.
                if (!cell || (index > 0 && cell === cells[columns[index - 1] ?? -1])) return null;
                const width = widthOf(cells, columns, index);
                const place = `${row} ${column}`;
                const isHeader = column < body.headerColumns;
                const isOwn = table.systems === 'rows' ? ownRows.has(row) : own.has(place);
                const Cell = isHeader ? 'th' : 'td';
                return (
                  <Cell
                    key={place}
                    scope={isHeader ? (width > 1 ? 'rowgroup' : 'row') : undefined}
                    colSpan={width > 1 ? width : undefined}
                    className={isOwn ? 'table-own' : undefined}
                    data-best={best.has(place) || undefined}
                    data-words={ofWords.has(column) || undefined}
                  >
                    {numbers.has(place) ? (
                      <button type="button" title={t('results_show')} onClick={() => onShow(cell.source)}>
                        {cell.text}
                      </button>
                    ) : (
                      cell.text
                    )}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
