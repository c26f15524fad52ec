/**
 * Tables of a full text as data: their numbers, each with system, metric and data, and which is the best and
 * which the paper's own. Pure; linear in the table; uncertain facts are left out.
 */
import { findMetric, isMetricFact } from '../metrics';
import { findSurroundings, type Surroundings } from './shared-facts';
import { chooseAxes, weighLevels, type Axes, type WeighedLevels } from './axes';
import {
  namesIn,
  NOTHING_ELSEWHERE,
  tellEachOther,
  tellTogether,
  type Elsewhere,
  type Telling,
} from './axes/elsewhere';
import { saidIn } from './axes/said-in-text';
import { findMeanings } from './meanings';
import { directionsByBold, findBest } from './best';
import { findBody, type Body } from './body';
import { layOut, type GridFault } from './grid';
import { isResultTable } from './kind';
import { cleanLabel } from './labels';
import type { Axis } from './levels';
import { draftsOf, type Draft } from './numbers';
import { findOwnSystems, type OwnNames, type TablePaper } from './own';
import { findOwnLines } from './own-lines';
import type { TableResult } from './result';
import type { TableSource } from './source';

export type { TablePaper } from './own';
export type { TableResult } from './result';
export type { TableSource, SourceCell } from './source';

/** A table whose grid could be read. */
export interface ReadTable {
  readonly kind: 'results' | 'other';
  readonly source: TableSource;
  readonly systems: Axis;
  readonly body: Body;
  /** Empty for tables that do not report results. */
  readonly results: readonly TableResult[];
}

/** A table that is not read, because its rows do not fit together or it is too large. */
export interface UnreadableTable {
  readonly kind: 'unreadable';
  readonly source: TableSource;
  readonly fault: GridFault;
}

/** A table of a full text: read, or with the fault for which it could not be. */
export type PaperTable = ReadTable | UnreadableTable;

/** Captions that say that brackets after a number hold its deviation. */
const ERRORS_IN_BRACKETS =
  /\b(?:standard (?:deviations?|errors?)|std\.?(?: dev\.?)?|s\.?d\.?|confidence intervals?)\b[^.]{0,60}\b(?:parenthes[ie]s|brackets)|\b(?:parenthes[ie]s|brackets)\b[^.]{0,60}\b(?:standard (?:deviations?|errors?)|std|confidence)|\bmean \((?:std|sd|standard deviation)\)/i;

/** Whether bold type shows the better direction more reliably than the metric's name: for an attack or a defence. */
const isSided = ({ metric = '' }: Draft): boolean => isMetricFact(findMetric(metric)?.name, 'sided');

function resultsOf(around: Surroundings, own: OwnNames): readonly TableResult[] {
  const read = draftsOf(around);
  const shown = directionsByBold(
    read.map((draft) => (isSided(draft) ? { ...draft, better: undefined } : draft)),
  );
  const drafts = read.map((draft) => ({
    ...draft,
    better: isSided(draft)
      ? (shown.get(draft.group) ?? draft.better)
      : (draft.better ?? shown.get(draft.group)),
  }));
  const isOwn = findOwnLines(drafts, around, own);
  const best = findBest(drafts);
  return drafts.map((draft, index) => {
    const { isCited: _cited, line: _line, group: _group, isExact: _exact, ...result } = draft;
    return { ...result, isOwn: isOwn(draft), isBest: best[index] };
  });
}

/** The paper's own names with the short forms that a caption gives them: "SP represents Self Positioning". */
function withShortForms(own: OwnNames, caption: string): OwnNames {
  const meanings = findMeanings([caption]);
  if (meanings.size === 0) return own;
  return {
    signOf(label, isCited) {
      const meaning = meanings.get(label);
      return own.signOf(label, isCited) ?? (meaning === undefined ? undefined : own.signOf(meaning, isCited));
    },
  };
}

