/** Labelled tables as choices among the levels of their headers, for the one that names the systems. */
import { paperOf, sourceOf, type LatexTable } from '@/lib/cli/bench/tables-latex';
import {
  namesIn,
  NOTHING_ELSEWHERE,
  tellEachOther,
  weightOfTold,
  type Telling,
} from '@/lib/domain/tables/axes/elsewhere';
import { levelTestsPassed, type LevelView } from '@/lib/domain/tables/axes/tests';
import { levelViewsOf } from '@/lib/domain/tables/axes/views';
import { findBody } from '@/lib/domain/tables/body';
import { layOut } from '@/lib/domain/tables/grid';
import {
  bodyColumns,
  bodyRows,
  columnLabels,
  isOnLevel,
  rowLabels,
  type Axis,
  type Line,
} from '@/lib/domain/tables/levels';
import { findOwnSystems, nameKey } from '@/lib/domain/tables/own';

/** A table's levels, each with the tests that it passes. */
export interface AxisCase {
  readonly id: string;
  readonly paper: string;
  /** The side of the systems as labelled. */
  readonly axis: Axis;
  readonly levels: readonly {
    readonly axis: Axis;
    readonly passed: readonly number[];
    /** What its names weigh by the other tables of its paper, which is not fitted. */
    readonly told: number;
    readonly isRight: boolean;
  }[];
}

const wordsOf = (name: string): readonly string[] => nameKey(name).split(' ').filter(Boolean);

/** How much of a labelled system a header says, from 0 to 1; 0 if one has words that the other has not. */
function likeness(header: string, system: string): number {
  const [few = [], many = []] = [wordsOf(header), wordsOf(system)].toSorted((a, b) => a.length - b.length);
  if (few.length === 0) return 0;
  if (few.join('') === many.join('')) return 1;
  return few.every((word) => many.includes(word)) ? 0.5 + (0.4 * few.length) / many.length : 0;
}

/** Whether a header of a table is among the share that is hidden from the lexicon, by a hash. */
export function isHidden(table: string, text: string, share: number): boolean {
  let hash = 7;
  for (const letter of `${table} ${text}`) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % 100 < share * 100;
}

/** Levels that say as much of the systems as the best, but for this, are right too. */
const AS_MUCH = 0.02;

/** Headers that say less of the systems do not name them. */
const LEAST = 0.2;

/** A labelled table with the levels of its headers. */
interface ViewedAxes {
  readonly table: LatexTable;
  readonly sides: Readonly<Record<Axis, readonly Line[]>>;
  readonly levels: readonly { readonly view: LevelView; readonly isRight: boolean }[];
}

function viewAxes(table: LatexTable, hidden: number): ViewedAxes | undefined {
  const source = sourceOf(table);
  const grid = layOut(source.rows);
  if (typeof grid === 'string' || table.systems === null) return undefined;
  const body = findBody(grid, false);
  const [rows, columns] = [bodyRows(body), bodyColumns(body)];
  const views = levelViewsOf(
    body,
    rows,
    columns,
    findOwnSystems(paperOf(table)),
    source.caption,
    hidden === 0 ? undefined : (text) => isHidden(table.id, text, hidden),
  );
  const said = views.map(({ axis, level }) => {
    if (axis !== table.systems) return 0;
    const all = table.cells.map(([row, column, , system]) => {
      const labels = axis === 'rows' ? rowLabels(body, row) : columnLabels(body, row, column);
      const label = labels.find((one) => isOnLevel(one, axis, level));
      return label ? likeness(label.text, table.names.systems[system] ?? '') : 0;
    });
    return all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
  });
  const best = Math.max(...said);
  return {
    table,
    sides: { rows, columns },
    levels: views.map((view, at) => ({
      view,
      // Where no header is the system's name (check marks, numbers), only the side is known.
      isRight: best > LEAST ? (said[at] ?? 0) >= best - AS_MUCH : view.axis === table.systems,
    })),
  };
}

const tellingOf = ({ sides, levels }: ViewedAxes): Telling => ({
  ...namesIn(sides, (axis, level) =>
    levels.some(({ view, isRight }) => isRight && view.axis === axis && view.level === level),
  ),
  isSure: true,
});

/**
 * Labelled tables as choices, with what the others of their papers tell of their names; without tables that report no
 * results or cannot be read. `hidden` is the share of headers that no lexicon is to have.
 */
export function axisCasesOf(tables: readonly LatexTable[], hidden = 0): readonly AxisCase[] {
  const viewed = tables.flatMap((table) => viewAxes(table, hidden) ?? []);
  return [...Map.groupBy(viewed, ({ table }) => table.paper).values()].flatMap((ofPaper) => {
    const told = tellEachOther(ofPaper.map(tellingOf));
    return ofPaper.map(({ table: { id, paper, systems }, levels }, at) => ({
      id,
      paper,
      axis: systems ?? 'rows',
      levels: levels.map(({ view, isRight }) => ({
        axis: view.axis,
        passed: levelTestsPassed(view),
        told: weightOfTold(view, told[at] ?? NOTHING_ELSEWHERE),
        isRight,
      })),
    }));
  });
}
