/** Metrics of later items of a list of gains: "gains of 18% in usability, 40% in autonomy and 60% in trust". */
import { phrase, type Context } from '../sentence/context';
import { isModifier } from '../sentence/mention';
import { BEAT_VERBS, CHANGE_NOUNS, CHANGE_VERBS } from '../sentence/words';
import { PLACES, TASKS } from './after';
import { UNMEASURED } from './objects';
import { asPrinted, isPlaceOf, tied, type MetricTie } from './metric-tie';

/** How many items back the list is followed, so that long lists are read in linear time. */
const ITEMS = 6;
const BEHIND = /^(?:in|on)$/;
/** Words between an item and the next number. */
const JOINT = /^(?:,|and|by|of|an?|over|about|around|up|to|nearly|~|≈)$/;

/** The number of the item before the one at `at`, if that is followed by "in" or "on" as well. */
function itemBefore({ tokens }: Context, at: number): number | undefined {
  let index = at - 1;
  let isJoined = false;
  while (at - index < 5 && JOINT.test(tokens[index]?.lower ?? '')) {
    isJoined ||= /^(?:,|and)$/.test(tokens[index]?.lower ?? '');
    index -= 1;
  }
  if (!isJoined) return undefined;
  while (at - index < 12 && tokens[index]?.kind === 'word') {
    const before = tokens[index - 1];
    if (BEHIND.test(tokens[index]?.lower ?? '') && before?.kind === 'number') return index - 1;
    index -= 1;
  }
  return undefined;
}

/** True if the item at `first` is what something gained or lost. */
function isGain(context: Context, first: number): boolean {
  for (let index = first - 1; index >= 0 && first - index < 9; index -= 1) {
    const lower = context.tokens[index]?.lower ?? '';
    if (CHANGE_NOUNS.has(lower) || BEAT_VERBS.has(lower)) return true;
    // In "reduces errors by 4x in yaw" the verb has its own object, which is the measure.
    if (CHANGE_VERBS.has(lower)) return /^\S+ by\b/.test(phrase(context, index, first));
  }
  return false;
}

/** The measure behind "in" for the number at `at`, if it is a later item of a list of gains. */
export function gainedIn(context: Context, at: number): MetricTie | undefined {
  const { tokens } = context;
  if (!BEHIND.test(tokens[at + 1]?.lower ?? '')) return undefined;
  let first = itemBefore(context, at);
  if (first === undefined) return undefined;
  for (let items = 0; items < ITEMS; items += 1) first = itemBefore(context, first) ?? first;
  if (!isGain(context, first)) return undefined;
  let from = at + 2;
  while (/^(?:the|its|their|average|mean|overall)$/.test(tokens[from]?.lower ?? '')) from += 1;
  let to = from;
  while (to - from < 5 && (isModifier(tokens[to]) || (to > from && tokens[to]?.lower === 'of'))) to += 1;
  const mention = context.mentions.findLast((one) => one.from >= from && one.to <= to);
  // In "+8% on the training set" it is a place.
  if (mention) return mention.known && isPlaceOf(context, mention) ? undefined : tied(mention, 'near');
  const last = tokens[to - 1];
  const isMeasure =
    tokens[at + 1]?.lower === 'in' &&
    to > from &&
    to - from < 5 &&
    last !== undefined &&
    last.lower !== 'of' &&
    !UNMEASURED.test(last.text) &&
    !PLACES.test(last.lower) &&
    !/ing$|^questions$/.test(last.lower) &&
    !TASKS.test(last.lower) &&
    // "mIoU" and its like are measures, other names are places.
    !tokens.slice(from, to).some(({ text }) => /\p{Lu}|\d/u.test(text) && !/^m\p{Lu}/u.test(text));
  return isMeasure ? asPrinted(context, from, to) : undefined;
}
