/** Numbers of rivals: what was best before, and those whose result a bracket gives. */
import { phrase, type Context } from '../../sentence/context';
import { beforeGroup, beyondSpread, numberGroup } from '../../sentence/groups';
import { BEAT_VERBS, OWN_WORDS } from '../../sentence/words';
import type { RoleFacts } from './role-rule';

/**
 * The token that opens the bracket around the number, at most `reach` tokens before it; undefined if there is
 * none.
 */
function bracketOf(context: Context, at: number, reach: number): number | undefined {
  let open = at - 1;
  while (open >= 0 && open > at - reach && !/^[()]$/.test(context.tokens[open]?.text ?? '')) open -= 1;
  return open >= 0 && context.tokens[open]?.text === '(' ? open : undefined;
}

const ALIKE =
  /\b(?:as (?:well|good|accurate) as|match(?:es|ed|ing)|approach(?:ed|ing|es (?=the ))|rival(?:s|l?ed|l?ing)|indistinguishable from|(?:in|su)ferior to|(?:compar(?:es|able|ably)|on par|competitive|similar|identical|close)(?: \w+)? (?:with|to)|(?:well|far|substantially|significantly|slightly|just) (?:above|below)|within [^\s,;]+ (?:points )?of) (?:(?!and |but |while |with )[^\s,;]+ ){0,8}[^\s,;:]+$/;
const GAIN_OVER =
  /\b(?:(?:improvement|gain|increase|advantage|margin)s? (?:of (?:more than |over |up to |about )?\d\S* )?(?:\( [^()]{1,60} \) )?(?:over|upon|on|against)|improv(?:e|es|ed|ing) (?:up)?on|improv(?:e|es|ed|ing) over|(?:\d[\d.]*[×x]|times) over) (?:(?!and |but |while )[^\s()]+ ){0,6}\S+$/;
const GAIN_OVER_MEASURE =
  /\b(?:improvement|gain|increase|advantage)s? (?:over|upon|on|against) (?:(?!and |but |while |with |by |to |from |for )[^\s(),;]+ ){1,6}of$/;

/**
 * True for the number in "matching the best of them (0.63)", "does as well as the best encoder (RoBERTa with a mean F1 of
 * 0.86)" and, behind another number, "an improvement over the plain encoder (94.6% F1)", whose metric makes it a value;
 * also for "over the plain encoder's F1 of 94.6%".
 */
export function isOfCompared(context: Context, at: number, { kind }: RoleFacts): boolean {
  if (context.mentionOf.has(at - 2) && GAIN_OVER_MEASURE.test(phrase(context, at - 12, at))) return true;
  const open = bracketOf(context, at, 9);
  // "comparable to the full scan (over 90%)": the limit is the paper's.
  if (open === undefined || kind === 'bound') return false;
  const before = phrase(context, open - 26, open);
  return (
    ALIKE.test(before) ||
    (at - open < 5 &&
      context.tokens.slice(0, open).some((token) => token.kind === 'number') &&
      GAIN_OVER.test(before))
  );
}

