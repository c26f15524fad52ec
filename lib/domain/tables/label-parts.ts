/** The parts of headers that name two things: data with a metric, or the heads of rows and of columns. */
import { findMetric, isMetric, type Metric } from '../metrics';
import { bare, cleanLabel, isAverageLabel, isDataHead, isSystemHead, unitIn } from './labels';

/** The parts of a corner divided by a line: the head of the rows, then that of the columns; also "Model/Dataset". */
export function cornerParts(text: string): readonly string[] {
  const [rows = '', columns = '', more] = text.split('/').map((part) => part.trim());
  const areHeads = more === undefined && isSystemHead(rows) && isDataHead(columns);
  return areHeads ? [rows, columns] : text.split(' \\ ').map((part) => part.trim());
}

/** The metric in brackets in a label: "All Tasks (WR)". */
export function bracketMetric(label: string): Metric | undefined {
  const [, inside = ''] = /\(([^()]{1,30})\)/.exec(label) ?? [];
  return inside === '' || isAverageLabel(inside) ? undefined : findMetric(inside.replace(/\.$/, ''));
}

/** The short word in brackets at the end of a label, which is no unit: "TGC" of "AppWorld (TGC)". */
export const bracketOf = (label: string): string | undefined =>
  unitIn(label) === undefined ? /\s\((\p{Lu}[\p{L}\d@-]{1,12})\)$/u.exec(cleanLabel(label))?.[1] : undefined;

/** Words before a metric that make another metric of it, and name no data. */
const VARIANT =
  /^(?:macro|micro|weighted|balanced|mean|average|avg|overall|total|max|min|peak|median|best|final|first|last|initial|top|box|mask|exact|partial|strict|relative|absolute|normali[sz]ed|train(?:ing)?|inference|val(?:idation)?|test|word|char(?:acter)?|token|sentence|pixel|image|frame|clip|zero|few|one)\b/i;

/** Splits a label that names data and then a metric: "Set5 PSNR". Any other label is the metric as it is. */
export function splitLabel(label: string): { readonly metric: string; readonly data?: string | undefined } {
  const name = cleanLabel(label);
  const words = bare(label).split(' ');
  const last = words.at(-1) ?? '';
  const data = words.slice(0, -1);
  const isNamed =
    data.some((word) => /\p{Lu}.*[\p{Lu}\d]|\d.*\p{Lu}/u.test(word)) && /^\p{Lu}/u.test(data[0] ?? '');
  const whole = findMetric(words.join(' '));
  const isOneForm = whole !== undefined && whole.name !== findMetric(last)?.name;
  // "ROC AUC" and "PR AUC" say below which curve.
  const isOfCurve = /^AUC$/i.test(last) && data.some((word) => /^(?:ROC|PRC?)$/.test(word));
  if (
    !isNamed ||
    isOneForm ||
    isOfCurve ||
    VARIANT.test(data.join(' ')) ||
    findMetric(last) === undefined ||
    data.some((word) => findMetric(word))
  )
    return { metric: name };
  const written = data.join(' ');
  return { metric: name.slice(name.indexOf(last, written.length)), data: written.replace(/:$/, '') };
}

/** The metric at the end of a label of two or three words and what stands before it: "Referral", "F1"; else undefined. */
export function endOfLabel(label: string): { readonly metric: string; readonly data: string } | undefined {
  const words = bare(label).split(' ');
  const data = words.slice(0, -1).join(' ');
  const metric = words.at(-1) ?? '';
  const isSplit =
    words.length > 1 &&
    words.length < 4 &&
    isMetric(metric) &&
    !VARIANT.test(data) &&
    !isMetric(words.join(' '));
  return isSplit && /^\p{Lu}\p{Ll}/u.test(data) && !findMetric(data) ? { metric, data } : undefined;
}

/**
 * The metrics with which names of systems end, by name, each shared by several: "AP" of "GPU AP" and "NPU AP". Their units
 * stay with them.
 */
export function metricEndings(names: readonly string[]): ReadonlyMap<string, string> {
  const ends = names.flatMap((text) => {
    const name = cleanLabel(text);
    const [, end = ''] = /[\s_](\S+(?:\s?\([^()]{1,6}\))?)$/u.exec(name) ?? [];
    return isMetric(bare(end)) && !VARIANT.test(name) ? [[name, end] as const] : [];
  });
  return new Map(ends.filter(([, end]) => ends.filter(([, other]) => other === end).length > 1));
}
