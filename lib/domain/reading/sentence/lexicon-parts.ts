/** A printed word in the form in which the lexicon of metrics compares it: compounds split, without plural. */
import { mayBeginMetric, metricWords, singular } from '../../metrics';

/** A part of a word, and whether a metric of the lexicon may begin with it. */
interface Part {
  readonly word: string;
  readonly mayBegin: boolean;
}

/** A word in its parts, of which a simple word has one. */
export interface Parts {
  readonly text: string;
  /** As the lexicon compares acronyms. */
  readonly printed: string;
  readonly parts: readonly Part[];
}

/** The parts of the printed word. */
export function lexiconParts(text: string): Parts {
  const words = /[-_]/.test(text) ? metricWords(text) : [singular(text.toLowerCase())];
  // No acronym is found inside a compound: the CD of "CLOG-CD" is not a distance. "macro-mAP" is the
  // exception.
  const printed = /^m[ai]cro-/i.test(text) ? text.slice(6) : text;
  return { text, printed, parts: words.map((word) => ({ word, mayBegin: mayBeginMetric(word, printed) })) };
}

/** True if a metric of the lexicon may begin with the word or a part of it. */
export const opensMetric = (text: string): boolean =>
  lexiconParts(text).parts.some(({ mayBegin }) => mayBegin);
