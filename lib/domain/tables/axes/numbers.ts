/**
 * What the numbers of a table say of where its systems stand. Systems are compared: the numbers of one metric on the same
 * data are alike, and the best of them is bold. Metrics and data differ from each other in size.
 */
import type { Body } from '../body';
import { isOnLevel, type Axis, type Line } from '../levels';

/** The numbers that differ in nothing but the header of one level. */
export interface Comparison {
  /** Their mean deviation from their middle, in decimal orders; undefined where none are compared. */
  readonly spread: number | undefined;
  /** In how large a share of the comparisons the only bold number is the greatest or the least. */
  readonly oneBold: number;
}

/** More lines on a side say nothing new. */
const MOST = 24;

interface Place {
  readonly size: number;
  readonly value: number;
  readonly isBold: boolean;
}

/** The numbers of a table by row and column of its body; undefined where there is none. */
export type Places = readonly (readonly (Place | undefined)[])[];

/** The numbers that are compared. */
export const placesOf = ({ grid, contents }: Body, rows: readonly Line[], columns: readonly Line[]): Places =>
  rows.slice(0, MOST).map(({ at: row }) =>
    columns.slice(0, MOST).map(({ at: column }) => {
      const content = contents[row]?.[column];
      if (content?.kind !== 'number') return undefined;
      const { value, printed } = content.number;
      return {
        value,
        size: Math.log10(Math.abs(value) + 1e-3),
        isBold: grid[row]?.[column]?.bold.includes(printed) === true,
      };
    }),
  );

const isOneExtreme = (places: readonly Place[]): boolean => {
  const [bold, more] = places.filter(({ isBold }) => isBold);
  if (!bold || more) return false;
  return places.every(({ value }) => value <= bold.value) || places.every(({ value }) => value >= bold.value);
};

/** Compares the numbers of lines that differ only in their header of a level. */
export function compareLevel(
  places: Places,
  { headingOf }: Body,
  axis: Axis,
  level: number,
  lines: readonly Line[],
): Comparison {
  const groups = Map.groupBy(lines.slice(0, MOST).keys(), (index) => {
    const { at, labels } = lines[index] ?? { at: 0, labels: [] };
    const others = labels.filter((label) => !isOnLevel(label, axis, level));
    return [
      axis === 'rows' ? headingOf[at] : '',
      ...others.map((label) => `${label.level} ${label.text}`),
    ].join('\n');
  });
  const width = axis === 'rows' ? (places[0]?.length ?? 0) : places.length;
  let [spread, compared, withBold, bolds] = [0, 0, 0, 0];
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (let across = 0; across < width; across += 1) {
      const beside = group.flatMap(
        (index) => (axis === 'rows' ? places[index]?.[across] : places[across]?.[index]) ?? [],
      );
      if (beside.length < 2) continue;
      const middle = beside.reduce((sum, { size }) => sum + size, 0) / beside.length;
      spread += beside.reduce((sum, { size }) => sum + Math.abs(size - middle), 0) / beside.length;
      compared += 1;
      if (!beside.some(({ isBold }) => isBold)) continue;
      withBold += 1;
      // Of two numbers each is the greatest or the least.
      bolds += isOneExtreme(beside) ? 1 - 1 / beside.length : 0;
    }
  }
  return {
    spread: compared === 0 ? undefined : spread / compared,
    oneBold: withBold === 0 ? 0 : bolds / compared,
  };
}
