/**
 * Rules for percentages: results unless they describe the data; a share of a set of things also needs a verb
 * of reporting.
 */
import { isCost, phrase, type Context } from '../../sentence/context';
import { isChange } from '../change';
import { accept, isToldPair, reject, type Judgement } from './candidate';

const STUDIED = /\b(?:included|enrolled|recruited|participants|cohort)\b/;

/** True for "20,636 patients were included (15% with glaucoma)". */
const isWhoWasStudied = (context: Context, at: number): boolean =>
  context.tokens[at - 1]?.text === '(' && STUDIED.test(phrase(context, at - 6, at));

/** True for "89 (9%) were positive", "disclosed limits (n = 349, 65%)": how many of those counted, and no measure. */
const isCounted = (context: Context, at: number): boolean =>
  context.tokens[at + 1]?.text === ')' &&
  (/^n = \d+ ,$/.test(phrase(context, at - 4, at)) ||
    (/^\d+ \($/.test(phrase(context, at - 2, at)) &&
      // In "Grok 4 (76%)" the number is part of a name.
      !/^\p{Lu}|\d/u.test(context.tokens[at - 3]?.text ?? '')));

const MAKES_UP = /\b(?:compris|occup|mak(?:e|es|ing) up|constitut|represent)\w*\b/;

const isOf = (context: Context, at: number): boolean => context.tokens[at + 1]?.lower === 'of';

/** "96.5% of full performance". */
const WHOLE_RESULT =
  /^of (?:the |its )?(?:(?:full|original|baseline|teacher|supervised|dense|oracle|unpruned|vanilla|peak|base|upper-bound)(?: \S+)? )(?:performance|accuracy|quality|score|capability|utility)\b/;

const PEOPLE_AND_DATA =
  /^of (?:the |all |these )*(?:\S+ )?(?:participants|patients|subjects|respondents|images|samples|videos|papers|users|cases|scans|people)\b/;

/** "For example, 99% of the tables in our dataset": a share that begins a sentence describing the data. */
const OF_OUR_DATA =
  /^of (?:\S+ ){1,4}(?:in|of) (?:our|the|this) (?:\S+ )?(?:dataset|data|corpus|collection)\b/;

const opensSentence = (context: Context, at: number): boolean =>
  at < 8 && /^(?:.* ,)?$/.test(phrase(context, 0, at));

const DATA_WORDS =
  /^of (?:the |its |all |available |total |our )*(?:data|dataset|labels?|labeled|labelled|unlabel\w+|annotat\w+|training|samples|supervision|(?:model |trainable |network |total )?parameters?|tokens?|cost|compute|memory|flops|weights|visual|performance|accuracy|full|original|budget|time|storage|(?:\S+ )tokens)/;
const MADE_DO_WITH =
  /\b(?:compris\w+ only|only|just|little|few|than|merely|trained on|retain\w*|preserv\w*|maintain\w*|reduc\w*|requir\w*|using|uses|use|updat\w*|recover\w*|reach\w*|achiev\w*|match\w*|about|to|sav\w+|keep\w*|prun\w*|cut\w*|remov\w*|discard\w*|skip\w*|drop\w*)\b/;

const VERDICT_BEHIND =
  /\b(?:cited|rated|judged|correct\w*|contain\w*|improv\w*|produced|resolv\w*|pass\w*|succe\w*|fail\w*|solved|match\w*|agree\w*|prefer\w*|outperform\w*|surpass\w*|recover\w*|without|yield\w*|exceed\w*)\b/;
const VERDICT_BEFORE =
  /\b(?:found|find|finds|show\w*|reveal\w*|remain\w*|in|for|on|correct\w*|identif\w*|detect\w*|achiev\w*|solv\w*|succe\w*|fail\w*|improv\w*|outperform\w*|prefer\w*|wins?|won|agree\w*|predict\w*|triag\w*|handl\w*|automat\w*|filter\w*|flag\w*|recover\w*|retain\w*|captur\w*|explain\w*|cover\w*|clos\w*|reduc\w*|remov\w*|resolv\w*|block\w*|intercept\w*|prevent\w*|catch\w*|caught|repair\w*|fix\w*|keep\w*|answer\w*|satisf\w*|reports?|rate[sd]?|judged|classif\w*|reach\w*|eliminat\w*|reject\w*|complet\w*|consum\w*|with|only|over|than|nearly|approximately|up|account\w*)\b/;

const DESCRIBED =
  /\b(?:contains?|containing|comprising|comprises?|composed|consists?|consisting|randomly|noise|corrupted|contaminat\w+(?! rate)|masked|missing|completeness|males?|females?|labeled as|injected|dropping|perturb\w+)\b/;

/** Rules for percentages, in order. */
export const PERCENT: readonly Judgement[] = [
  reject('who was studied', ['In all 40 patients were included (15% with glaucoma).', ''], isWhoWasStudied),
  accept('percentage with its metric', ['An accuracy of 91% is met.', '91%'], (_, __, { known }) => known),
  accept('percentage from one to another', ['It lifts the use from 51% to 57%.', '51%, 57%'], isToldPair),
  accept('percentage of change', ['It gains 3%.', '3%'], (context, at, { number }) =>
    isChange(context, at, number),
  ),
  reject(
    'how many were counted',
    ['Of the kites, 89 (9%) were torn.', ''],
    (context, at, { near }) => near === undefined && isCounted(context, at),
  ),
  reject('what a thing is made of', ['Lesions make up 12% of the volume.', ''], (context, at) =>
    MAKES_UP.test(phrase(context, at - 4, at)),
  ),
  accept('share of a full result', ['It keeps 96.5% of full performance.', '96.5%'], (context, at) =>
    WHOLE_RESULT.test(phrase(context, at + 1, at + 7)),
  ),
  accept(
    'share of a result that is kept',
    ['It maintains 98.2% of retrieval performance.', '98.2%'],
    (context, at) =>
      /\b(?:retain|maintain|preserv|keep)\w*(?: \S+)?$/.test(phrase(context, at - 2, at)) &&
      /^of (?:\S+ ){0,2}(?:performance|accuracy|quality|utility)\b/.test(phrase(context, at + 1, at + 5)),
  ),
  accept('part of the time', ['It finds the fault 79% of the time.', '79%'], (context, at) =>
    /^of the times?\b/.test(phrase(context, at + 1, at + 4)),
  ),
  reject(
    'what the data is like',
    ['For example, 99% of the tables in our dataset are torn.', ''],
    (context, at) => OF_OUR_DATA.test(phrase(context, at + 1, at + 10)),
  ),
  reject(
    'share of those studied, which opens a sentence',
    ['12% of the patients were male.', ''],
    (context, at) =>
      isOf(context, at) &&
      opensSentence(context, at) &&
      PEOPLE_AND_DATA.test(phrase(context, at + 1, at + 7)),
  ),
  accept(
    'share that opens a sentence',
    ['23% of comparisons are noise.', '23%'],
    (context, at) => isOf(context, at) && opensSentence(context, at),
  ),
  accept(
    'little of what there is',
    ['It was trained on only 1% of the labels.', '1%'],
    (context, at) =>
      DATA_WORDS.test(phrase(context, at + 1, at + 7)) && MADE_DO_WITH.test(phrase(context, at - 8, at)),
  ),
  reject('part of the data', ['We split off 20% of the data.', ''], (context, at) =>
    DATA_WORDS.test(phrase(context, at + 1, at + 7)),
  ),
  reject(
    'part that a thing accounts for',
    ['These account for 44% of all attacks.', ''],
    (context, at) => isOf(context, at) && /\baccount\w* for(?: \S+)?$/.test(phrase(context, at - 4, at)),
  ),
  accept(
    'share with a verdict behind',
    ['Overall 31% of answers were judged safe.', '31%'],
    (context, at) => isOf(context, at) && VERDICT_BEHIND.test(phrase(context, at + 1, at + 7)),
  ),
  accept(
    'share with a verdict in front',
    ['Our filter flags 31% of messages.', '31%'],
    (context, at) => isOf(context, at) && VERDICT_BEFORE.test(phrase(context, at - 8, at)),
  ),
  reject('share without a verdict', ['They own 31% of shares.', ''], isOf),
  accept(
    'percentage with what is spent',
    ['It needs a memory of 31%.', '31%'],
    (_, __, { near }) => near !== undefined && isCost(near.name),
  ),
  reject('percentage that describes', ['The corpus contains 31% females.', ''], (context, at) =>
    DESCRIBED.test(phrase(context, at - 8, at + 4)),
  ),
  accept('any other percentage', ['It reaches 91% on Surrey.', '91%'], () => true),
];
