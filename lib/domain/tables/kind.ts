/** Whether a table reports results, or describes something: data, settings, signs, prompts. */
import type { Axes } from './axes';
import type { Body } from './body';
import { cleanLabel, isCostLabel, isMetricLabel, isSettingLabel, isStatisticLabel, statedDirection } from './labels';
import type { Axis, Label } from './levels';
import type { TableSource } from './source';
import type { CellContent } from './value';

/** Captions of tables that describe. */
const DESCRIBES =
  /\b(?:statistics?|hyper-?parameters?|notations?|breakdown|number of|numbers are|overview|configurations?|templates?|prompts?|examples? of|list of|summary of (?:the )?(?:data ?sets?|hyper|notation|symbols?|variables?|parameters?)|data ?sets? (?:used|details|description|splits?)|details of|documentation|definitions?|descriptions?|settings? (?:of|for|used)|training (?:costs?|details|data|set)|characteristics|demographics|taxonomy|surveys?|(?:and|of) their (?:sizes?|licen[cs]es?)|composition|inclusion|licen[cs]es?|cohorts?)\b/i;

/** Captions of tables that report. */
const REPORTS =
  /\b(?:results?|performances?|compar(?:ed?|es|ing|isons?)|evaluations?|evaluat(?:e|ed|ing)|ablat\w+|accurac(?:y|ies)|scores?|effects? of|impact of|influence of|efficien(?:cy|t)|latenc(?:y|ies)|speed|run-?times?|execution times?|inference|transfer|generali[sz]ation|robustness|state[- ]of[- ]the[- ]art|sota|outperform\w*|better|benchmarking|leaderboard|errors?|per-class|detection on|segmentation on|classification on|analysis)\b/i;

/** What speaks for and against a table's reporting results. */
export interface KindEvidence {
  readonly body: Body;
  readonly axes: Axes;
  readonly source: TableSource;
  readonly hasOwn: boolean;
}

const share = (labels: readonly Label[], test: (text: string) => boolean): number =>
  labels.length === 0 ? 0 : labels.filter(({ text }) => test(text)).length / labels.length;

/** How many places of the body are numbers or ranges of numbers, and how many are words. */
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
        if (content.kind === 'number' && content.number.error !== undefined) count.errors += 1;
      }
    }
  }
  return count;
}

/** Whether a row or a column holds a number at all. */
const holdsNumbers = ({ contents, headersOf, headerColumns }: Body, axis: Axis, at: number): boolean =>
  axis === 'rows'
    ? contents[at]?.slice(headerColumns).some(isNumber) === true
    : contents.some((row, index) => headersOf[index] !== undefined && isNumber(row[at]));

const isNumber = (content: CellContent | undefined): boolean =>
  content !== undefined && content.kind !== 'text' && content.kind !== 'missing';

/** Whether a table reports results. Each sign has a weight; a table with more for than against does. */
export function isResultTable({ body, axes, source, hasOwn }: KindEvidence): boolean {
  const { numbers, words, bold, errors } = countKinds(body);
  if (numbers < 2 || words > numbers * 4) return false;
  const caption = [source.caption, source.outerCaption].join(' ').trim();
  const heads = (axes.systems === 'rows' ? axes.columns : axes.rows).filter(({ at }) =>
    holdsNumbers(body, axes.systems === 'rows' ? 'columns' : 'rows', at),
  );
  const labels = heads.flatMap(({ labels: all }) => all.filter(({ level, axis }) => !(axis === axes.systems && level === axes.level)));
  const lines = [...axes.rows, ...axes.columns].flatMap(({ labels: all }) => all);
  const metrics = labels.filter(({ text }) => isMetricLabel(text) && !isSettingLabel(text) && !isStatisticLabel(text));
  const isCostOnly = metrics.every(({ text }) => isCostLabel(text));
  const hasArrows = lines.some(({ text }) => statedDirection(text) !== undefined);
  // What stands first says what the table is.
  const firstWords = caption.split(/(?<=[.!?])\s+/)[0] ?? '';
  const pro =
    (metrics.length > 0 ? (isCostOnly ? 1 : 2) : 0) +
    (hasArrows ? 2 : 0) +
    (hasOwn ? 1 : 0) +
    (REPORTS.test(firstWords) ? 2 : REPORTS.test(caption) ? 1 : 0) +
    (bold > 0 && bold * 2 <= numbers ? 1 : 0) +
    (errors > 0 ? 1 : 0) +
    (axes.evidence > 2 ? 1 : 0);
  const contra =
    (DESCRIBES.test(firstWords) ? 3 : DESCRIBES.test(caption) ? 1 : 0) +
    3 * share(labels, (text) => isStatisticLabel(text) || isSettingLabel(text)) +
    // Rows that are settings themselves: a list of what was chosen.
    (share(
      axes.rows.flatMap(({ labels: all }) => all),
      (text) => (isSettingLabel(text) || isStatisticLabel(text)) && !isMetricLabel(cleanLabel(text)),
    ) > 0.5
      ? 3
      : 0);
  return pro > contra && pro > 1;
}
