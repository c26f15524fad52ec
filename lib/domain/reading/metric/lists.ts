/** Lists of metrics with lists of numbers: "PSNR, SSIM and LPIPS of 30, 0.9 and 0.1". */
import { findMetric } from '../../metrics';
import { FAMILY } from '../sentence';
import type { Context } from '../sentence/context';
import { isModifier, type MetricMention } from '../sentence/mention';
import { beyondSpread, numberGroup } from '../sentence/groups';
import { type MetricTie, tied, isFiller } from './metric-tie';
import { ACHIEVE_VERBS, CHANGE_NOUNS } from '../sentence/words';

/**
 * "PSNR, SSIM and LPIPS of 30, 0.9 and 0.1": if there are as many metrics as numbers, they are paired in
 * order.
 */
export function metricOfList(context: Context, at: number): MetricTie | undefined {
  const group = numberGroup(context, at);
  if (group.length < 2) return undefined;
  const place = group.indexOf(at);
  const first = group[0] ?? at;
  const last = group.at(-1) ?? at;
  // "predicts A and B with 95% and 91% accuracy": the metric after the list applies to both numbers.
  const isServed = /^(?:with|at)$/.test(context.tokens[first - 1]?.lower ?? '');
  if (isServed && context.mentionOf.get(last + 1)?.known) return undefined;
  const from = skipLeft(context, first - 1);
  const member =
    memberOf(context, last + 1, place, group.length) ?? memberOf(context, from, place, group.length);
  if (member) return member;
  const before = coordinated(context, from, -1);
  if (before.length === group.length) return pick(before[place]);
  if (areDealtAgain(context, group, before.length)) return pick(before[place % before.length]);
  const after = coordinated(context, skipRight(context, last + 1), 1);
  if (after.length === group.length) return pick(after[place]);
  return (
    namesInList(context, from, group.length)?.[place] ??
    pick(listedLater(context, last, group.length)?.[place]) ??
    pick(listedEarlier(context, first, last, group.length)?.[place])
  );
}

/**
 * True for "sensitivity, specificity and AUC reach 93%, 90%, 0.98 and 98%, 91%, 0.99": parts as long as the list of
 * metrics, all joined in the same way, between which alone "and" stands.
 */
function areDealtAgain({ tokens }: Context, group: readonly number[], length: number): boolean {
  if (length < 2 || group.length === length || group.length % length !== 0) return false;
  const joints = group.slice(1).map((at, index) =>
    tokens
      .slice((group[index] ?? at) + 1, at)
      // The slash of "0.063/h" joins no numbers.
      .filter(({ lower }, place, all) => /^(?:,|\/|and|&)$/.test(lower) && all[place + 1]?.kind !== 'word')
      .map(({ lower }) => lower)
      .join(''),
  );
  return joints.every((joint, index) =>
    index % length === length - 1 ? /and|&/.test(joint) : joint === joints[0] && /^[,/]$/.test(joint),
  );
}

/**
 * "0.43/0.30 BLEU-1/2": the member of a family that belongs to the number at `place` of a list of the same
 * length.
 */
function memberOf(context: Context, at: number, place: number, length: number): MetricTie | undefined {
  const [, family = '', members = ''] = FAMILY.exec(context.tokens[at]?.text ?? '') ?? [];
  const each = members.split('/');
  if (each.length !== length) return undefined;
  const name = `${family}${each[place] ?? ''}`;
  const metric = findMetric(name) ?? { name, better: context.mentionOf.get(at)?.better };
  return { ...metric, known: true, tie: 'near', from: at, to: at + 1 };
}

/**
 * "accuracy, precision and recall reach 100% on A and 99%, 98% and 97% respectively on B": an earlier list of
 * metrics as long as the list of numbers.
 */
function listedEarlier(
  context: Context,
  first: number,
  last: number,
  length: number,
): MetricMention[] | undefined {
  // With two of each, "on A and B, respectively" would deal places, so the word must follow directly.
  const behind = beyondSpread(context, last + 1, 1);
  const isRespective = context.tokens
    .slice(behind, behind + (length < 3 ? 2 : 3))
    .some((token) => token.lower === 'respectively');
  const end = context.mentions.findLast(({ to }) => to <= first);
  if (!end || !(isRespective || isSubjectOf(context, end.to, first, length))) return undefined;
  const run = coordinated(context, end.to - 1, -1);
  return run.length === length ? run : undefined;
}

/**
 * True for "recall, precision and F1 at the best cut-off are 0.72, 0.58 and 0.39": the list is the subject of a verb
 * that stands directly before the numbers.
 */
const isSubjectOf = ({ tokens, clauses }: Context, end: number, first: number, length: number): boolean =>
  length > 1 &&
  first - end < 9 &&
  clauses[end] === clauses[first] &&
  /^(?:are|were|is|was|reach(?:ed)?)$/.test(tokens[first - 1]?.lower ?? '') &&
  /^(?:of|for|at|on|in)$/.test(tokens[end]?.lower ?? '');

