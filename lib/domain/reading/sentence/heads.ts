/** Measures that no lexicon knows, by the noun that heads their name: "iatrogenic-edit rate". */
import type { Token } from '.';
import { isModifier, isPartOfScore, type MetricMention } from './mention';
import { isOf, TRAIT } from './word-traits';
import { HEAD_NOUNS } from './words';

/**
 * Words that start a metric's name. "the teacher's dialogue quality" begins after the owner, but "Youden's
 * index" includes it; "solve time", "use time" and "match score" count as nouns.
 */
const qualifiesHead = (token: Token | undefined): boolean =>
  /^(?:solve|use|match|margin|drop)$/.test(token?.lower ?? '') ||
  (isModifier(token) && !/^\p{Ll}.*'s$/u.test(token?.text ?? ''));

/** Adjectives of a gain that do not say in what. */
const SAYS_NOTHING =
  /^(?:largest|biggest|practical|minimal|consistent|maximal|clear|strong|main|additional|big)$/i;

/** A short form with a cut-off. */
const CUT_OFF = /^\p{L}{2,12}@\d{1,4}$/u;

/** The measures that `tokens` name by a head noun or a cut-off, outside the tokens that are `taken`. */
export function findHeads(tokens: readonly Token[], taken: ReadonlySet<number>): MetricMention[] {
  const found: MetricMention[] = [];
  tokens.forEach((token, index) => {
    if (!isOf(token, TRAIT.heads)) return;
    // "mLSR values of the best": a capitalised short form that has values is a measure.
    const short = index > 0 ? tokens[index - 1] : undefined;
    if (
      (token.lower === 'value' || token.lower === 'values') &&
      !taken.has(index - 1) &&
      /^\p{L}?\p{Lu}{2,4}$/u.test(short?.text ?? '')
    ) {
      found.push({ name: short?.text ?? '', known: false, from: index - 1, to: index + 1 });
      return;
    }
    if (token.kind !== 'word' || taken.has(index)) return;
    // "promo@5 reaches 0.57": a short form with a cut-off is a measure.
    if (token.text.includes('@') && CUT_OFF.test(token.text))
      found.push({ name: token.text, known: false, from: index, to: index + 1 });
    if (!HEAD_NOUNS.has(token.lower)) return;
    let from = index;
    while (
      from > 0 &&
      index - from < 3 &&
      (qualifiesHead(tokens[from - 1]) || isPartOfScore(tokens, from - 1, index)) &&
      !taken.has(from - 1)
    )
      from -= 1;
    // ", revealing conflict rates": a verb.
    if (tokens[from]?.lower.endsWith('ing') && tokens[from - 1]?.text === ',' && from < index - 1) from += 1;
    // "the baseline flip rate" is a flip rate.
    if (tokens[from]?.lower === 'baseline' && from < index - 1) from += 1;
    if (from === index) return;
    // "+5% in technical queries": names where.
    if (/^(?:queries|calls)$/.test(token.lower) && /^(?:in|on|for)$/.test(tokens[from - 1]?.lower ?? ''))
      return;
    // "across all masking ratios": names what was varied.
    if (/^(?:across|all|various|different|multiple|every|each)$/.test(tokens[from - 1]?.lower ?? '')) return;
    // "where models score 24%", "variants gain 3 points", "our tutor scores 4.8": these are verbs.
    const limited = /^(?:only|just|about|below|above|under|over|at|around|nearly|between)$/.test(
      tokens[index + 1]?.lower ?? '',
    );
    if (token.lower === 'scores' && tokens[limited ? index + 2 : index + 1]?.kind === 'number') return;
    if (
      /^(?:scores?|gain|cost|delay|load|rate)$/.test(token.lower) &&
      /[^s]s$/.test(tokens[index - 1]?.lower ?? '')
    )
      return;
    // "Aton-2 gains only 1.8 points": a verb behind a name. "largest gains": what gained is not said.
    if (/^gains?$/.test(token.lower)) {
      const before = tokens[index - 1]?.text ?? '';
      const isVerb =
        tokens[index + 1]?.kind === 'number' ||
        /^(?:only|up|about|over)$/.test(tokens[index + 1]?.lower ?? '');
      if ((isVerb && /\d/.test(before)) || SAYS_NOTHING.test(before)) return;
    }
    // "performance gains" means the same as "gains".
    if (/^(?:gains?|differences?|spread)$/.test(token.lower) && tokens[index - 1]?.lower === 'performance')
      return;
    const name = tokens.slice(from, index + 1).map((part) => part.text);
    found.push({ name: name.join(' '), known: false, from, to: index + 1 });
  });
  return found;
}
