/** Whether a number is the paper's own or that of what it is compared with. */
import type { ResultKind, ResultRole } from '../paper';
import { phrase, type Context } from './context';
import type { FromTo } from './groups';
import { ACHIEVE_VERBS, BASELINE_WORDS, BEAT_VERBS, CHANGE_VERBS, OWN_WORDS, REACH_VERBS } from './words';

const COMPARING = /^(?:vs|versus|than|against|compared|comparing|relative|unlike)$/;

/**
 * The role of the number at `at`. A change is always the paper's finding; the
 * first end of "from A to B" and what follows "vs." or "compared to" is the
 * other side's, up to the next clause that speaks of the paper's own system.
 */
export function findRole(
  context: Context,
  at: number,
  kind: ResultKind,
  pairs: readonly FromTo[],
): ResultRole {
  if (pairs.some((pair) => pair.from === at)) return 'baseline';
  if (pairs.some((pair) => pair.to === at)) return 'own';
  if (kind === 'change' || kind === 'ratio') return 'own';
  // "improving accuracy by up to 47%": a limit on a change.
  const token = context.tokens[at];
  const isFactor = token?.kind === 'number' && /^(?:times|magnitude|fraction)$/.test(token.number.form);
  if (kind === 'bound' && isFactor) return 'own';
  if (kind === 'bound' && /\bby\b/.test(phrase(context, at - 5, at))) return 'own';
  // "0.63 vs. 0.11": the first is whose case is made.
  if (/^(?:vs|versus)$/.test(context.tokens[at + 1]?.lower ?? '')) return 'own';
  if (ownerBeaten(context, at) || followsComparison(context, at)) return 'baseline';
  if (kind === 'bound') return 'own';
  return ownedByBaseline(context, at) ? 'baseline' : 'own';
}

/** "… 0.81 vs. 0.75", "… compared to 0.75 for U-Net", "outperforming U-Net (0.75". */
function followsComparison(context: Context, at: number): boolean {
  // "better than A for this task with 0.9": behind the task the sentence is back with its subject.
  let resumed = false;
  let placed = false;
  for (let index = at - 1; index >= 0 && at - index < 26; index -= 1) {
    const token = context.tokens[index];
    const lower = token?.lower ?? '';
    if (lower === 'with' && context.tokens[index + 1]?.kind === 'number') resumed = true;
    else if (resumed && /^(?:for|on|in)$/.test(lower)) placed = true;
    if (lower === 'than' && placed) return false;
    // "higher than any other, with 0.9": after the comma the sentence is back with its subject.
    if (token?.text === ',' && resumesSubject(context.tokens[index + 1]?.lower ?? '')) return false;
    if (COMPARING.test(lower)) {
      // "more than 90%" is a limit; "than" right before the number after a comparative compares nothing.
      if (lower === 'than')
        return (
          !/^(?:more|less|greater|fewer|higher|lower|better|worse)$/.test(
            context.tokens[index - 1]?.lower ?? '',
          ) || !/^(?:a |an |the |about )?$/.test(`${phrase(context, index + 1, at)} `.trimStart())
        );
      if (lower === 'compared' && index === 0) return false;
      return true;
    }
    if (
      token?.text === '(' &&
      !context.mentionOf.has(index - 1) &&
      BEAT_VERBS.has(context.tokens[verbBefore(context, index)]?.lower ?? '')
    )
      return true;
    if (
      token?.text === ';' ||
      OWN_WORDS.has(lower) ||
      (REACH_VERBS.has(lower) && !/^(?:with|is|was|are|were|has|had|have|using|use)$/.test(lower))
    )
      return false;
    // A bracket closed in between ends what it said.
    if (
      token?.text === ')' &&
      phrase(context, Math.max(0, index - 12), index).includes('vs') &&
      index < at - 1
    )
      return false;
  }
  return false;
}

function resumesSubject(lower: string): boolean {
  return (
    /^(?:with|our|we|it)$/.test(lower) ||
    CHANGE_VERBS.has(lower) ||
    BEAT_VERBS.has(lower) ||
    ACHIEVE_VERBS.has(lower)
  );
}

/** "surpassing FUSegNet's 45%": the number belongs to the one that is beaten. */
function ownerBeaten(context: Context, at: number): boolean {
  if (!/'s?$/.test(context.tokens[at - 1]?.text ?? '')) return false;
  return [2, 3, 4, 5].some((back) => BEAT_VERBS.has(context.tokens[at - back]?.lower ?? ''));
}

function verbBefore(context: Context, at: number): number {
  let index = at - 1;
  while (index > at - 8 && index > 0 && !BEAT_VERBS.has(context.tokens[index]?.lower ?? '')) {
    if (
      context.tokens[index]?.kind === 'number' ||
      /^(?:by|,|with|and)$/.test(context.tokens[index]?.lower ?? '')
    )
      return -1;
    index -= 1;
  }
  return index;
}

/** "the baseline achieves 0.7", "human performance of 88%", "previous best (0.7)": the subject is another's. */
function ownedByBaseline(context: Context, at: number): boolean {
  const clause = context.clauses[at];
  for (let index = at - 1; index >= 0 && at - index < 18; index -= 1) {
    if (context.clauses[index] !== clause) return false;
    const token = context.tokens[index];
    const lower = token?.lower ?? '';
    // "…, achieving 0.9": the subject is that of the sentence, not the noun before the comma.
    if (REACH_VERBS.has(lower) && lower.endsWith('ing')) return false;
    if (OWN_WORDS.has(lower) || BEAT_VERBS.has(lower) || token?.text === ')') return false;
    if (token?.kind === 'number') return false;
    if (!BASELINE_WORDS.has(lower)) continue;
    // "comparable with local pathologists' accuracy of 86.6%": theirs by the possessive.
    if (/^'s?$/.test(context.tokens[index + 1]?.text ?? '')) return true;
    // "our trained baseline reaches", "our expert system": the paper's own.
    if (/\bour\b/.test(phrase(context, index - 3, index))) return false;
    // "human evaluation", "expert annotations": a way to measure, not a rival.
    if (
      /^(?:evaluat|stud|annotat|preference|judg|rat|feedback|assess|motion|pose|agreement|label|align|review)/.test(
        context.tokens[index + 1]?.lower ?? '',
      )
    )
      continue;
    const before = context.tokens[index - 1]?.lower ?? '';
    if (BEAT_VERBS.has(before) || /^match(?:es|ed|ing)?$/.test(before)) return false;
    // "over the best baseline", "on par with experts", "expert-annotated set", "agreement with radiologists": named as the measure, not as the owner.
    if (
      /^(?:over|with|than|to|by|between|for|on|against|of|from|among|beyond|new|all|in|and|the best)$/.test(
        before,
      )
    )
      return false;
    if (
      /^(?:over|with|than|to|by|between|for|on|against|of|from|among|all)$/.test(
        context.tokens[index - 2]?.lower ?? '',
      )
    )
      return false;
    return true;
  }
  return false;
}
