/** Whether a number is the paper's own or that of what it is compared with. */
import type { ResultKind, ResultRole } from '../../paper';
import { phrase, type Context } from '../sentence/context';
import { isModifier } from '../sentence/mention';
import { isChange, isSurpassed } from './kinds';
import { besideRival, isWinner, rivalWins } from './rivals';
import { numberGroup, type FromTo } from '../sentence/groups';
import {
  ACHIEVE_VERBS,
  BASELINE_WORDS,
  BEAT_VERBS,
  CHANGE_VERBS,
  CLAUSE_WORDS,
  OWN_WORDS,
  REACH_VERBS,
} from '../sentence/words';

const COMPARING = /^(?:vs?|versus|than|against|compared|comparing|relative|unlike)$/;

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
  if (isSurpassed(context, at) || isLabelledBaseline(context, at)) return 'baseline';
  if (kind === 'change' || kind === 'ratio') return 'own';
  // "improving accuracy by up to 47%": a limit on a change.
  const token = context.tokens[at];
  const isFactor = token?.kind === 'number' && /^(?:times|magnitude|fraction)$/.test(token.number.form);
  if (kind === 'bound' && token?.kind === 'number' && (isFactor || isChange(context, at, token.number)))
    return 'own';
  if (kind === 'bound' && /\bby\b/.test(phrase(context, at - 5, at))) return 'own';
  // "0.63 vs. 0.11": the first is whose case is made.
  if (/^(?:vs?|versus)$/.test(context.tokens[at + 1]?.lower ?? '')) return 'own';
  // "readers (0.51) outperformed the best model (0.35)": where the rival wins, the one beaten is the paper's.
  const rival = rivalWins(context, at);
  if (rival) return rival;
  if (
    isFormerBest(context, at) ||
    ownerBeaten(context, at) ||
    besideRival(context, at) ||
    followsComparison(context, at)
  )
    return 'baseline';
  if (kind === 'bound') return 'own';
  return ownedByBaseline(context, at) && !isWinner(context, at) ? 'baseline' : 'own';
}

/** "0.24 (baseline)", "above the 50% random baseline". */
function isLabelledBaseline(context: Context, at: number): boolean {
  // "27.5 dB and SSIM of 0.65 for a baseline model".
  if (/^(?:and (?:an? )?\S+ of \S+ )?for (?:an?|the) baseline\b/.test(phrase(context, at + 1, at + 8)))
    return true;
  return /^(?:\( (?:the )?(?:\S+ )?baseline \)|(?:(?:random|chance|majority|zero-shot) )?baseline(?: [.,;:)]| (?:and|or|to|for|on)\b|$))/.test(
    phrase(context, at + 1, at + 6),
  );
}

const REFERENCE =
  /^(?:the )?(?:(?:human|expert|manual|clinical|radiologist) (?:annotations?|labels?|ratings?|judge?ments?)|ground[ -]truth)\b/;

