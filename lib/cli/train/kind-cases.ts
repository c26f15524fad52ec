/** Labelled tables as cases of reporting results or not. */
import type { TablePaper, TableSource } from '@/lib/domain/tables';
import { findAxes } from '@/lib/domain/tables/axes';
import { findBody } from '@/lib/domain/tables/body';
import { layOut } from '@/lib/domain/tables/grid';
import { viewKind, type KindView } from '@/lib/domain/tables/kind/facts';
import { kindTestsPassed } from '@/lib/domain/tables/kind/tests';
import { cleanLabel } from '@/lib/domain/tables/labels';
import { findOwnSystems } from '@/lib/domain/tables/own';

/** A table: the tests that it passes, and whether it reports results by its label. */
export interface KindCase {
  /** Its paper or page. */
  readonly group: string;
  readonly passed: readonly number[];
  readonly isResult: boolean;
  readonly weight: number;
}

/** The view of a table of which no lexicon has the metrics and the names. */
const withoutLexicon = (view: KindView): KindView => ({
  ...view,
  headers: {
    ...view.headers,
    metrics: view.headers.hasArrow ? view.headers.metrics : 0,
    costs: 0,
    data: 0,
    systems: 0,
  },
  names: { ...view.names, metrics: 0, data: 0, systems: 0 },
  captionMetrics: 0,
});

/**
 * Weight of a table as if no lexicon had its names, beside the same with its lexicon: the lexicon grew with the labelled
 * tables, and has fewer names of others.
 */
const HIDDEN = 0.5;

/** A table with its label. */
interface LabelledTable {
  readonly group: string;
  readonly source: TableSource;
  readonly paper: TablePaper;
  readonly isResult: boolean;
}

/** A labelled table as a case, and once more without its names; none if it cannot be read. */
export function kindCasesOf({ group, source, paper, isResult }: LabelledTable): readonly KindCase[] {
  const grid = layOut(source.rows);
  if (typeof grid === 'string') return [];
  const body = findBody(grid, false);
  const own = findOwnSystems(paper);
  const axes = findAxes(body, own, source.caption);
  const hasOwn = [...axes.rows, ...axes.columns].some(({ labels }) =>
    labels.some(({ text, isCited }) => own.signOf(cleanLabel(text), isCited) !== undefined),
  );
  const view = viewKind({ body, axes, source, hasOwn });
  return [
    { group, isResult, passed: kindTestsPassed(view), weight: 1 - HIDDEN },
    { group, isResult, passed: kindTestsPassed(withoutLexicon(view)), weight: HIDDEN },
  ];
}
