/** The tests by which a table is weighed as one of results, each with its weight in `weights.json`. */
import type { KindView } from './facts';

/** Captions of tables that describe something. */
const DESCRIBES =
  /\b(?:statistics?|hyper-?parameters?|(?:average|mean) (?:\w+ )?lengths?|notations?|breakdown|number of|numbers are|overview|configurations?|templates?|examples? of|list of|summary of (?:the )?(?:data ?sets?|hyper|notation|symbols?|variables?|parameters?)|data ?sets? (?:used|details|description|splits?)|details of|documentation|definitions?|descriptions?|settings? (?:of|for|used)|training (?:costs?|details|data|set)|characteristics|demographics|taxonomy|surveys?|(?:and|of) their (?:sizes?|licen[cs]es?)|composition|inclusion|licen[cs]es?|cohorts?)\b/i;

/** Captions that name what a table lists. */
const LISTS =
  /\b(?:symbols?|parameters?|hyper-?parameters?|notations?|statistics?|sizes?|data ?sets?|corpora|corpus|set-?up|settings?|details?|variables?|sources?|splits?)\b/i;

/** Captions that are no more than a name for what the rows are: "Observed targets". */
const NAMES_ROWS =
  /^(?:\p{L}+\.?\s*[\dIVX.]*\s*[:.]\s*)?(?:[\p{L}-]+\s){0,3}(?:data ?sets?|targets|objects|participants|patients|samples|variables|parameters)\.?$/iu;

/** Headers of summaries of distributions, which are estimated and not scored. */
const POSTERIOR = /^(?:hdi|ess|mcse|r[ _-]?hat)(?:[_ ]|$)|^(?:2|97)\.5 ?%$/i;

/** What summarises measurements of one thing, so that nothing is compared: "median | worst". */
const STATISTICS = /^(?:mean|median|average|avg\.?|min|max|best|worst|std\.?|sd|p\d\d)$/i;

/** Headers of fitted models, which estimate what describes data. */
const ESTIMATED =
  /^(?:intercept|slope|coef(?:\.|ficients?)?|estimates?|std\.? (?:err|error)\.?|s\.?e\.?|p[- ]?values?|t[- ]?(?:stat|value)s?|observations?|mean \(s\.?d\.?\)|% zero)\b/i;

/** Captions of tables that report results. */
const REPORTS =
  /\b(?:results?|performances?|compar(?:ed?|es|ing|isons?)|evaluations?|evaluat(?:e|ed|ing)|ablat\w+|accurac(?:y|ies)|scores?|effects? of|impact of|influence of|efficien(?:cy|t)|latenc(?:y|ies)|speed|run-?times?|execution times?|inference|transfer|generali[sz]ation|robustness|state[- ]of[- ]the[- ]art|sota|outperform\w*|better|benchmarking|leaderboard|errors?|per-class|detection on|segmentation on|classification on|analysis)\b/i;

