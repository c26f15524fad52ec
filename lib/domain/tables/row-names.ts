/** The cells that name each row, where a name is printed in only one of the rows that it names. */
import type { Grid, GridCell } from './grid';

/** The nearest name in a block of rows: above a row, otherwise below it. */
function nearest(block: readonly GridCell[], at: number): GridCell | undefined {
  return block.slice(0, at + 1).findLast(({ text }) => text !== '') ?? block.find(({ text }) => text !== '');
}

/** A label without brackets, which are printed only at the first of repeated labels: "acc.(↑)". */
const labelWord = (text: string): string => text.replace(/\s?\([^()]*\)/, '');

/** After how many rows the cells of a column repeat; the number of rows if they do not. */
function periodOf(texts: readonly string[]): number {
  const period = texts.findIndex((text, at) => at > 0 && text === texts[0]);
  const isRepeated =
    period > 1 && texts.length % period === 0 && texts.every((text, at) => text === texts[at % period]);
  return isRepeated ? period : Math.max(1, texts.length);
}

/**
 * The header cells of each row. An empty cell before another header cell belongs to the nearest name between two
 * lines drawn across, or within one cycle of the next column's names ("ppl, acc., ppl, acc."): instead of spanning
 * rows, tables also leave the cells below or above a name empty.
 */
export function nameRows(grid: Grid, headerRows: number, headerColumns: number): Grid {
  const names = grid.map((row) => row.slice(0, headerColumns));
  for (let level = 0; level < headerColumns - 1; level += 1) {
    let start = headerRows;
    for (let row = headerRows; row <= grid.length; row += 1) {
      const isEnd = row === grid.length || grid[row]?.[level]?.hasRuleAbove === true;
      if (!isEnd || row === start) continue;
      const block = grid.slice(start, row).flatMap((cells) => cells[level] ?? []);
      const period = periodOf(grid.slice(start, row).map((cells) => labelWord(cells[level + 1]?.text ?? '')));
      for (const [offset, cell] of block.entries()) {
        const from = offset - (offset % period);
        const name = cell.text === '' ? nearest(block.slice(from, from + period), offset - from) : undefined;
        const cells = names[start + offset];
        if (name && cells) cells[level] = name;
      }
      start = row;
    }
  }
  return names;
}