/** A table of which everything is known but its numbers. */
export interface BegunTable {
  /**
   * Whether the other paragraphs of its sections are needed, which are most of what a page has to give: only tables
   * that report results need them.
   */
  readonly needsSection: boolean;
  /** Reads the numbers of a table that reports results, with these paragraphs. */
  readonly finish: (section: readonly string[]) => PaperTable;
}

/** A table whose grid is laid out, and whether it reports results as its systems are found. */
interface LaidTable {
  readonly source: TableSource;
  readonly own: OwnNames;
  readonly weighed: WeighedLevels;
  readonly axes: Axes;
  readonly isResult: boolean;
}

function layTable(begun: Omit<TableSource, 'section'>, ownInPaper: OwnNames): LaidTable | UnreadableTable {
  const source = { ...begun, section: [] };
  const own = withShortForms(ownInPaper, source.caption);
  const grid = layOut(source.rows);
  if (typeof grid === 'string') return { kind: 'unreadable', source, fault: grid };
  const body = findBody(grid, ERRORS_IN_BRACKETS.test(`${source.caption} ${source.outerCaption}`));
  const weighed = weighLevels(body, own, source.caption);
  return findKind({ source, own, weighed }, chooseAxes(weighed, NOTHING_ELSEWHERE));
}

/** Decides whether a table reports results if its systems stand there. */
function findKind(table: Pick<LaidTable, 'source' | 'own' | 'weighed'>, axes: Axes): LaidTable {
  const { source, own, weighed } = table;
  const hasOwn = [...axes.rows, ...axes.columns].some(({ labels }) =>
    labels.some(({ text, isCited }) => own.signOf(cleanLabel(text), isCited) !== undefined),
  );
  return { ...table, axes, isResult: isResultTable({ body: weighed.body, axes, source, hasOwn }) };
}

/** How sure the systems of a table must be for its names to say something of other tables. */
const SURE = 0.8;

const tellingOf = ({ axes, isResult }: LaidTable): Telling => ({
  ...namesIn(axes, (axis, level) => axis === axes.systems && level === axes.level),
  isSure: isResult && axes.evidence > SURE,
});

/** The table as the rest of its paper tells where its systems stand: the other tables, and what is said about it. */
function seeInPaper(table: LaidTable, byTables: Elsewhere, abstract: string): LaidTable {
  const { about } = table.source;
  const lines = [...table.axes.rows, ...table.axes.columns];
  const told = tellTogether(byTables, saidIn([...about, abstract], lines));
  const axes = chooseAxes(table.weighed, told);
  const isSame = axes.systems === table.axes.systems && axes.level === table.axes.level;
  return isSame ? table : findKind(table, axes);
}

function finishLater({ source, own, weighed: { body }, axes, isResult }: LaidTable): BegunTable {
  return {
    needsSection: isResult,
    finish: (section) => {
      const whole: TableSource = { ...source, section };
      return {
        kind: isResult ? 'results' : 'other',
        source: whole,
        systems: axes.systems,
        body,
        results: isResult ? resultsOf(findSurroundings(whole, body, axes), own) : [],
      };
    },
  };
}

/** Begins to read the tables of a paper's page: decides which report results. */
export function beginTables(
  sources: readonly Omit<TableSource, 'section'>[],
  paper: TablePaper,
): readonly BegunTable[] {
  const own = findOwnSystems(paper);
  const laid = sources.map((source) => layTable(source, own));
  const told = tellEachOther(
    laid.map((table) => ('kind' in table ? { ...NOTHING_ELSEWHERE, isSure: false } : tellingOf(table))),
  );
  return laid.map((table, at) =>
    'kind' in table
      ? { needsSection: false, finish: () => table }
      : finishLater(seeInPaper(table, told[at] ?? NOTHING_ELSEWHERE, paper.abstract)),
  );
}

/** Reads the tables of a paper's page. */
export function readTables(sources: readonly TableSource[], paper: TablePaper): readonly PaperTable[] {
  const begun = beginTables(sources, paper);
  return begun.map(({ finish }, at) => finish(sources[at]?.section ?? []));
}
