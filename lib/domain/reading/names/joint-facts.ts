/**
 * What a name's score alone does not tell: how likely it is for the other numbers of the abstract and in other slots,
 * and how far its score can be trusted where it stands. The second stage decides by these.
 */
import type { Numbered } from './candidates';
import { shareOf, type Option, type Options } from './options';
import { DOING, MEASURED } from './phrase';
import { LIMIT } from './trees';
import type { Head } from './words';

/** A number with its names for each of `SLOTS`. */
export interface NumberOptions {
  readonly number: Numbered;
  readonly slots: readonly Options[];
}

/** Most numbers before and after that are asked; keeps long abstracts linear. */
const NEIGHBOURS = 8;

/** The unit of logarithms: a fifth, so that all that differ much are within `LIMIT`. */
const UNITS = 5;
const inUnits = (logarithm: number): number =>
  Math.max(-LIMIT, Math.min(LIMIT, Math.round(UNITS * logarithm)));
const odds = (share: number): number =>
  share <= 0 ? -LIMIT : share >= 1 ? LIMIT : inUnits(Math.log(share / (1 - share)));
const atMost = (count: number): number => Math.min(LIMIT, count);

const HEADS: readonly Head[] = ['plain', 'data', 'cases', 'task', 'system', 'people'];
/** Those that say most, with those of like meaning side by side: a question can only part a row. */
const PREPOSITIONS = ['', 'with', 'of', MEASURED, DOING, 'for', 'in', 'across', 'on', 'from', 'at', 'under'];

/** The facts of a name for the number at `at`, whole numbers within `LIMIT`. `title` is in lower case. */
export function jointFacts(
  all: readonly NumberOptions[],
  at: number,
  slot: number,
  option: Option,
  title: string,
): readonly number[] {
  const one = all[at];
  const options = one?.slots[slot];
  if (!one || !options) return [];
  const { candidate, score, weight } = option;
  const { text, phrase, place, sentencesBack } = candidate;
  const other = options.first === option ? options.second : options.first;
  let sum = 0;
  let count = 0;
  let most = 0;
  let mostHere = 0;
  let firstHere = 0;
  const last = Math.min(all.length - 1, at + NEIGHBOURS);
  for (let index = Math.max(0, at - NEIGHBOURS); index <= last; index += 1) {
    const near = all[index];
    const names = near?.slots[slot];
    if (index === at || !names) continue;
    const share = shareOf(names, names.byText.get(text));
    sum += share;
    count += 1;
    most = Math.max(most, share);
    if (near.number.context !== one.number.context) continue;
    mostHere = Math.max(mostHere, share);
    firstHere = Math.max(firstHere, shareOf(names, names.first));
  }
  return [
    odds(shareOf(options, option)),
    inUnits(Math.log(weight)),
    inUnits(score),
    other ? inUnits(Math.log(weight / other.weight)) : LIMIT,
    count === 0 ? -1 : Math.round((LIMIT * sum) / count),
    odds(most),
    odds(mostHere),
    odds(firstHere),
    ...one.slots.flatMap((names) => [
      odds(shareOf(names, names.byText.get(text))),
      odds(shareOf(names, names.first)),
    ]),
    atMost(text.split(' ').length),
    phrase ? PREPOSITIONS.indexOf(phrase.preposition) : -2,
    phrase ? HEADS.indexOf(phrase.head) : -2,
    place ? atMost(place.distance) : -1,
    sentencesBack,
    title.includes(text.toLowerCase()) ? 1 : 0,
    atMost(phrase?.list.length ?? 0),
    atMost(all.length),
    one.number.role === 'baseline' ? 1 : 0,
  ];
}
