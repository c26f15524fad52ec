/**
 * Short forms that an abstract gives a meaning of its own. ASR is a success rate
 * of attacks to one paper and speech recognition to the next; the paper says which.
 */
import { findMetric, isMetric } from '../../metrics';

const DEFINED = /\(([A-Z][A-Za-z]{1,5}?)s?\)/g;
/** How far back the words of a short form can reach. */
const REACH = 120;

/** What the last word of a measure's long form is. */
const MEASURE =
  /(?:rate|score|accuracy|error|ratio|index|coefficient|probability|precision|recall|quality|distance|latency|consistency|similarity|compliance|fidelity|time|cost|gain|loss|skill)s?$/i;

export interface ShortForms {
  /** Those that the lexicon takes for metrics and the text spells out as something else. */
  readonly others: ReadonlySet<string>;
  /** Those given to a measure: the TCR of "task completion rate (TCR)" is one wherever it stands. */
  readonly measures: ReadonlySet<string>;
}

/** The short forms that `text` spells out in front of a bracket with them. */
export function shortForms(text: string): ShortForms {
  const others = new Set<string>();
  const measures = new Set<string>();
  for (const { 1: short = '', index } of text.matchAll(DEFINED)) {
    const words = text
      .slice(Math.max(0, index - REACH), index)
      .split(/[\s-]+/)
      .filter((word) => word !== '')
      .slice(-short.length);
    const initials = words.map((word) => word.charAt(0)).join('');
    if (initials.toLowerCase() !== short.toLowerCase()) continue;
    if (isMetric(short) && !findMetric(words.join(' '))) others.add(short);
    // "Focal Loss (FL)" is a method.
    const last = words.at(-1) ?? '';
    if (last !== 'Loss' && MEASURE.test(last)) measures.add(short);
  }
  return { others, measures };
}