/** "… 0.81 vs. 0.75", "… compared to 0.75 for U-Net", "outperforming U-Net (0.75". */
function followsComparison(context: Context, at: number): boolean {
  // "better than A for this task with 0.9": behind the task the sentence is back with its subject.
  let resumed = false;
  let placed = false;
  for (let index = at - 1; index >= 0 && at - index < 26; index -= 1) {
    // What a closed bracket says ends with it.
    if (context.tokens[index]?.text === ')') {
      // "outperforming A (0.22) and B (0.25)": unless a list goes on behind it.
      const goesOn =
        /^(?:,|and)$/.test(context.tokens[index + 1]?.lower ?? '') && context.tokens[index + 3]?.text === '(';
      const open = openOf(context, index);
      if (goesOn && isRivalsBracket(context, open + 1)) return true;
      index = open;
    }
    const token = context.tokens[index];
    const lower = token?.text === 'VS' ? '' : (token?.lower ?? '');
    if (lower === 'with' && context.tokens[index + 1]?.kind === 'number') resumed = true;
    else if (resumed && /^(?:for|on|in)$/.test(lower)) placed = true;
    if (lower === 'than' && placed) return false;
    // "higher than any other, with 0.9": after the comma the sentence is back with its subject.
    if (token?.text === ',' && resumesSubject(context.tokens[index + 1]?.lower ?? '')) return false;
    // "the distance versus the reference falls to 0.04": the verb leads back to the subject.
    if (
      /^(?:falls?|fell|drops?|dropped|rises?|rose)$/.test(lower) &&
      context.tokens[index + 1]?.lower === 'to'
    )
      return false;
    if (COMPARING.test(lower)) {
      // "accuracy against human annotations": what tells right from wrong.
      if (lower === 'against' && REFERENCE.test(phrase(context, index + 1, index + 4))) continue;
      // "more than 90%" is a limit; "than" right before the number after a comparative compares nothing.
      if (lower === 'than')
        return (
          !/^(?:more|less|greater|fewer|higher|lower|better|worse)$/.test(
            context.tokens[index - 1]?.lower ?? '',
          ) ||
          !/^(?:a |an |the |about |~ |us \$ |us\$ |\$ )?$/.test(
            `${phrase(context, index + 1, at)} `.trimStart(),
          )
        );
      // "a win rate of 0.3 against Aton and 0.7 on Surrey": the rival ended with "and".
      if (lower === 'against' && context.tokens[at - 1]?.lower === 'and' && index < at - 2) return false;
      // "Compared to the solver that needs 19 minutes, ours …": theirs up to the comma.
      if (lower === 'compared' && index === 0)
        return !context.tokens.slice(0, at).some((one) => one.text === ',');
      return true;
    }
    if (token?.text === '(' && isRivalsBracket(context, index)) return true;
    if (
      token?.text === ';' ||
      OWN_WORDS.has(lower) ||
      (REACH_VERBS.has(lower) && !/^(?:with|is|was|are|were|has|had|have|using|use)$/.test(lower))
    )
      return false;
    // "compared to 158 mm, while keeping a recall of 0.79": back with the subject.
    if (CLAUSE_WORDS.has(lower) && context.tokens[index + 1]?.lower.endsWith('ing') === true) return false;
  }
  return false;
}

/** "outperforming U-Net (": the bracket at `open` stands behind the one that is beaten. */
function isRivalsBracket(context: Context, open: number): boolean {
  const owner = context.tokens[open - 1]?.lower ?? '';
  return (
    !context.mentionOf.has(open - 1) &&
    // "ours leads (0.9)": nobody stands between the verb and the bracket.
    !BEAT_VERBS.has(owner) &&
    // "leads on completeness (0.9)": in what it leads.
    !/\blead(?:s|ing)? (?:on|in|with|at)\b/.test(phrase(context, open - 8, open)) &&
    !/^(?:metrics|measures|terms|tasks|datasets|benchmarks|settings)$/.test(owner) &&
    BEAT_VERBS.has(context.tokens[verbBefore(context, open)]?.lower ?? '')
  );
}

/** Just before the bracket that the one at `close` closes, or `close` where none is near. */
function openOf(context: Context, close: number): number {
  for (let index = close - 1; index > close - 30; index -= 1)
    if (context.tokens[index]?.text === '(') return index - 1;
  return close;
}

