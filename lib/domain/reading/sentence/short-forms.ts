/**
 * Short forms that an abstract defines itself. ASR is the success rate of attacks in one paper and speech
 * recognition in the next; the abstract says which.
 */
import { findMetric, isMetric } from '../../metrics';

const DEFINED = /\(([A-Z][A-Za-z]{1,5}?)s?\)/g;
/** How many characters before its bracket the long form of a short form can begin. */
const REACH = 120;

/** Last words of the long forms of measures. */
const MEASURE =
  /(?:rate|score|accuracy|error|ratio|index|coefficient|probability|precision|recall|quality|distance|latency|consistency|similarity|compliance|fidelity|time|cost|gain|loss|skill)s?$/i;

/** What one abstract says about its short forms. */
export interface ShortForms {
  /** Short forms that the lexicon takes for metrics but the text defines as something else. */
  readonly others: ReadonlySet<string>;
  /**
   * Short forms defined as a measure: the TCR of "task completion rate (TCR)" is one everywhere in the
   * abstract.
   */
  readonly measures: ReadonlySet<string>;
}

const isShortOf = (words: readonly string[], short: string): boolean =>
  words
    .map((word) => word.charAt(0))
    .join('')
    .toLowerCase() === short.toLowerCase();

/** The short forms that `text` spells out before a bracket that holds them. */
export function shortForms(text: string): ShortForms {
  const others = new Set<string>();
  const measures = new Set<string>();
  DEFINED.lastIndex = 0;
  for (let found = DEFINED.exec(text); found; found = DEFINED.exec(text)) {
    const { 1: short = '', index } = found;
    const before = text
      .slice(Math.max(0, index - REACH), index)
      .split(/[\s-]+/)
      .filter((word) => word !== '');
    const words = before.slice(-short.length);
    if (!isShortOf(words, short)) {
      // "mean arterial blood pressure (MAP)" leaves a word out.
      const longer = before.slice(-short.length - 1);
      const isOther = isMetric(short) && longer.some((_, out) => isShortOf(longer.toSpliced(out, 1), short));
      if (isOther && !findMetric(longer.join(' '))) others.add(short);
      continue;
    }
    if (isMetric(short) && !findMetric(words.join(' '))) others.add(short);
    // "Focal Loss (FL)" is a method.
    const last = words.at(-1) ?? '';
    if (last !== 'Loss' && MEASURE.test(last)) measures.add(short);
  }
  return { others, measures };
}
