/**
 * Whether a number is a result: it must be of a form that can measure, and the
 * words round it must report. Each form of number has its own burden of proof.
 */
import { isCost, isNear, phrase, type Context } from '../sentence/context';
import {
  count,
  hasCompany,
  hasVerdict,
  isToldPair,
  measure,
  speed,
  time,
  type Candidate,
  type Judge,
} from './evidence-units';
import { isSetAgainst } from './set-against';
import { numberGroup } from '../sentence/groups';
import { isPrice } from '../metric/clause';
import { isPassed } from '../metric/phrases';
import { isChange, isFactorOf } from './kinds';
import type { MetricTie } from '../metric/tie';
import type { NumberMention } from '../sentence/number-form';
import {
  ACHIEVE_VERBS,
  BEAT_VERBS,
  CHANGE_NOUNS,
  CHANGE_VERBS,
  COMPARATIVES,
  REACH_VERBS,
} from '../sentence/words';

/** True where the number is reported as a result. */
export function isResult(context: Context, candidate: Candidate): boolean {
  const { near, number } = candidate;
  const known = near?.known === true && !isCost(near.name);
  if (candidate.background) return known && number.form !== 'bare' && hasVerdict(context, candidate.at);
  return JUDGES[number.form](context, candidate, known);
}

const always: Judge = () => true;

/** A percentage is a result unless it describes the data; a share of a set of things needs a verb that reports. */
const percent: Judge = (context, { at, number, near, pairs }, known) => {
  // "20,636 patients were included (15% with glaucoma)": who was studied.
  if (
    context.tokens[at - 1]?.text === '(' &&
    /\b(?:included|enrolled|recruited|participants|cohort)\b/.test(phrase(context, at - 6, at))
  )
    return false;
  if (known || isToldPair(context, pairs, at, near) || isChange(context, at, number)) return true;
  // "lesions make up less than 0.1% of the volume": what the thing is like.
  if (/\b(?:compris|occup|mak(?:e|es|ing) up|constitut|represent)\w*\b/.test(phrase(context, at - 4, at)))
    return false;
  if (context.tokens[at + 1]?.lower === 'of') return isReportedShare(context, at);
  if (near && isCost(near.name)) return true;
  return !/\b(?:contains?|containing|comprising|comprises?|composed|consists?|consisting|randomly|noise|corrupted|contaminat\w+(?! rate)|masked|missing|completeness|males?|females?|labeled as|injected|dropping|perturb\w+)\b/.test(
    phrase(context, at - 8, at + 4),
  );
};

const DATA_WORDS =
  /^of (?:the |its |all |available |total |our )*(?:data|dataset|labels?|labeled|labelled|unlabel\w+|annotat\w+|training|samples|supervision|(?:model |trainable |network |total )?parameters?|tokens?|cost|compute|memory|flops|weights|visual|performance|accuracy|full|original|budget|time|storage|(?:\S+ )tokens)/;

/** "96.5% of full performance": a part of a result is a result. */
const WHOLE_RESULT =
  /^of (?:the |its )?(?:(?:full|original|baseline|teacher|supervised|dense|oracle|unpruned|vanilla|peak|base|upper-bound)(?: \S+)? )(?:performance|accuracy|quality|score|capability|utility)\b/;

