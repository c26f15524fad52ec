/** Decides whether a table reports results or describes something: data, settings, symbols, prompts. */
import type { Axes } from './axes';
import type { Body } from './body';
import {
  cleanLabel,
  isCostLabel,
  isMetricLabel,
  isSettingLabel,
  isStatisticLabel,
  statedDirection,
} from './labels';
import { labelsAt, type Axis, type Label } from './levels';
import type { TableSource } from './source';
import { metricsIn } from './named-in-text';
import type { CellContent, CellValue } from './value';

/** Captions of tables that describe something. */
const DESCRIBES =
  /\b(?:statistics?|hyper-?parameters?|(?:average|mean) (?:\w+ )?lengths?|notations?|breakdown|number of|numbers are|overview|configurations?|templates?|examples? of|list of|summary of (?:the )?(?:data ?sets?|hyper|notation|symbols?|variables?|parameters?)|data ?sets? (?:used|details|description|splits?)|details of|documentation|definitions?|descriptions?|settings? (?:of|for|used)|training (?:costs?|details|data|set)|characteristics|demographics|taxonomy|surveys?|(?:and|of) their (?:sizes?|licen[cs]es?)|composition|inclusion|licen[cs]es?|cohorts?)\b/i;

/** Captions that are no more than a name for what the rows are: "Observed targets". */
const NAMES_ROWS =
  /^(?:\p{L}+\.?\s*[\dIVX.]*\s*[:.]\s*)?(?:[\p{L}-]+\s){0,3}(?:data ?sets?|targets|objects|participants|patients|samples|variables|parameters)\.?$/iu;

/** Headers of summaries of distributions, which are estimated and not scored. */
const POSTERIOR = /^(?:hdi|ess|mcse|r[ _-]?hat)(?:[_ ]|$)|^(?:2|97)\.5 ?%$/i;

/** What summarises measurements of one thing, so that nothing is compared: "median | worst". */
const STATISTICS = /^(?:mean|median|average|avg\.?|min|max|best|worst|std\.?|sd|p\d\d)$/i;

/** Words that say what the table is only at the beginning of a caption: "Prompts used", but "results, same prompts". */
const BEGINS = /^(?:\S+\s){0,6}prompts?\b/i;

/** Captions of tables that report results. */
const REPORTS =
  /\b(?:results?|performances?|compar(?:ed?|es|ing|isons?)|evaluations?|evaluat(?:e|ed|ing)|ablat\w+|accurac(?:y|ies)|scores?|effects? of|impact of|influence of|efficien(?:cy|t)|latenc(?:y|ies)|speed|run-?times?|execution times?|inference|transfer|generali[sz]ation|robustness|state[- ]of[- ]the[- ]art|sota|outperform\w*|better|benchmarking|leaderboard|errors?|per-class|detection on|segmentation on|classification on|analysis)\b/i;

/** The facts by which a table is judged. */
export interface KindEvidence {
  readonly body: Body;
  readonly axes: Axes;
  readonly source: TableSource;
  readonly hasOwn: boolean;
}

const share = (labels: readonly Label[], test: (text: string) => boolean): number =>
  labels.length === 0 ? 0 : labels.filter(({ text }) => test(text)).length / labels.length;

const hasError = ({ error }: CellValue): boolean => error !== undefined;

/** How many places of the body are numbers or ranges, and how many are words. */
function countKinds({ contents, headersOf, headerColumns, grid }: Body): {
  readonly numbers: number;
  readonly words: number;
  readonly bold: number;
  readonly errors: number;
} {
  const count = { numbers: 0, words: 0, bold: 0, errors: 0 };
  for (const [row, cells] of contents.entries()) {
    if (!headersOf[row]) continue;
    for (const [column, content] of cells.entries()) {
      const cell = grid[row]?.[column];
      if (column < headerColumns || cell?.row !== row || cell.column !== column) continue;
      if (content.kind === 'text') count.words += 1;
      else if (content.kind !== 'missing') {
        count.numbers += 1;
        if (/\d/.test(cell.bold)) count.bold += 1;
        if (content.kind === 'number' && hasError(content.number)) count.errors += 1;
      }
    }
  }
  return count;
}

/** Whether a row or column has any number. */
const holdsNumbers = ({ contents, headersOf, headerColumns }: Body, axis: Axis, at: number): boolean =>
  axis === 'rows'
    ? contents[at]?.slice(headerColumns).some(isNumber) === true
    : contents.some((row, index) => headersOf[index] !== undefined && isNumber(row[at]));

const isNumber = (content: CellContent | undefined): boolean =>
  content !== undefined && content.kind !== 'text' && content.kind !== 'missing';

/** The labels of a table's lines, and its caption: the first sentence and all of it. */
interface Said {
  readonly labels: readonly Label[];
  readonly metrics: readonly Label[];
  readonly lines: readonly Label[];
  readonly first: string;
  readonly caption: string;
}

