/** A sentence in the form in which the lexicon of metrics compares it: word by word, compounds split. */
import { mayBeginMetric, metricWords, singular } from '../../metrics';
import type { Token } from '.';
import { remember } from './word-table';

/** The words of a sentence as the lexicon compares them, each with the index of its token. */
export interface Words {
  readonly words: readonly string[];
  readonly printed: readonly string[];
  readonly owner: readonly number[];
  /** Places at which a metric of the lexicon may begin; nearly all others can be skipped. */
  readonly openings: readonly number[];
}

/** A printed word as the lexicon compares it. */
const partsOf = remember((text) => {
  const words = /[-_]/.test(text) ? metricWords(text) : [singular(text.toLowerCase())];
  // No acronym is found inside a compound: the CD of "CLOG-CD" is not a distance. "macro-mAP" is the
  // exception.
  const printed = /^m[ai]cro-/i.test(text) ? text.slice(6) : text;
  const [first = '', ...rest] = words;
  return {
    text,
    printed,
    first,
    mayBegin: mayBeginMetric(first, printed),
    rest: rest.map((word) => ({ word, mayBegin: mayBeginMetric(word, printed) })),
  };
});

/** The words of all tokens, in order. */
export function flatten(tokens: readonly Token[]): Words {
  const words: string[] = [];
  const printed: string[] = [];
  const owner: number[] = [];
  const openings: number[] = [];
  tokens.forEach((token, index) => {
    // "Fleiss' kappa": the apostrophe after a name in s does not separate words.
    if (
      token.text === "'" &&
      printed.at(-1)?.endsWith('s') === true &&
      tokens[index - 1]?.end === token.start
    )
      return;
    if (token.kind !== 'word') {
      // A mark or number separates words, so that no name is read across it; a bare "95" can be part of a
      // name.
      words.push(token.kind === 'number' && /^\d+$/.test(token.text) ? token.text : '\u0000');
      printed.push(token.text);
      owner.push(index);
      return;
    }
    const { printed: own, first, mayBegin, rest } = partsOf(token);
    if (mayBegin) openings.push(words.length);
    words.push(first);
    printed.push(own);
    owner.push(index);
    for (const part of rest) {
      if (part.mayBegin) openings.push(words.length);
      words.push(part.word);
      printed.push(own);
      owner.push(index);
    }
  });
  return { words, printed, owner, openings };
}