function isReportedShare(context: Context, at: number): boolean {
  const after = phrase(context, at + 1, at + 7);
  const before = phrase(context, at - 8, at);
  if (WHOLE_RESULT.test(after)) return true;
  // "finds the fault 79% of the time".
  if (/^of the time\b/.test(after)) return !/\bspen[dt]\w*\b/.test(before);
  // "23% of comparisons are noise": a share that opens a sentence is its finding, unless it tells who or what was studied.
  if (/^(?:.* ,)?$/.test(phrase(context, 0, at)) && at < 8)
    return !/^of (?:the |all |these )*(?:\S+ )?(?:participants|patients|subjects|respondents|images|samples|videos|papers|users|cases|scans|people)\b/.test(
      after,
    );
  if (DATA_WORDS.test(after))
    return /\b(?:only|just|little|few|than|merely|trained on|retain\w*|preserv\w*|maintain\w*|reduc\w*|requir\w*|using|uses|use|updat\w*|recover\w*|reach\w*|achiev\w*|match\w*|about|to|sav\w+|keep\w*|prun\w*|cut\w*|remov\w*|discard\w*|skip\w*|drop\w*)\b/.test(
      before,
    );
  if (
    /\b(?:cited|rated|judged|correct\w*|contain\w*|improv\w*|produced|resolv\w*|pass\w*|succe\w*|fail\w*|solved|match\w*|agree\w*|prefer\w*|outperform\w*|surpass\w*|recover\w*|without|yield\w*)\b/.test(
      after,
    )
  )
    return true;
  return /\b(?:found|find|finds|show\w*|reveal\w*|remain\w*|in|for|on|correct\w*|identif\w*|detect\w*|achiev\w*|solv\w*|succe\w*|fail\w*|improv\w*|outperform\w*|prefer\w*|wins?|won|agree\w*|predict\w*|triag\w*|handl\w*|automat\w*|filter\w*|flag\w*|recover\w*|retain\w*|captur\w*|explain\w*|cover\w*|clos\w*|reduc\w*|remov\w*|resolv\w*|block\w*|intercept\w*|prevent\w*|catch\w*|caught|repair\w*|fix\w*|keep\w*|answer\w*|satisf\w*|reports?|rate[sd]?|judged|classif\w*|reach\w*|eliminat\w*|reject\w*|complet\w*|with|only|over|than|nearly|approximately|up|account\w*)\b/.test(
    before,
  );
}

/** "8x": a result where something is faster, smaller or better by it; a scan's or an upscaler's factor is not. */
const times: Judge = (context, { at, near }) => {
  // "at 4x and 8x upscaling": what is said after the last of a list holds of all.
  const last = numberGroup(context, at).at(-1) ?? at;
  const first = numberGroup(context, at)[0] ?? at;
  if (
    /\b(?:at|for|under|both|across)$/.test(phrase(context, first - 1, first)) &&
    /^(?:acceleration|accelerated|compression|reduction|undersampl\w+|degradation)\b/.test(
      phrase(context, last + 1, last + 2),
    )
  )
    return false;
  if (/\b(?:across|over) an?$/.test(phrase(context, at - 2, at))) return false;
  // "peaks span over nearly four orders of magnitude": how wide something ranges.
  if (/\b(?:across|span(?:s|ning)?)(?: over)?(?: nearly| almost| about)?$/.test(phrase(context, at - 3, at)))
    return false;
  if (/^the (?:scale|size) of\b/.test(phrase(context, at + 1, at + 4))) return false;
  // "10x larger than existing datasets" is the size of a dataset.
  if (
    /^(?:larger|bigger|more) [^.;,]{0,40}\b(?:data ?sets?|corpora|corpus|benchmarks?|collections?)\b/.test(
      phrase(context, at + 1, at + 8),
    )
  )
    return false;
  if (
    /\b(?:super-resolution|upscal\w+|upsampl\w+|downsampl\w+|magnif\w+|undersampl\w+|subsampl\w+|zoom|acceleration factor|scale factor|scan|scaling factors?|cross-validation|accelerated mri)\b/.test(
      phrase(context, at - 2, last + 3),
    )
  )
    return false;
  const behind = phrase(context, at + 1, at + 4);
  // "1.95x the throughput of", "3x the attacks as": so many times what another has.
  if (/^the\b/.test(behind) && near !== undefined) return true;
  // "9.3x over serial serving": set against another.
  if (
    /^(?:over|relative to|compared (?:to|with)|vs|versus)\b(?! (?:the )?(?:last|past|years|time))/.test(
      behind,
    )
  )
    return hasVerdict(context, at);
  const words = (list: ReadonlySet<string>): boolean => isNear(context, at, 8, list);
  return (
    words(COMPARATIVES) ||
    // "twice the diversity of the earlier set".
    (/^twice$/i.test(context.tokens[at]?.text ?? '') && isNear(context, at, 8, REACH_VERBS)) ||
    words(CHANGE_NOUNS) ||
    isNear(context, at, 16, CHANGE_VERBS) ||
    isNear(context, at, 8, BEAT_VERBS) ||
    /\bas (?:fast|many|much|long|large)\b|\bmore\b|\bcompress|\befficien/.test(
      phrase(context, at - 3, at + 6),
    ) ||
    near?.name === 'Speedup'
  );
};

