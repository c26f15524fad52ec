/** Numbers of a rival: people who win, and the one whose result a bracket tells. */
import type { ResultRole } from '../../paper';
import { phrase, type Context } from '../sentence/context';

/** Whose the number is where a rival of the paper is the subject of a verb of winning; undefined where none is. */
export function rivalWins(context: Context, at: number): ResultRole | undefined {
  const clause = context.clauses[at];
  for (let verb = Math.max(1, at - 12); verb < at + 8; verb += 1) {
    if (context.clauses[verb] !== clause || !WINS.test(context.tokens[verb]?.lower ?? '')) continue;
    let subject = verb - 1;
    while (subject >= 0 && verb - subject < 14 && !/^[,;]$/.test(context.tokens[subject]?.text ?? '')) {
      if (isRival(context, subject)) return at < verb ? 'baseline' : 'own';
      subject -= 1;
    }
  }
  return undefined;
}

const WINS = /^(?:outperform(?:s|ed)?|surpass(?:es|ed)?|exceed(?:s|ed)?)$/;

/** People, as the subject of a sentence: not what is measured against them. */
function isRival(context: Context, index: number): boolean {
  return (
    /^(?:humans?|experts?|radiologists?|physicians?|clinicians?|dermatologists?|pathologists?|readers)$/.test(
      context.tokens[index]?.lower ?? '',
    ) &&
    (index === 0 ||
      /^(?:,|while|but|and|that|the|where|whereas|however|;)$/.test(context.tokens[index - 1]?.lower ?? ''))
  );
}

/** "compares well with earlier results on A (0.63)": the bracket behind what one is compared with is the other's. */
export function besideRival(context: Context, at: number): boolean {
  let open = at - 1;
  while (open > at - 9 && context.tokens[open]?.text !== '(') open -= 1;
  if (context.tokens[open]?.text !== '(') return false;
  const before = phrase(context, open - 10, open);
  // "A does as well as the best encoder (RoBERTa with a mean F1 of 0.86)".
  if (/\bas (?:well|good|accurate) as (?:(?!and |but |while )[^\s,;]+ ){0,6}\S+$/.test(before)) return true;
  if (at - open > 4) return false;
  // "an improvement over the plain encoder (94.6% F1)", a level by the metric in the same bracket.
  const isLevel =
    (context.mentionOf.has(at + 1) || context.mentionOf.has(at - 1)) &&
    context.tokens.slice(0, open).some((token) => token.kind === 'number');
  if (
    isLevel &&
    /\b(?:improvement|gain|increase|advantage)s? (?:over|upon|on|against) (?:(?!and |but |while )\S+ ){0,6}\S+$/.test(
      before,
    )
  )
    return true;
  if (
    !context.mentionOf.has(open - 1) &&
    /\b(?:match(?:es|ed|ing)|approaching|rival(?:s|l?ed|l?ing)) (?:(?!and |but |while |with )\S+ ){0,6}\S+$/.test(
      before,
    ) &&
    !/[,;]/.test(before.slice(before.search(/\b(?:match(?:es|ed|ing)|approaching|rival)/)))
  )
    return true;
  return (
    /\b(?:compar(?:es|able|ably)|on par|competitive|similar|close)(?: \w+)? (?:with|to) (?:(?!and |but |while )\S+ ){0,6}\S+$/.test(
      before,
    ) && !/[,;]/.test(before)
  );
}

/** "even the best model achieves only 33%": said before the paper speaks of itself, of those it sets out to better. */
export function fallsShort(context: Context, at: number): boolean {
  return /\b(?:(?:only|barely) (?:achieve|reach|attain|score)|(?:achieve|reach|attain|score)s? (?:only|just|merely))\b(?!.*[,;])/.test(
    phrase(context, at - 8, at),
  );
}

/** "conventional networks such as A (86%) outperform B (64%)": who wins is the finding of the paper. */
export function isWinner(context: Context, at: number): boolean {
  const end = Math.min(context.tokens.length, at + 14);
  for (let index = at + 1; index < end && context.clauses[index] === context.clauses[at]; index += 1)
    if (/^(?:outperform|surpass|exceed|beat)(?:e?s|ed)?$/.test(context.tokens[index]?.lower ?? ''))
      return context.tokens[at + 1]?.text === ')';
  return false;
}
