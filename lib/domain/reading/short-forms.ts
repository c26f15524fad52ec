/**
 * Short forms that an abstract gives a meaning of its own. ASR is a success rate
 * of attacks to one paper and speech recognition to the next; the paper says which.
 */
import { findMetric, isMetric } from '../metrics';

const DEFINED = /\(([A-Z][A-Za-z]{1,5}?)s?\)/g;
/** How far back the words of a short form can reach. */
const REACH = 120;

/** Short forms that the lexicon takes for metrics and `text` spells out as something else. */
export function otherShortForms(text: string): ReadonlySet<string> {
  const others = new Set<string>();
  for (const found of text.matchAll(DEFINED)) {
    const short = found[1] ?? '';
    if (others.has(short) || !isMetric(short)) continue;
    const words = text
      .slice(Math.max(0, found.index - REACH), found.index)
      .split(/[\s-]+/)
      .filter((word) => word !== '')
      .slice(-short.length);
    const initials = words.map((word) => word.charAt(0)).join('');
    if (initials.toLowerCase() === short.toLowerCase() && !findMetric(words.join(' '))) others.add(short);
  }
  return others;
}

/** What the last word of a measure's long form is. */
const MEASURE =
  /(?:rate|score|accuracy|error|ratio|index|coefficient|probability|precision|recall|quality|distance|latency|consistency|similarity|compliance|fidelity|time|cost|gain|loss|skill)s?$/i;

/** Short forms that `text` gives to a measure: the TCR of "task completion rate (TCR)" is one wherever it stands. */
export function measureShortForms(text: string): ReadonlySet<string> {
  const measures = new Set<string>();
  for (const found of text.matchAll(DEFINED)) {
    const short = found[1] ?? '';
    const words = text
      .slice(Math.max(0, found.index - REACH), found.index)
      .split(/[\s-]+/)
      .filter((word) => word !== '')
      .slice(-short.length);
    const initials = words.map((word) => word.charAt(0)).join('');
    if (initials.toLowerCase() === short.toLowerCase() && MEASURE.test(words.at(-1) ?? ''))
      measures.add(short);
  }
  return measures;
}