const isDescription = (text: string): boolean => isStatisticLabel(text) || isSettingLabel(text);

function findSaid({ body, axes, source }: KindEvidence): Said {
  const other = axes.systems === 'rows' ? 'columns' : 'rows';
  const labels = axes[other]
    .filter(({ at }) => holdsNumbers(body, other, at))
    .flatMap((line) =>
      line.labels.filter(({ level, axis }) => axis !== axes.systems || level !== axes.level),
    );
  const lines = [...axes.rows, ...axes.columns].flatMap((line) => line.labels);
  const caption = [source.caption, source.outerCaption].join(' ').trim();
  return {
    labels,
    // A metric may stand above the systems too: "Rank" over "LumNet" and "Walker".
    metrics: [
      ...labels,
      ...lines.filter(({ axis, level }) => axis === axes.systems && level < axes.level),
    ].filter(({ text }) => isMetricLabel(text) && !isDescription(text)),
    lines,
    // The first sentence says what the table is.
    first: caption.split(/(?<=[.!?])\s+/)[0] ?? '',
    caption,
  };
}

/**
 * The evidence for results: metrics and arrows, the caption, the paper's own system, bold numbers and errors.
 */
function weighFor({ metrics, lines, first, caption }: Said, { body, axes, hasOwn }: KindEvidence): number {
  const { numbers, bold, errors } = countKinds(body);
  const isCostOnly = metrics.every(({ text }) => isCostLabel(text));
  return (
    (metrics.length > 0 ? (isCostOnly ? 1 : 2) : 0) +
    (lines.some(({ text }) => statedDirection(text) !== undefined) ? 2 : 0) +
    (metricsIn(caption).length > 0 ? 1 : 0) +
    (REPORTS.test(first) ? 2 : REPORTS.test(caption) ? 1 : 0) +
    (hasOwn ? 1 : 0) +
    (bold > 0 && bold * 2 <= numbers ? 1 : 0) +
    (errors > 0 ? 1 : 0) +
    (areMeasured(body) && !lines.some(({ text }) => COUNTS.test(text)) ? 2 : 0) +
    (axes.evidence > 0.97 ? 1 : 0)
  );
}

/** Lines that count what a table describes, beside shares of it: "Car count". */
const COUNTS = /(?:^|\s)counts?$/i;

/** Fewest numbers whose precision says something. */
const LEAST_MEASURED = 5;

/** Fractions are measured, whole numbers counted or set: tables of results print all with the same digits. */
function areMeasured({ contents, headersOf, headerColumns }: Body): boolean {
  const digits = contents.flatMap((row, at) =>
    headersOf[at] === undefined
      ? []
      : row
          .slice(headerColumns)
          .flatMap((content) =>
            content.kind === 'number' ? [/[.](\d+)/.exec(content.number.printed)?.[1]?.length ?? 0] : [],
          ),
  );
  const counts = Map.groupBy(digits, (count) => count);
  const most = Math.max(0, ...[...counts].flatMap(([count, all]) => (count > 0 ? [all.length] : [])));
  return digits.length >= LEAST_MEASURED && most * 10 >= digits.length * 6;
}

/** The evidence for a description: the caption, counts and settings, rows that list choices. */
function weighAgainst({ labels, first, caption }: Said, { axes }: KindEvidence): number {
  const rows = axes.rows.flatMap((line) => line.labels);
  const isList = share(rows, (text) => isDescription(text) && !isMetricLabel(cleanLabel(text))) > 0.5;
  const [describes, reports] = [first.search(DESCRIBES), first.search(REPORTS)];
  const isOfPrompts = BEGINS.test(first) && (reports === -1 || first.search(/\bprompt/i) < reports);
  return (
    (describes !== -1 || isOfPrompts || NAMES_ROWS.test(caption.trim())
      ? 3
      : DESCRIBES.test(caption)
        ? 1
        : 0) +
    3 * share(labels, isDescription) +
    (isList ? 3 : 0)
  );
}

/** Whether a table reports results: the evidence for it must be stronger than that against it. */
export function isResultTable(evidence: KindEvidence): boolean {
  const { numbers, words } = countKinds(evidence.body);
  if (numbers < 2 || words > numbers * 4) return false;
  const said = findSaid(evidence);
  // If all numbers are counts or settings, there are no results.
  if (said.lines.some(({ text }) => POSTERIOR.test(cleanLabel(text)))) return false;
  if (said.labels.length > 0 && said.labels.every(({ text }) => isDescription(text))) return false;
  const { systems, level } = evidence.axes;
  const names = labelsAt(evidence.axes[systems], level);
  if (names.length > 0 && names.every((name) => STATISTICS.test(name))) return false;
  const weight = weighFor(said, evidence);
  return weight > 1 && weight > weighAgainst(said, evidence);
}