/** "surpassing the state-of-the-art accuracy of 91%", "the previous best score was 94%": what was best before. */
function isFormerBest(context: Context, at: number): boolean {
  const first = numberGroup(context, at)[0] ?? at;
  return (
    /\b(?:the|current|previous|prior|existing) (?:state-of-the-art|sota|best|record)(?: (?!with|of|to|in|on|by|and|,)\S+){0,4} (?:of|was|were|is|at|\()$/.test(
      phrase(context, first - 9, first),
    ) &&
    /\b(?:current|previous|prior|existing)\b|\b(?:surpass|exceed|beat|outperform|above|over|than)\w* the\b/.test(
      phrase(context, first - 11, first),
    )
  );
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
  // "surpassing the 77% of the other".
  if (context.tokens[at - 1]?.lower === 'the' && BEAT_VERBS.has(context.tokens[at - 2]?.lower ?? ''))
    return true;
  if (!/'s?$/.test(context.tokens[at - 1]?.text ?? '')) return false;
  return [2, 3, 4, 5].some((back) => BEAT_VERBS.has(context.tokens[at - back]?.lower ?? ''));
}

function verbBefore(context: Context, at: number): number {
  let index = at - 1;
  while (index > at - 10 && index > 0 && !BEAT_VERBS.has(context.tokens[index]?.lower ?? '')) {
    const token = context.tokens[index];
    // "Claude 3.5 Sonnet", "LoRA at rank 512": a number that ends a name or a setting.
    const isNamed =
      token?.kind === 'number' && token.number.form === 'bare' && isModifier(context.tokens[index - 1]);
    if (
      (token?.kind === 'number' && !isNamed) ||
      /^(?:by|,|with|and|across|over|in|for)$/.test(context.tokens[index]?.lower ?? '')
    )
      return -1;
    index -= 1;
  }
  return index;
}

/** "Compared with the baselines, ours reaches", "improves on the baseline, reaches": the comma at `comma` leads back to the subject. */
function endsAside(context: Context, comma: number): boolean {
  return (
    REACH_VERBS.has(context.tokens[comma + 1]?.lower ?? '') ||
    /^(?:compared|unlike|relative|against|beyond|over|versus|in|with|among|despite|without)$/.test(
      context.tokens[0]?.lower ?? '',
    )
  );
}

/** "the baseline achieves 0.7", "human performance of 88%", "previous best (0.7)": the subject is another's. */
function ownedByBaseline(context: Context, at: number): boolean {
  // "in line with experts (tau = 0.7)": whom one agrees with.
  const measure = context.mentionOf.get(at - 1) ?? context.mentionOf.get(at - 2);
  if (/correlation|tau$|kappa|^ICC$/.test(measure?.name ?? '')) return false;
  const clause = context.clauses[at];
  let hasVerb = false;
  for (let index = at - 1; index >= 0 && at - index < 18; index -= 1) {
    if (context.clauses[index] !== clause) return false;
    const token = context.tokens[index];
    const lower = token?.lower ?? '';
    // "…, achieving 0.9": the subject is that of the sentence, not the noun before the comma.
    if (REACH_VERBS.has(lower) && lower.endsWith('ing')) return false;
    hasVerb ||= REACH_VERBS.has(lower);
    if (token?.text === ':' || (hasVerb && token?.text === ',' && endsAside(context, index))) return false;
    // "outperforms the baselines with only 3.6M": what the subject makes do with.
    if (lower === 'with' && /^(?:only|just|merely)$/.test(context.tokens[index + 1]?.lower ?? ''))
      return false;
    if (OWN_WORDS.has(lower) || BEAT_VERBS.has(lower) || token?.text === ')') return false;
    if (token?.kind === 'number') return false;
    if (!BASELINE_WORDS.has(lower)) continue;
    // "comparable with local pathologists' accuracy of 86.6%": theirs by the possessive.
    if (/^'s?$/.test(context.tokens[index + 1]?.text ?? '')) return true;
    // "our trained baseline reaches", "our expert system": the paper's own.
    if (/\bour\b/.test(phrase(context, index - 3, index))) return false;
    // "human evaluation", "expert annotations": a way to measure, not a rival.
    // "aligns with human severity ratings".
    if (
      /^\S+ (?:ratings?|judg\w+|annotations?|preferences?|labels?)\b/.test(
        phrase(context, index + 1, index + 3),
      )
    )
      continue;
    if (
      /^(?:evaluat|stud|annotat|preference|judg|rat|feedback|assess|motion|pose|agreement|label|align|review|validat|verif|distribut|knowledge|curat|craft|oversight|intervention|correction|demonstration)/.test(
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