/** Lines that count what a table describes, beside shares of it: "Car count". */
const COUNTS = /(?:^|\s)counts?$|^(?:#|no\.? of|num(?:ber)? of)/i;

/** Heads of what is described, and of what describes it. */
const OF_DESCRIBED =
  /^(?:data ?sets?|corpus|corpora|collections?|cohorts?|sources?|statistics?|parameters?|hyper-?parameters?|symbols?|notations?|variables?|features?|attributes?|items?|fields?|states?|levels?|stages?|propert(?:y|ies)|protocols?|splits?|scripts?|tiers?)$/i;
const OF_DESCRIPTION =
  /^(?:values?|descriptions?|sources?|domains?|tasks?|problems?|roles?|purposes?|meanings?|definitions?|origins?|licen[cs]es?|references?|years?|notes?|comments?|units?|types?|range|splits?|set by|timespan|hyper-?parameters?|training data|endpoint|characteristic factors)$/i;

const areStatistics = (texts: readonly string[]): boolean =>
  texts.length > 1 && texts.every((text) => STATISTICS.test(text));

const some =
  (pattern: RegExp) =>
  ({ headerTexts, nameTexts }: KindView): boolean =>
    [...headerTexts, ...nameTexts].some((text) => pattern.test(text.trim()));
const inHeaders =
  (pattern: RegExp) =>
  ({ headerTexts }: KindView): boolean =>
    headerTexts.some((text) => pattern.test(text.trim()));
const says =
  (pattern: RegExp) =>
  ({ caption }: KindView): boolean =>
    pattern.test(caption);
const saysFirst =
  (pattern: RegExp) =>
  ({ first }: KindView): boolean =>
    pattern.test(first);

type KindTest = (view: KindView) => boolean;

/** Tests of what says outright that a table reports no results. */
export const OUTRIGHT: readonly KindTest[] = [
  some(POSTERIOR),
  ({ nameTexts }) => areStatistics(nameTexts),
  ({ headerTexts, names }) => areStatistics(headerTexts) && names.metrics > 0.5,
  ({ headers }) => headers.count > 0 && headers.described === 1,
  says(NAMES_ROWS),
];

/** Tests that only hint at it. */
const HINTS: readonly KindTest[] = [
  // Numbers.
  ({ body }) => body.numbers < 5,
  ({ body }) => body.numbers < 12,
  ({ body }) => body.numbers >= 30,
  ({ body }) => body.alike >= 0.6 && body.numbers >= 5,
  ({ body }) => body.alike >= 0.9 && body.numbers >= 5,
  ({ body }) => body.alike === 0,
  ({ body }) => body.whole > 0.5,
  ({ body }) => body.whole > 0.9,
  ({ body }) => body.large > 0,
  ({ body }) => body.large > 0.3,
  ({ body }) => body.bold > 0 && body.bold <= 0.5,
  ({ body }) => body.bold > 0.5,
  ({ body }) => body.errors > 0,
  ({ body }) => body.negative > 0.1,
  ({ body }) => body.constant > 0,
  ({ body }) => body.constant > 0.3,
  // Words.
  ({ body }) => body.ofWords > 0,
  ({ body }) => body.ofWords > 0.2,
  ({ body }) => body.ofWords > 0.4,
  ({ body }) => body.ofWords > 0.6,
  ({ body }) => body.wordColumns > 0,
  ({ body }) => body.wordColumns > 1,
  // Headers.
  ({ headers }) => headers.count === 1,
  ({ headers }) => headers.metrics > 0,
  ({ headers }) => headers.metrics > 0.3,
  ({ headers }) => headers.metrics > 0.7,
  ({ headers }) => headers.costs > 0,
  ({ headers }) => headers.metrics > 0 && headers.costs === headers.metrics,
  ({ headers, names }) => headers.hasArrow || names.hasArrow,
  ({ headers }) => headers.described > 0,
  ({ headers }) => headers.described > 0.3,
  ({ headers }) => headers.described > 0.6,
  ({ headers }) => headers.settings > 0,
  ({ headers }) => headers.settings > 0.3,
  ({ headers }) => headers.splits > 1,
  ({ headers, body }) => headers.splits > 1 && body.large > 0.2,
  ({ headers }) => headers.data > 0,
  ({ headers }) => headers.averages > 0,
  ({ headers }) => headers.systems > 0,
  some(COUNTS),
  inHeaders(ESTIMATED),
  inHeaders(OF_DESCRIPTION),
  ({ headerTexts }) => headerTexts.filter((text) => OF_DESCRIPTION.test(text.trim())).length > 1,
  // Names.
  ({ names }) => names.systems > 0,
  ({ names }) => names.systems > 0.3,
  ({ names }) => names.described > 0,
  ({ names }) => names.described > 0.3,
  ({ names }) => names.metrics > 0,
  ({ names }) => names.data > 0.2,
  ({ nameTexts }) => nameTexts.some((text) => /\b(?:ours?|proposed|baselines?)\b|\bw\/o\b/i.test(text)),
  ({ nameTexts }) => nameTexts.some((text) => /^\+\s?|\s\+\s|\((?:full|ours)\)/i.test(text)),
  ({ nameTexts }) => nameTexts.some((text) => /^total$/i.test(text.trim())),
  ({ hasCited }) => hasCited,
  ({ hasOwn }) => hasOwn,
  ({ isSystemCorner }) => isSystemCorner,
  ({ isDataCorner }) => isDataCorner,
  ({ corner }) => corner === '',
  ({ corner }) => OF_DESCRIBED.test(corner),
  ({ systems }) => systems === 'columns',
  ({ evidence }) => evidence > 0.6,
  ({ evidence }) => evidence > 0.97,
  // Caption.
  ({ caption }) => caption === '',
  ({ captionMetrics }) => captionMetrics > 0,
  saysFirst(DESCRIBES),
  says(DESCRIBES),
  saysFirst(REPORTS),
  says(REPORTS),
  saysFirst(LISTS),
  ({ first }) =>
    DESCRIBES.test(first) && (!REPORTS.test(first) || first.search(DESCRIBES) < first.search(REPORTS)),
  says(/\b(?:best|bold|second|underlin|outperform|higher|lower|↑|↓)/i),
];

/** All tests in the order of their weights. */
export const KIND_TESTS: readonly KindTest[] = [...OUTRIGHT, ...HINTS];

/** The indexes of the tests that a table passes. */
export const kindTestsPassed = (view: KindView): readonly number[] =>
  KIND_TESTS.flatMap((test, at) => (test(view) ? [at] : []));