/**
 * "over A by 7, 5 and 8 and over B by 8, 10 and 9 for accuracy, recall and F1, respectively": a later list of
 * metrics as long as the list of numbers.
 */
function listedLater(context: Context, last: number, length: number): MetricMention[] | undefined {
  const next = context.mentions.find(({ from }) => from > last);
  const run = next && coordinated(context, next.from, 1);
  const end = run?.at(-1)?.to;
  if (!next || end === undefined || run?.length !== length) return undefined;
  const isRespective = context.tokens.slice(end, end + 3).some(({ lower }) => lower === 'respectively');
  const areLists = context.tokens
    .slice(last + 1, next.from)
    .every(
      ({ kind }, index) => kind !== 'number' || numberGroup(context, last + 1 + index).length === length,
    );
  return isRespective && areLists ? run : undefined;
}

/** Acronyms, capitalised names, and abstract nouns such as "relevancy" and "correctness". */
const LISTED_NAME = /^(?:\p{Lu}[\p{L}-]+|\p{Ll}{5,}ness|\p{Ll}{4,}[cs]y)$/u;

/**
 * "Density and Precision increase 10% and 37%", "EMD and KS values (0.02 and 0.08)": names outside the
 * lexicon count in a list if one of its members is known, or if a noun after it says that they are measures.
 */
function namesInList(context: Context, at: number, length: number): MetricTie[] | undefined {
  const found: MetricTie[] = [];
  let index = at;
  let isMeasured = false;
  let isClosed = !isSaid(context, at + 1);
  while (/^(?:scores?|values?|metrics)$/.test(context.tokens[index]?.lower ?? '')) {
    isMeasured = true;
    index -= 1;
  }
  while (found.length < length) {
    const mention = context.mentionOf.get(index);
    const name = context.tokens[index];
    if (mention) {
      found.unshift(tied(mention, 'near'));
      isMeasured ||= mention.known;
      index = mention.from - 1;
    } else if (name?.kind === 'word' && LISTED_NAME.test(name.text)) {
      found.unshift({ name: name.text, known: false, tie: 'near', from: index, to: index + 1 });
      index -= 1;
    } else return undefined;
    const joined = index;
    while (/^(?:,|and|&)$/.test(context.tokens[index]?.lower ?? '')) {
      isClosed ||= context.tokens[index]?.text !== ',';
      index -= 1;
    }
    if (joined === index && found.length < length) return undefined;
    // If the list has more names than there are numbers, they cannot be paired.
    if (joined !== index && found.length === length) return undefined;
  }
  return isMeasured && isClosed ? found : undefined;
}

/**
 * True for a verb: in "on Surrey data, Aton achieves 79% and 91%" a subject stands behind a comma, and in a list that
 * is the subject the last name stands behind "and".
 */
const isSaid = ({ tokens }: Context, at: number): boolean => ACHIEVE_VERBS.has(tokens[at]?.lower ?? '');

function pick(mention: MetricMention | undefined): MetricTie | undefined {
  return mention && tied(mention, 'near');
}

/** Metrics joined by commas and "and", from token `at` in direction `step`. */
function coordinated(context: Context, at: number, step: 1 | -1): MetricMention[] {
  const found: MetricMention[] = [];
  let index = at;
  for (let steps = 0; steps < 40; steps += 1) {
    const mention = context.mentionOf.get(index);
    if (mention) {
      found.push(mention);
      index = step === 1 ? mention.to : mention.from - 1;
      continue;
    }
    const word = context.tokens[index]?.lower;
    // "PSNR, Color SSIM and MS-SSIM": a word that qualifies the next metric.
    if (found.length > 0 && isQualifier(context, index)) {
      index += step;
      continue;
    }
    if (
      word === undefined ||
      found.length === 0 ||
      !/^(?:,|and|&|\/|scores?|values?|metrics|the|for|average|mean|weighted)$/.test(word)
    )
      break;
    index += step;
  }
  return step === 1 ? found : found.toReversed();
}

const isQualifier = (context: Context, at: number): boolean =>
  context.mentionOf.get(at + 1)?.from === at + 1 &&
  isModifier(context.tokens[at]) &&
  /^(?:,|and|&)$/.test(context.tokens[at - 1]?.lower ?? '');

function skipLeft(context: Context, at: number): number {
  let index = at;
  while (
    index >= 0 &&
    at - index < 8 &&
    !context.mentionOf.has(index) &&
    (isFiller(context, index) || /^(?:,|respective)$/.test(context.tokens[index]?.lower ?? '')) &&
    !/^(?:values|metrics)$/.test(context.tokens[index]?.lower ?? '')
  )
    index -= 1;
  return index;
}

function skipRight(context: Context, at: number): number {
  let index = at;
  while (
    index - at < 4 &&
    !context.mentionOf.has(index) &&
    (/^(?:,|respectively|in|for|on|of|the|terms)$/.test(context.tokens[index]?.lower ?? '') ||
      CHANGE_NOUNS.has(context.tokens[index]?.lower ?? ''))
  )
    index += 1;
  return index;
}
