/** The headers and the system of each place of a table; each line is read once. */
import type { Surroundings } from './shared-facts';
import type { Body } from './body';
import { CHECKED } from './value';
import { cleanLabel, isMetricLabel, isNumberLabel, isSettingLabel } from './labels';
import { cornerParts } from './label-parts';
import { columnLabels, cornerOf, isOnLevel, rowLabels, type Label } from './levels';

/** The owner of a number. */
export interface System {
  /** Empty if the table does not name it. */
  readonly system: string;
  readonly isCited: boolean;
}

/** The headers of places. */
export interface Places {
  /** Those of its row, then those of its column; outermost first. */
  readonly labelsOf: (row: number, column: number) => readonly Label[];
  readonly systemOf: (row: number, column: number) => System;
}

/** Caches the value of each key. */
function once<Value>(make: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}

/**
 * Names for rows without one, from the heads of the columns in which they have check marks: "TM + SV". By
 * row.
 */
function nameByChecks({ grid, headerRows }: Body): (row: number) => string {
  const checked = new Map<number, number[]>();
  for (const [row, cells] of grid.entries())
    for (const [column, { text }] of cells.entries())
      if (CHECKED.test(text)) checked.set(row, [...(checked.get(row) ?? []), column]);
  const headOf = (column: number): string => cleanLabel(grid[headerRows - 1]?.[column]?.text ?? '');
  const all = [...new Set([...checked.values()].flat())].toSorted((a, b) => a - b).map(headOf);
  return (row) => {
    const own = checked.get(row);
    if (own) return own.map(headOf).join(' + ');
    return all.length > 0 ? `without ${all.join(', ')}` : '';
  };
}

/** The headers and systems of a table's places. */
export function createPlaces({ body, axes }: Surroundings): Places {
  const width = body.grid[0]?.length ?? 0;
  const ofRow = once((row) => rowLabels(body, row));
  // By place, since rows may have their own headers.
  const blocks = new Map(
    body.headersOf.flatMap((headers, row) => (headers ? [[headers, row] as const] : [])),
  );
  const ofColumn = once((place) => columnLabels(body, Math.floor(place / width), place % width));
  const columnOf = (row: number, column: number): readonly Label[] => {
    const headers = body.headersOf[row];
    return headers ? ofColumn((blocks.get(headers) ?? row) * width + column) : [];
  };
  const nameOf = once((row) => byChecks(row));
  const byChecks = nameByChecks(body);
  const [rowHead = '', columnHead] = cornerParts(cornerOf(body, axes.systems === 'rows' ? axes.level : 0));
  const head = cleanLabel(axes.systems === 'rows' ? rowHead : (columnHead ?? rowHead));
  const isHeadMetric = isMetricLabel(head) && !isSettingLabel(head);
  return {
    labelsOf: (row, column) => [...ofRow(row), ...columnOf(row, column)],
    systemOf(row, column) {
      const labels = axes.systems === 'rows' ? ofRow(row) : columnOf(row, column);
      const label = labels.find((one) => isOnLevel(one, axes.systems, axes.level));
      if (!label) return { system: axes.systems === 'rows' ? nameOf(row) : '', isCited: false };
      const name = cleanLabel(label.text);
      // A number alone is no name, so its head is added: "100 queries".
      const system = isNumberLabel(name) && !isHeadMetric ? `${head} ${name}`.trim() : name;
      const variants = labels.flatMap((one) =>
        one.axis === 'rows' && one !== label && axes.variants.has(one.level) ? cleanLabel(one.text) : [],
      );
      return { system: [system, ...variants].join(' / '), isCited: label.isCited };
    },
  };
}
