/** Forms of known metrics that only headers and captions of tables print. */
import { isMetric } from '../metrics';
import type { Direction } from '../paper';

/**
 * The known metric of which a name prints a variant: "ARI" of "ARI0" (after how many steps), "LPIPS" of "Intra-LPIPS".
 * Undefined for all other names.
 */
export function baseMetric(name: string): string | undefined {
  const [, numbered, kind] = /^(?:(\p{Ll}*\p{Lu}{3,})\d|\p{Lu}\p{Ll}+-(\p{Lu}{3,}))$/u.exec(name) ?? [];
  const base = numbered ?? kind;
  return base !== undefined && isMetric(base) ? base : undefined;
}

/** The metric whose mean over classes a name is: "IoU" of "mIoU"; undefined for all others. */
export const overClasses = (name: string): string | undefined =>
  /^m(IoU|AP|Acc|Dice|DSC|F1)$/.exec(name)?.[1];

/** A header with the spaces that code writes as other signs: "goal_accuracy", "Top1". */
export const spacedOut = (label: string): string =>
  /^[a-z\d]+(?:_[a-z\d]+)+$/.test(label)
    ? label.replaceAll('_', ' ')
    : label
        .replace(/^(top)([15])$/i, '$1-$2')
        // "B.Acc", "Bal.Acc.": abbreviations without a space.
        .replace(/(?<=^\p{Lu}\p{Ll}{0,3})\.(?=\p{Lu}\p{Ll})/u, '. ');

/** Whether a header is a statistic that only measured quantities have: "p95 Delay", "Avg. Max Intensity". */
export const isOfStatistic = (name: string): boolean =>
  /^(?:p\d\d|(?:avg\.?|average|mean|median)\s(?:max(?:imum|imal)?|min(?:imum|imal)?|peak)\.?)\s\p{L}/iu.test(
    name,
  );

/** Short forms that are metrics in headers, by the better direction; in texts they stand for other things too. */
const SHORT: readonly (readonly [forms: RegExp, better: Direction])[] = [
  [
    /^(?:Rec|Sens|δ[1-3]|OA|GIoU|HV|ELBO|Validity|Uniqueness|Novelty|BWT|FWT|Sync-C|LSE-C|TNR|TAR|Solved|S-measure|Sα|Eϕ|F[βω]|HPSv2(?:\.1)?|ImageReward|CLIP-S|R-[12L]|(?:[Tt]est )?(?:LL\d?|[Ll]og-?[Ll]ikelihood))$/u,
    'higher',
  ],
  [
    /^(?:IGD|Lat|Mem|AIC|BIC|NFE|FRR|APCER|KLD|Violations?|Sq\.? ?Rel|bits\/dim|PAR-?2|Chamfer|Sync-D|LSE-D|bpp|LUTs?|DSPs?|BRAMs?|FFs?|Power|Area|Timeouts?|Crashes|Collisions)$/u,
    'lower',
  ],
];

/** The better direction of a header that is one of these short forms; undefined for all others. */
export const directionOfShort = (name: string): Direction | undefined =>
  SHORT.find(([forms]) => forms.test(name))?.[1];

/** What a header measures for each of something: "Time per epoch", "Tokens/issue"; empty for all others. */
export const measuredPer = (name: string): string => /^(.{2,30}?)(?: per |\/)\p{L}/u.exec(name)?.[1] ?? '';

/** Whether a header ends with a unit of time, memory, power or speed in brackets, or with one behind a slash: "ARD/%". */
export const hasCostUnit = (label: string): boolean =>
  /(?:[([](?:[µumn]?s|sec(?:onds?)?|min(?:utes?)?|h(?:ours?|rs)?|[KMG]i?B|[mk]?W|[mk]?J|kWh|USD|[$€¢]|\p{L}{1,8}\/(?:s|sec|min|h|day|q|query|step|it(?:er)?|epoch|frame|im(?:a)?ge?|sample|token|W)(?:\/W)?)[)\]]|\p{L}\s?\/\s?(?:%|m?s))$/u.test(
    label.trim(),
  );

/** Whether a short form that ends as those of rates do is a task: of recognition, of composed retrieval. */
export const isTaskForm = (name: string): boolean => /^(?:ASR|NER|OCR|SER|CIR)$/.test(name);

/** Whether a header is a share of what happened, and not of what was set: "On-time rate". */
export const isShareOf = (name: string): boolean =>
  /^(?!(?:learning|dropout|sampl\p{L}+|frame|mask\p{L}*|noise|bit|prun\p{L}+|missing|drop|decay|mutation|crossover|update|label\p{L}*|compression|data|training|keep|poison\p{L}*|participation|initial)\b)\p{L}[\p{L} -]*\s(?:rate|share|percentage|fraction|probability)$/iu.test(
    name,
  );
