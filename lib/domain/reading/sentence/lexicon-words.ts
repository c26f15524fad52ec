/** A sentence in the form in which the lexicon of metrics compares it: word by word, compounds split. */
import type { Token } from '.';
import { lexiconParts } from './lexicon-parts';
import { remember } from './word-table';
import { isOf, TRAIT } from './word-traits';

/** The words of a sentence as the lexicon compares them, each with the index of its token. */
export interface Words {
  readonly words: readonly string[];
  readonly printed: readonly string[];
  readonly owner: readonly number[];
  /** Places at which a metric of the lexicon may begin; nearly all others can be skipped. */
  readonly openings: readonly number[];
}

const partsOf = remember(lexiconParts);

/** The words of the tokens in order, from the first one on at which a metric may begin. */
export function flatten(tokens: readonly Token[]): Words {
  const words: string[] = [];
  const printed: string[] = [];
  const owner: number[] = [];
  const openings: number[] = [];
  let hasBegun = false;
  tokens.forEach((token, index) => {
    hasBegun ||= isOf(token, TRAIT.opensMetric);
    if (!hasBegun) return;
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
    const { printed: own, parts } = partsOf(token);
    for (const { word, mayBegin } of parts) {
      if (mayBegin) openings.push(words.length);
      words.push(word);
      printed.push(own);
      owner.push(index);
    }
  });
  return { words, printed, owner, openings };
}
