/** Metrics that a caption names by its form alone: a quantity with its unit, the first words, a score without a name. */
import { isMetricFact } from '../metrics';
import { metricsIn, type NamedMetric } from './named-in-text';

/** A short form at the beginning of a caption that calls it a score: "RBO scores for …". */
const SCORED =
  /^(?:\p{L}+\.?\s*[\dIVXLC.]*\s*[:.]\s*)?(?:(?:The|Average|Mean)\s)?(\p{Lu}[\p{Lu}\d@-]{1,7}(?:-\d)?\s(scores?|rates?|values?|errors?|indicators?|index|metrics?|measures?))\b/u;

/** Words that are measured, as a unit in brackets shows: "completion ratio (%)". */
const WITH_UNIT =
  /\b((?:(?!(?:of|the|in|and|for|with|on|by|as|an?)\b)\p{L}+[ -]){1,2}(rate|score|ratio|percentage|error))\s\(%\)/iu;

/** A cost with its unit, wherever the caption names it: "run-time memory (MB) usage". */
const COST_WITH_UNIT = /\b((time|memory|latency|throughput))\s\((?:[mµ]?s|h|min|[KMG]i?B|[a-z]+\/s)\)/iu;

/** The first words of a caption, with a unit in brackets: "Energy errors (mHa)". */
const FIRST_WITH_UNIT =
  /^(?:\p{L}+\.?\s*[\dIVXLC.]*\s*[:.]\s*)?((?:\p{L}[\p{L}-]*\s){1,3}(errors?|distances?|loss|scores?))\s\([^()\s]{1,12}\)/u;

/** A sentence of its own that is only the name of a metric: "Relative L2 error." */
const ALONE =
  /(?:^|[.:]\s)((?:\p{L}[\p{L}\d-]*\s){1,3}(errors?|scores?|rates?|loss|distances?|accurac(?:y|ies)))(?:\s\([^()]{1,20}\))?\.?$/u;

/** What a caption says is compared, if it is a cost that is counted: "Comparison of sampling steps with others". */
const COMPARED =
  /\b[Cc]ompar(?:isons?|ing|e[ds]?)\s(?:of\s|the\s){0,2}((?:\p{Ll}[\p{L}-]*\s){0,2}(?:steps|times?|costs?|speeds?))(?=\s(?:with|between|of|for|across|among|on|to)\b|[.:]|$)/u;

/** A name with its short form and a percent sign in brackets: "Grounded Equivalence (GLE, %)". */
const SHORT_WITH_UNIT = /\b(?:\p{Lu}[\p{L}-]*\s){1,4}\((\p{Lu}[\p{Lu}\d]{1,6}), ?%\)/u;

/** The first words of a caption, if they name a quantity and what it is of: "Median recovery rate of …", "Speed-up over …". */
const FIRST_QUANTITY =
  /^(?:\p{L}+\.?\s*[\dIVXLC.]*\s*[:.]\s*)?((?!(?:learning|training|comparison|results?)\b)(?:[\p{L}\d-]+\s){1,3}(rates?|ratios?|errors?|accurac(?:y|ies)|correlations?|times?|latenc(?:y|ies)|distances?|probabilit(?:y|ies)|cycles)|(speed-?ups?))(?:\s\([^()]{1,20}\))?\s(?:of|for|on|by|across|over|per|between|vs\.?|against)\b/iu;

/** How many things were brought to an end: "number of solved instances". */
const COUNTED = /\b(number of ((?!labell?ed|trained|used)\p{L}+ed|correct|successful) \p{L}+)/u;

/** A caption that is only the mean of a quantity: "The average suboptimality". */
const AVERAGED =
  /^(?:\p{L}+\.?\s*[\dIVXLC.]*\s*[:.]\s*)?(?:The\s)?(?:average|mean|median)\s(?:of\s(?:the\s)?)?((?!(?:results?|performances?|values?|numbers?|rank)\b)\p{L}[\p{L}-]{3,}(?:\s(?!(?:of|for|on|by|and|in|over)\b)\p{L}[\p{L}-]{2,})?)(?:\s\([^()]{1,20}\))?(?:[.;:]|$|\s(?:of|for|on|by|in|over|across)\b)/iu;

/** The metric that a caption names although the lexicon does not know it; undefined if it names none. */
export function scoreIn(caption: string): NamedMetric | undefined {
  const [, printed, kind = ''] =
    SCORED.exec(caption) ??
    WITH_UNIT.exec(caption.slice(0, 600)) ??
    COST_WITH_UNIT.exec(caption.slice(0, 600)) ??
    ALONE.exec(caption.slice(-120)) ??
    COMPARED.exec(caption.slice(0, 300)) ??
    FIRST_WITH_UNIT.exec(caption.slice(0, 200)) ??
    SHORT_WITH_UNIT.exec(caption.slice(0, 200)) ??
    FIRST_QUANTITY.exec(caption.slice(0, 200)) ??
    AVERAGED.exec(caption.slice(0, 200)) ??
    COUNTED.exec(caption.slice(0, 200)) ??
    [];
  if (printed === undefined) return undefined;
  const better = /^(?:score|accurac|speed)/i.test(kind)
    ? 'higher'
    : /^(?:error|loss|distance|time|memory|latenc|cycle)/i.test(kind)
      ? 'lower'
      : undefined;
  return { name: printed, better, printed };
}

/**
 * The everyday word for what a caption reports, for tables of which nothing says more: games and tasks of agents have
 * scores, returns and rewards, forecasts a mean error. Undefined if the caption has none.
 */
export function plainScoreIn(caption: string): NamedMetric | undefined {
  const [, printed] =
    /\b((?:(?:average|mean|median|normali[sz]ed|episodic?|final|evaluation) )?(?:scores?|returns?|rewards?)|(?:average|mean|median) \p{L}+ errors?)\b/iu.exec(
      caption.slice(0, 600),
    ) ?? [];
  const name = printed?.replace(/s$/i, '');
  const isMeasured = metricsIn(caption).some((metric) => !isMetricFact(metric.name, 'cost'));
  return name === undefined || isMeasured
    ? undefined
    : { name, better: /error$/i.test(name) ? 'lower' : 'higher', printed: name };
}

/**
 * One of the metrics of a caption that no headers name: that with its unit or its direction behind it, as what is listed
 * has, otherwise the first. Undefined if there is none.
 */
export function oneOfSeveral(caption: string, headed: ReadonlySet<string>): NamedMetric | undefined {
  const told = metricsIn(caption).filter(({ name }) => !headed.has(name) && !isMetricFact(name, 'cost'));
  const isMarked = ({ printed }: NamedMetric): boolean =>
    /^\s\([%↑↓]/.test(caption.slice(caption.indexOf(printed) + printed.length));
  return told.find(isMarked) ?? told[0];
}