const fraction: Judge = (context, { at, near }) =>
  (context.tokens[at + 1]?.lower === 'of' &&
    /^(?:on|in)\b.*\bthan$/.test(phrase(context, at - 3, at)) &&
    isNear(context, at, 12, BEAT_VERBS)) ||
  isSaving(context, at, near);

const isSaving = (context: Context, at: number, near: MetricTie | undefined): boolean =>
  /^(?:of )?(?:the |its |that |as |their )/.test(`${phrase(context, at + 1, at + 4)} `) &&
  (near !== undefined ||
    /\b(?:only|just|reduc\w*|requir\w*|using|uses|than|about|nearly|by|with|at|to)\b/.test(
      phrase(context, at - 5, at),
    )) &&
  /\b(?:parameters?|cost|costs|compute|memory|time|flops|size|data|tokens?|labels?|operations|latency|energy|budget|computation\w*|price|inference|steps|storage|consumption|of that|samples|dose|exposure)\b/.test(
    phrase(context, at + 1, at + 8),
  );

const SHARE_VERDICT =
  /\b(?:outperform\w*|best|improv\w*|win\w*|won|correct\w*|gains?|achiev\w*|success\w*|solv\w*|surpass\w*|identif\w*|detect\w*|top|rank\w*|better|exceed\w*|find\w*|found|fail\w*|agree\w*|significant\w*|accura\w*|pass\w*|complet\w*|reduc\w*|scor\w*|state-of-the-art|sota|beat\w*|highest|rated|superior\w*|first|remain\w*|recover\w*|preserv\w*|accept\w*|reject\w*|match\w*|reproduc\w*|flag\w*|repair\w*|block\w*)\b/;

/** "27 of 29": a result where a verdict stands near; "3 of 5" needs "in", "on" or a verb of winning to be no mere count. */
const share: Judge = (context, { at, near }) =>
  (context.tokens[at]?.text.startsWith('1/') === true && isSaving(context, at, near)) ||
  ((/out of|\//.test(context.tokens[at]?.text ?? '') ||
    isNear(context, at, 8, BEAT_VERBS) ||
    /\b(?:in|on|for|correctly|won|wins|solv\w+|pass\w+|detect\w+|identif\w+|find\w*|found|block\w*|caught)$/.test(
      phrase(context, at - 2, at),
    )) &&
    SHARE_VERDICT.test(phrase(context, at - 20, at + 10)));

/** A figure without a unit is a result by its metric, or as a decimal that a verb of achievement governs. */
const bare: Judge = (context, { at, number, near, far, pairs }, known) => {
  if (isFactorOf(context, at))
    return isNear(context, at, 16, CHANGE_VERBS) || isNear(context, at, 8, COMPARATIVES);
  const pair = isToldPair(context, pairs, at, near);
  if (isSetAgainst(context, at)) return true;
  // "10^5 particles": without a metric beside it a power of ten tells how large something is.
  if (number.power) return known || pair || (near !== undefined && !isCost(near.name));
  if (number.decimal || number.signed) {
    if (isPrice(context, at) || isOutOf(context, at) || hasInterval(context, at)) return true;
    if (known || (pair && (near ?? far) !== undefined) || (near && !isCost(near.name))) return true;
    if (pair) return isNear(context, at, 14, CHANGE_VERBS) || isNear(context, at, 14, CHANGE_NOUNS);
    if (number.signed || isChange(context, at, number))
      return isNear(context, at, 20, CHANGE_VERBS) || isChange(context, at, number);
    if (near) return hasCompany(context, at);
    if (far) return true;
    if (isBenchmarked(context, at) || isStanding(context, at, number)) return true;
    // "improves it to 73.3".
    if (context.tokens[at - 1]?.lower === 'to' && isNear(context, at, 8, CHANGE_VERBS))
      return number.figure < 1000;
    return isNear(context, at, 9, ACHIEVE_VERBS) && number.figure < 1000;
  }
  if (isPrice(context, at)) return true;
  if (isLabelSaving(context, at)) return true;
  if (isPassed(context, at)) return true;
  if (near?.name === 'Compression ratio' && near.tie === 'near') return isNear(context, at, 8, ACHIEVE_VERBS);
  if (isCounting(context, at)) return false;
  if (known) return number.figure < 1000 || pair;
  if (pair) return near !== undefined && near.name !== null;
  return false;
};