const FORMER_BEST =
  /\b(?:the|current|previous|prior|existing) (?:state-of-the-art|sota|best|record)(?: (?!with|of|to|in|on|by|and|,)\S+){0,4} (?:of|was|were|is|at|\()$/;
const BEATEN_BEST =
  /\b(?:current|previous|prior|existing)\b|\b(?:surpass|exceed|beat|outperform|above|over|than)\w* the\b/;

/** True for "surpassing the state-of-the-art accuracy of 91%", "the previous best score was 94%". */
export const isFormerBest = (context: Context, at: number): boolean =>
  FORMER_BEST.test(beforeGroup(context, at, 9)) && BEATEN_BEST.test(beforeGroup(context, at, 11));

/** True for "typically takes 15 minutes", "methods that usually report 0.6". */
export const isCustomary = (context: Context, at: number): boolean =>
  /\btypical (?:[^\s,;]+ ){1,3}of$|\b(?:typically|usually|traditionally|normally|originally|previously) (?:takes?|took|required?s?|needs?|needed|reports?|reach(?:es)?|achieves?)(?: [^\s,;]+){0,4}$/.test(
    phrase(context, at - 8, at),
  );

/** True for "where chance is 0.5", "(chance: 50%)", "chance level of 12%". */
export const isChance = (context: Context, at: number): boolean =>
  /\bchance(?: level| performance| rate| accuracy)?(?: is| was| of| at| :| =)?(?: about| around)?$/.test(
    phrase(context, at - 5, at),
  );

const BEATEN_MEASURE =
  /\b(?:outperform|surpass|exceed|beat)(?:ed|ing)? (?:the (?:[^\s,;]+ ){1,3}of|[^\s;]+ (?:[^\s;]+ ){0,3}(?:which|that) (?:only )?(?:have|has|had|achieved?|reached?) (?:[^\s,;]+ ){1,3}of)$/;

/** True for "outperforming the Dice of 0.53 from Bera", "surpassing nets, which have FIDs of 41 and 8". */
export const isMeasureOfTheBeaten = (context: Context, at: number): boolean => {
  const first = numberGroup(context, at)[0] ?? at;
  return context.mentionOf.has(first - 2) && BEATEN_MEASURE.test(beforeGroup(context, at, 12));
};

/** True for "surpassing the 77% of the other", "surpassing FUSegNet's 45%". */
export function isOfTheBeaten(context: Context, at: number): boolean {
  if (context.tokens[at - 1]?.lower === 'the' && BEAT_VERBS.has(context.tokens[at - 2]?.lower ?? ''))
    return true;
  return (
    /'s?$/.test(context.tokens[at - 1]?.text ?? '') &&
    [2, 3, 4, 5].some((back) => BEAT_VERBS.has(context.tokens[at - back]?.lower ?? ''))
  );
}

const APPROACHED = /\b(?:approach\w*|match\w*|below|above|from|beside|behind) the$/;
const CONTRASTED = /\bcontrast to(?: the| a| an| only| just| about)*$/;

/** True for "approaching the 32% of Aton", "far below the 51% achieved by experts", "in contrast to the 20% of Bera". */
export const isOfTheApproached = (context: Context, at: number): boolean =>
  CONTRASTED.test(phrase(context, at - 4, at)) ||
  (APPROACHED.test(phrase(context, at - 2, at)) &&
    /^(?:of|\w+ed)$/.test(context.tokens[at + 1]?.lower ?? ''));

/** True for "0.63 vs. 0.11", "0.68 (95% CI 0.61-0.75) vs 0.61", "75% accuracy vs. 50%". */
export function isFirstOfTwo(context: Context, at: number): boolean {
  const next = beyondSpread(context, at + 1, 1);
  const metric = context.mentionOf.get(next);
  return /^(?:vs?|versus)$/.test(context.tokens[metric?.from === next ? metric.to : next]?.lower ?? '');
}

const BEATS_AFTER =
  /(?:, (?:[^\s,;]+ )?(?:outperform|surpass|exceed|beat)ing|\b(?:outperform|surpass|exceed|beat)(?:s|ed)) (.*)$/;
const SAYS_MORE = /[,;]|\b(?:by|on|in|for|across|while|achiev\w+|reach\w+|improv\w+)\b/;

const SAYS_ANOTHER = /[;,]|\b(?:by|while|achiev\w+|reach\w+|improv\w+)\b/;

/**
 * True for "a Dice of 0.8, outperforming Bera with a Dice of 0.7": the same metric's value of what is beaten. In a bracket
 * ("outperforming Bera on kites (Dice: 0.7)") its place may stand between.
 */
export function isSecondOfBeaten(context: Context, at: number, { kind, sameBefore }: RoleFacts): boolean {
  if (kind !== 'level' || sameBefore === undefined) return false;
  const [, rival] = BEATS_AFTER.exec(phrase(context, sameBefore + 1, at)) ?? [];
  if (rival === undefined) return false;
  if (!SAYS_MORE.test(rival.replaceAll(/\( [^()]* \)/g, ''))) return true;
  const open = bracketOf(context, at, 12);
  if (open === undefined || open <= sameBefore || !context.mentionOf.has(open + 1)) return false;
  const [, place] = BEATS_AFTER.exec(phrase(context, sameBefore + 1, open)) ?? [];
  return place !== undefined && !SAYS_ANOTHER.test(place);
}

const BEATEN_AT =
  /\b(?:exceed|surpass|outperform|beat)(?:ing|s|ed) (?:(?!by |on |in |with |all |both |and |for )[^\s,;()]+ ){1,6}at(?: only| just)?$/;

/** True for the 77.5 of "reaches 79.6, exceeding Bera at 77.5": a second value, behind the name of what is beaten. */
export const isReachedByBeaten = (context: Context, at: number, { number }: RoleFacts): boolean =>
  BEATEN_AT.test(phrase(context, at - 9, at)) &&
  context.tokens
    .slice(Math.max(0, at - 24), at - 2)
    .some((token) => token.kind === 'number' && token.number.form === number.form);

const SET_AGAINST =
  /\b(?:vs|versus|against|compared (?:to|with)|than)(?: \.)?(?: (?:only|just|the|an?|modest|mere|mean))*$/;

/** True for the 88% of "94% of the joy, versus 88% for Aton" and the 20% of "a 1% drop, compared to a 20% drop of Aton". */
export const isSetAgainstLike = (context: Context, at: number, { number }: RoleFacts): boolean =>
  /^(?:percent|points|times)$/.test(number.form) &&
  SET_AGAINST.test(phrase(context, at - 5, at)) &&
  !/\b(?:more|less|greater|fewer|higher|lower|better|worse|larger|smaller|faster|slower|shorter|longer) than(?: an?)?$/.test(
    phrase(context, at - 3, at),
  ) &&
  context.tokens
    .slice(Math.max(0, at - 24), at)
    .some((token) => token.kind === 'number' && token.number.form === number.form);

/** True for "even the best model achieves only 33%": said before the paper speaks of its own work. */
export function fallsShort(context: Context, at: number): boolean {
  return /\b(?:(?:only|barely) (?:achieve|reach|attain|score)|(?:achieve|reach|attain|score)s? (?:only|just|merely))\b(?!.*[,;])/.test(
    phrase(context, at - 8, at),
  );
}

const PERFECT =
  /\b(?:have|has)(?: recently| already| been able to)? (?:achieved?|reach(?:ed)?|obtain(?:ed)?|attain(?:ed)?|report(?:ed)?)\b/;

/** True for "networks have achieved an accuracy of up to 96%": an early sentence about the work of others. */
export const wasDone = (context: Context, at: number): boolean =>
  context.index < 4 &&
  PERFECT.test(phrase(context, at - 22, at)) &&
  !context.tokens.some(({ lower }) => OWN_WORDS.has(lower));

/** True for "conventional networks such as A (86%) outperform B (64%)": the winner is the paper's finding. */
export function isWinner(context: Context, at: number): boolean {
  if (context.tokens[at + 1]?.text !== ')') return false;
  const end = Math.min(context.tokens.length, at + 14);
  for (let index = at + 1; index < end && context.clauses[index] === context.clauses[at]; index += 1)
    if (/^(?:outperform|surpass|exceed|beat)(?:e?s|ed)?$/.test(context.tokens[index]?.lower ?? ''))
      return true;
  return false;
}

const REPORTED_EARLIER =
  /\b(?:(?:previous|prior|earlier|past) (?:[\w-]+ )?(?:studies|works?|research|reports|literature|publications)|(?:methods|approaches)(?: ,[^;]{0,60},)? which) (?:(?!by |with |at |in terms )[^\s;]+ ){0,9}(?:reached|reporting|reports?|reported)(?: [^\s;]+){0,6}$/;

const SHOWN_EARLIER =
  /^(?:(?:previous|prior|earlier|past|recent|existing) )+(?:[\w-]+ )?(?:studies|works?|research|literature)(?: has| have)? (?:demonstrate[sd]?|shown?|shows|found|finds?|reveal(?:s|ed)?|report(?:s|ed)?|indicate[sd]?|suggest(?:s|ed)?)\b/;

/** True in "Recent work demonstrates that attacks reach 98%", before the paper speaks of its own work. */
export const isShownEarlier = (context: Context): boolean => SHOWN_EARLIER.test(phrase(context, 0, 9));

/** True for "previous studies used nets that reached 96%", "methods, among them Aton, which reported 82%". */
export const isReportedEarlier = (context: Context, at: number): boolean =>
  REPORTED_EARLIER.test(phrase(context, at - 26, at));

const DOES =
  '(?:degrades?|drops?|dropped|falls?|fell|stays?|remains?|collapses?|loses?|suffers?|requires?|needs?|comes?|misse?s?|identif(?:y|ies|ied)|locali[sz]es?|reach(?:es|ed)?|achieved?s?|attains?)';
const DONE_BY_BASELINE = new RegExp(
  String.raw`(?<!\b(?:our|over|than|to|against|of|beyond|outperforms|surpasses|exceeds|beats) (?:(?:the|all|an?|strong) )?(?:[^\s,;()]+ )?)\bbaselines?(?: (?:which|that|(?!and |but |or |while |by |with |in |as |to |when |it |we )[^\s,;()]+))? ${DOES}(?: (?!and |but |while |from |to )[^\s,;()]+){0,3}$`,
);

/**
 * True for "while the baselines drop below 20%", "the Aton baseline requires 20% more": a limit, difference or ratio
 * that a baseline is the subject of.
 */
export const isDoneByBaseline = (context: Context, at: number): boolean =>
  DONE_BY_BASELINE.test(phrase(context, at - 12, at));

const LABELLED =
  /^(?:\( (?:the )?(?:(?![\d.+-])\S+ )?baseline \)|(?:(?:random|chance|majority|zero-shot) )?baseline(?: [.,;:)]| (?:and|or|to|for|on)\b|$))/;

const LABEL = /\((?: the)? (?:published|original|baseline|random|reported|vanilla)(?: [:=])?$/;

/**
 * True for "0.24 (baseline)", "above the 50% random baseline", "27.5 dB and SSIM of 0.65 for a baseline
 * model", "(published 60%)".
 */
export const isLabelledBaseline = (context: Context, at: number): boolean =>
  LABEL.test(phrase(context, at - 4, at)) ||
  LABELLED.test(phrase(context, at + 1, at + 6)) ||
  /^(?:and (?:an? )?\S+ of \S+ )?for (?:an?|the) baseline\b/.test(phrase(context, at + 1, at + 8));
