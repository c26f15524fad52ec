/**
 * Rules for factors, fractions, shares and ranks: results if something is faster, smaller or better by them.
 */
import type { MetricTie } from '../../metric/metric-tie';
import { isNear, phrase, type Context } from '../../sentence/context';
import { numberGroup } from '../../sentence/groups';
import { BEAT_VERBS, CHANGE_NOUNS, CHANGE_VERBS, COMPARATIVES, REACH_VERBS } from '../../sentence/words';
import { accept, hasVerdict, reject, type Judgement } from './candidate';

/** True for "at 4x and 8x upscaling": a word after the last number of a list applies to all. */
function isFactorOfSetting(context: Context, at: number): boolean {
  const group = numberGroup(context, at);
  const [first = at, last = at] = [group[0], group.at(-1)];
  return (
    /\b(?:at|for|under|both|across)$/.test(phrase(context, first - 1, first)) &&
    /^(?:acceleration|accelerated|compression|reduction|undersampl\w+|degradation)\b/.test(
      phrase(context, last + 1, last + 2),
    )
  );
}

const SPANS = /\b(?:(?:across|over) an?|(?:across|span(?:s|ning)?)(?: over)?(?: nearly| almost| about)?)$/;
const COLLECTION = /\b(?:datasets?|corpus|corpora|benchmarks?|hours|images|videos|samples|pairs|data)\b/;
const LARGER_DATA =
  /^(?:larger|bigger|more) [^.;,]{0,40}\b(?:data ?sets?|corpora|corpus|benchmarks?|collections?)\b/;
const SCAN =
  /\b(?:super-resolution|upscal\w+|upsampl\w+|downsampl\w+|magnif\w+|undersampl\w+|subsampl\w+|zoom|acceleration factor|scale factor|scan|scaling factors?|cross-validation|accelerated mri)\b/;
const HELD_AGAINST =
  /^(?:over|relative to|compared (?:to|with)|vs|versus)\b(?! (?:the )?(?:last|past|years|time))/;
const AS_MUCH = /\bas (?:fast|many|much|long|large)\b|\bmore\b|\bcompress|\befficien/;

const isTwice = (context: Context, at: number): boolean => /^twice$/i.test(context.tokens[at]?.text ?? '');

/** Rules for factors, in order. */
export const TIMES: readonly Judgement[] = [
  reject('factor of a setting', ['At 4x and 8x acceleration the SSIM is 0.92.', '0.92'], isFactorOfSetting),
  reject(
    'how wide a thing ranges',
    ['The peaks span two orders of magnitude.', ''],
    (context, at) =>
      SPANS.test(phrase(context, at - 3, at)) &&
      // "over a 2x speedup".
      !(
        /^over an?$/.test(phrase(context, at - 2, at)) &&
        CHANGE_NOUNS.has(context.tokens[at + 1]?.lower ?? '')
      ),
  ),
  reject('size of another', ['Our set is 10x the size of Surrey and faster to load.', ''], (context, at) =>
    /^the (?:scale|size) of\b/.test(phrase(context, at + 1, at + 4)),
  ),
  reject(
    'larger data',
    ['Our set is 10x larger than other datasets.', ''],
    (context, at, { near }) =>
      LARGER_DATA.test(phrase(context, at + 1, at + 8)) ||
      // "with 3 million pairs, it is 10x larger than any before".
      (near === undefined &&
        /^larger than\b/.test(phrase(context, at + 1, at + 3)) &&
        COLLECTION.test(phrase(context, at - 20, at))),
  ),
  reject('factor of a scan', ['It is faster with 14x radial undersampling.', ''], (context, at) =>
    SCAN.test(phrase(context, at - 2, (numberGroup(context, at).at(-1) ?? at) + 3)),
  ),
  accept(
    'so many times a quantity',
    ['It has 1.9x the throughput of Aton.', '1.9x'],
    (context, at, { near }) => near !== undefined && /^the\b/.test(phrase(context, at + 1, at + 2)),
  ),
  accept(
    'factor over another',
    ['It achieves 9.3x over serial serving.', '9.3x'],
    (context, at) => HELD_AGAINST.test(phrase(context, at + 1, at + 4)) && hasVerdict(context, at),
  ),
  reject(
    'factor over another without a verdict',
    ['A simulator, 22x over the written reference.', ''],
    (context, at) => HELD_AGAINST.test(phrase(context, at + 1, at + 4)),
  ),
  accept('factor of a comparative', ['It is 8x faster.', '8x'], (context, at) =>
    isNear(context, at, 8, COMPARATIVES),
  ),
  accept(
    'twice a quantity',
    ['Our nets solve twice as many tasks.', 'twice'],
    (context, at) => isTwice(context, at) && isNear(context, at, 8, REACH_VERBS),
  ),
  accept('factor of a noun of change', ['A speedup by 8x is seen.', '8x'], (context, at) =>
    isNear(context, at, 8, CHANGE_NOUNS),
  ),
  accept(
    'factor of a verb of change',
    ['It accelerates the search for proofs in Lean 8x.', '8x'],
    (context, at) => isNear(context, at, 16, CHANGE_VERBS),
  ),
  accept('factor of a win', ['It outperforms Aton 8x.', '8x'], (context, at) =>
    isNear(context, at, 8, BEAT_VERBS),
  ),
  accept('so many times as much', ['It runs 8x as fast.', '8x'], (context, at) =>
    AS_MUCH.test(phrase(context, at - 3, at + 6)),
  ),
  accept(
    'factor of a speed that is named',
    ['It shows up to 4.4x decoding throughput.', '4.4x'],
    (_, at, { near }) =>
      near?.from !== undefined &&
      near.from > at &&
      near.from < at + 3 &&
      /(?:throughput|speed)$/i.test(near.name ?? ''),
  ),
  accept(
    'factor of a cost that is named',
    ['We add 4.2x memory overhead.', '4.2x'],
    (_, at, { near }) =>
      near?.name === 'Speedup' ||
      (near?.from === at + 1 && near.better === 'lower') ||
      (near?.name ?? '').endsWith('overhead'),
  ),
];