/** "0.81, 95% CI": only what was measured has an interval of confidence. */
function hasInterval(context: Context, at: number): boolean {
  return /^[,;([] (?:with )?(?:a )?9\d(?:\.\d)?% (?:ci|confidence|credible)\b/.test(
    phrase(context, at + 1, at + 6),
  );
}

/** "2.29/3", "4.3/5": a mean mark out of the best that can be had. */
function isOutOf(context: Context, at: number): boolean {
  return (
    context.tokens[at + 1]?.text === '/' &&
    /^(?:3|4|5|7|10|100)(?:\.0)?$/.test(context.tokens[at + 2]?.text ?? '')
  );
}

/** "sets the standard with 56.1 on OSWorld": a value on a named benchmark, where the clause reports. */
function isBenchmarked(context: Context, at: number): boolean {
  return (
    /^(?:with|at|to|of|and|,|:)$/.test(context.tokens[at - 1]?.lower ?? '') &&
    context.tokens[at + 1]?.lower === 'on' &&
    /^\p{Lu}.*[\p{Lu}\d-]/u.test(context.tokens[at + 2]?.text ?? '') &&
    hasVerdict(context, at)
  );
}

/** "sets a new record on the Surrey set (0.949)": a figure alone in a bracket where the sentence tells who is best. */
function isStanding(context: Context, at: number, number: NumberMention): boolean {
  return (
    number.figure < 100 &&
    context.tokens[at - 1]?.text === '(' &&
    context.tokens[at + 1]?.text === ')' &&
    context.tokens[at - 2]?.kind === 'word' &&
    /\b(?:outperform\w*|surpass\w*|state-of-the-art|state of the art|sota|new record|best|match(?:es|ed)?|approach(?:es|ed)|highest|superior)\b/.test(
      phrase(context, at - 24, at),
    )
  );
}

/** "with as few as 50 labelled samples": how little a method was taught with. */
function isLabelSaving(context: Context, at: number): boolean {
  return (
    /\b(?:with|from|using|needs|requir\w+) (?:only|just|merely|as (?:few|little) as)$/.test(
      phrase(context, at - 5, at),
    ) &&
    /^(?:labell?ed |annotated |training |calibration |expert |manual |in-domain )?(?:samples|examples|images|annotations|labels|scans|demonstrations|volumes)\b/.test(
      phrase(context, at + 1, at + 4),
    )
  );
}

/** "3 models", "12 tasks": a whole number before a plural that is no metric counts. */
function isCounting(context: Context, at: number): boolean {
  if (context.mentionOf.has(at + 1)) return false;
  for (let index = at + 1; index < at + 4; index += 1) {
    const token = context.tokens[index];
    if (token?.kind !== 'word' || context.mentionOf.has(index)) return false;
    if (
      /^(?:on|in|for|with|at|and|by|to|from|over|of|points?|vs|versus|compared|after|across)$/.test(
        token.lower,
      )
    )
      return false;
    if (token.lower.endsWith('s') && token.lower.length > 3) return true;
  }
  return false;
}

const JUDGES: Readonly<Record<NumberMention['form'], Judge>> = {
  bare,
  percent,
  points: always,
  times,
  magnitude: (context, candidate, known) => times(context, candidate, known),
  share,
  fraction,
  rank: (context, { at }) =>
    // "outperforming the second place": a rival's.
    !/\b(?:outperform|surpass|exceed|beat)\w* the$/.test(phrase(context, at - 2, at)) &&
    /\b(?:challenge|competition|leaderboard|submissions?|teams?|track|task|participants?|shared|rank\w*|place\w*|entries|benchmark|contest|won|winning|secur\w+|prize|position|out)\b/.test(
      phrase(context, at - 14, at + 14),
    ),
  measure,
  time,
  speed,
  count,
};
