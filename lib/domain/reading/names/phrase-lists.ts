/** Lists of noun phrases: "on A, B and C datasets". */
import type { Token } from '../sentence';
import { BEAT_VERBS, CHANGE_VERBS, REACH_VERBS } from '../sentence/words';
import type { Phrase } from './phrase';

/** True for reporting verbs, with which a sentence continues after its subject. */
export const isVerb = (lower: string): boolean =>
  REACH_VERBS.has(lower) || CHANGE_VERBS.has(lower) || BEAT_VERBS.has(lower);

/** Words between the members of a list. */
const JOINTS: ReadonlySet<string> = new Set([
  ',',
  'and',
  'or',
  '&',
  '/',
  'the',
  'both',
  'as',
  'well',
  'a',
  'an',
]);
/** Those with which the last member of a list begins. */
const isAndOr = (lower: string): boolean => lower === 'and' || lower === 'or' || lower === '&';
const isAndOrSlash = (lower: string): boolean => lower === '/' || isAndOr(lower);

/** Most tokens between two members of a list. */
const LONGEST_JOINT = 3;

/** What stands between two members of a list, from one token to another (exclusive); undefined if no list goes on there. */
function jointOf(tokens: readonly Token[], from: number, to: number): 'commas' | 'and' | 'other' | undefined {
  if (to - from > LONGEST_JOINT) return undefined;
  let commas = 0;
  let ands = 0;
  let slashes = 0;
  for (let at = from; at < to; at += 1) {
    const lower = tokens[at]?.lower ?? '';
    if (!JOINTS.has(lower)) return undefined;
    if (lower === ',') commas += 1;
    else if (lower === '/') slashes += 1;
    else if (isAndOr(lower)) ands += 1;
  }
  if (ands > 0) return 'and';
  if (commas + slashes === 0) return undefined;
  return commas === to - from ? 'commas' : 'other';
}

/**
 * Sets the `list` of each phrase, and gives to all members the preposition and the noun that only one of them
 * has.
 */
export function joinLists(tokens: readonly Token[], phrases: readonly Phrase[]): void {
  let list: Phrase[] = [];
  let isEnding = false;
  for (const phrase of phrases) {
    const before = list.at(-1);
    const joint = before && jointOf(tokens, before.to, phrase.from);
    const isJoined =
      joint !== undefined &&
      // "On MATH, DPPO achieves": the main clause begins after the comma.
      !(joint === 'commas' && before?.preposition !== '' && isVerb(tokens[phrase.to]?.lower ?? ''));
    // "on A and B, the framework": after "and" the next member is the last.
    if (!isJoined || (isEnding && joint !== 'and')) list = [];
    isEnding = list.length > 0 && joint === 'and';
    list.push(phrase);
    phrase.list = list;
  }
  // A list has an "and" or a slash; phrases separated only by commas are not one.
  for (const phrase of phrases) {
    const first = phrase.list[0];
    const last = phrase.list.at(-1);
    if (!first || !last || first === last) continue;
    const isList = tokens.slice(first.to, last.from).some(({ lower }) => isAndOrSlash(lower));
    if (!isList) phrase.list = [phrase];
    else {
      // "on BTCV and AMOS22 datasets": the preposition and the noun apply to all members.
      if (phrase.preposition === '') phrase.preposition = first.preposition;
      if (phrase.head === 'plain') phrase.head = last.head;
    }
  }
}