const SAVED =
  /\b(?:parameters?|cost|costs|compute|memory|time|flops|size|data|tokens?|labels?|operations|latency|energy|budget|computation\w*|price|inference|steps|storage|consumption|of that|samples|dose|exposure)\b/;

/** True for "half of the parameters", "one-sixth the cost". */
const isSaving = (context: Context, at: number, near: MetricTie | undefined): boolean =>
  /^(?:of )?(?:the |its |that |as |their )/.test(`${phrase(context, at + 1, at + 4)} `) &&
  (near !== undefined ||
    /\b(?:only|just|reduc\w*|requir\w*|using|uses|than|about|nearly|by|with|at|to)\b/.test(
      phrase(context, at - 5, at),
    )) &&
  SAVED.test(phrase(context, at + 1, at + 8));

/** Rules for fractions in words. */
export const FRACTION: readonly Judgement[] = [
  accept('part that is enough', ['It needs only half of the memory.', 'half'], (context, at, { near }) =>
    isSaving(context, at, near),
  ),
];

const SHARE_VERDICT =
  /\b(?:outperform\w*|best|improv\w*|win\w*|won|correct\w*|gains?|achiev\w*|success\w*|solv\w*|surpass\w*|identif\w*|detect\w*|top|rank\w*|better|exceed\w*|find\w*|found|fail\w*|agree\w*|significant\w*|accura\w*|pass\w*|complet\w*|reduc\w*|scor\w*|state-of-the-art|sota|beat\w*|highest|rated|superior\w*|first|remain\w*|recover\w*|preserv\w*|accept\w*|reject\w*|match\w*|reproduc\w*|flag\w*|repair\w*|block\w*)\b/;
const SHARE_OF =
  /\b(?:in|on|for|correctly|won|wins|solv\w+|pass\w+|detect\w+|identif\w+|find\w*|found|block\w*|caught)$/;

/** Rules for "27 of 29": it needs a verb of reporting, and words that show that it is more than a count. */
export const SHARE: readonly Judgement[] = [
  accept(
    'part in digits that is enough',
    ['It needs only 1/32 of the labels.', '1/32'],
    (context, at, { near }) =>
      context.tokens[at]?.text.startsWith('1/') === true && isSaving(context, at, near),
  ),
  accept(
    'share with a verdict',
    ['It wins on 27 of 29 sets.', '27 of 29'],
    (context, at) =>
      (/out of|\//.test(context.tokens[at]?.text ?? '') ||
        isNear(context, at, 8, BEAT_VERBS) ||
        SHARE_OF.test(phrase(context, at - 2, at))) &&
      SHARE_VERDICT.test(phrase(context, at - 20, at + 10)),
  ),
];

const CONTEST =
  /\b(?:challenge|competition|leaderboard|submissions?|teams?|track|task|participants?|shared|rank\w*|place\w*|entries|benchmark|contest|won|winning|secur\w+|prize|position|out)\b/;

const RANKED = /\b(?:challenge|competition|leaderboard|teams?|rank\w*|placed|won|winning|contest|prize)\b/;

/** Rules for ranks. */
export const RANK: readonly Judgement[] = [
  reject(
    'in the first place',
    ['We ask why such errors occur in the first place of all.', ''],
    (context, at) =>
      /\bin the$/.test(phrase(context, at - 2, at)) &&
      context.tokens[at]?.lower === 'first' &&
      !RANKED.test(phrase(context, at - 14, at + 14)),
  ),
  reject('place of a rival', ['It outperforms the second place of the challenge.', ''], (context, at) =>
    /\b(?:outperform|surpass|exceed|beat)\w* the$/.test(phrase(context, at - 2, at)),
  ),
  accept('place in a contest', ['Our team took second place in the challenge.', 'second'], (context, at) =>
    CONTEST.test(phrase(context, at - 14, at + 14)),
  ),
];
